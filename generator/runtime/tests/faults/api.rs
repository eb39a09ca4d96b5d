//! The API of the misbehaving server, and the ways to call it.

use std::time::Duration;

use callwright_runtime::generated::describe::{
    Api, ErrorMembers, Location, Media, Operation, Parameter, RequestBody, Response, SecurityScheme,
};
use callwright_runtime::transport::BoxFuture;
use callwright_runtime::{
    ByteStream, Call, Client, ClientBuilder, Clock, Error, Json, NoHeaders, Request, SystemClock,
};

use crate::server::Server;

pub static API: Api = Api::new("Faults", "1", "faults/1")
    .security_schemes(&[
        ("bearer", SecurityScheme::bearer()),
        ("key", SecurityScheme::api_key(Location::Header, "X-Key")),
        ("session", SecurityScheme::api_key(Location::Cookie, "sid")),
        (
            "oauth",
            SecurityScheme::oauth2()
                .token_url("http://tokens.invalid/token")
                .refresh_url("http://tokens.invalid/refresh"),
        ),
        ("signature", SecurityScheme::signer("TEST")),
    ])
    .error(ErrorMembers { code: &["code"], message: &["message"], request_id: &["id"] })
    .predicates(&[("transient", &["BUSY"])])
    .request_id("x-request-id");

const JSON: &[Media] = &[Media::json("application/json")];
const OUTPUT: &[Response] = &[Response::range(2, JSON)];
const FAILURE: &[Response] = &[Response::otherwise(JSON)];

pub const PLAIN: Operation = Operation::new("", "", "").success(OUTPUT).failure(FAILURE);
pub static GET: Operation =
    PLAIN.named("get", "GET", "/get").parameters(&[Parameter::query("secret")]);
pub static POST: Operation = PLAIN.named("post", "POST", "/post").body(RequestBody::optional(JSON));
pub static PUT: Operation = PLAIN.named("put", "PUT", "/put").body(RequestBody::optional(&[
    Media::json("application/json"),
    Media::stream("application/octet-stream"),
]));
pub static KEYED: Operation = PLAIN.named("keyed", "POST", "/keyed").idempotency_key("X-Once");
pub static SECURED: Operation =
    PLAIN.named("secured", "GET", "/secured").security(&[&[("bearer", &["read"])]]);
pub static SECURED_POST: Operation = PLAIN
    .named("secured_post", "POST", "/secured")
    .body(RequestBody::optional(JSON))
    .security(&[&[("bearer", &["read"])]]);
pub static SCOPED: Operation =
    PLAIN.named("scoped", "GET", "/scoped").security(&[&[("oauth", &["read", "write"])]]);
pub static SECURED_ALL: Operation = PLAIN.named("secured_all", "GET", "/all").security(&[&[
    ("bearer", &[]),
    ("key", &[]),
    ("session", &[]),
    ("signature", &[]),
]]);
pub static DOWNLOAD: Operation = Operation::new("download", "GET", "/file")
    .success(&[Response::range(2, &[Media::stream("application/octet-stream")])]);

#[derive(Debug)]
pub struct Typed<T>(Call, std::marker::PhantomData<T>);

impl<T> Clone for Typed<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), std::marker::PhantomData)
    }
}

impl<T: callwright_runtime::generated::Payload> Request for Typed<T> {
    type Output = T;
    type Headers = NoHeaders;
    type Error = Json;

    fn into_call(self) -> Call {
        self.0
    }

    fn from_call(call: Call) -> Self {
        Self(call, std::marker::PhantomData)
    }
}

/// A clock whose delays between attempts take no time, and with the whole of every random delay.
#[derive(Clone, Copy, Debug)]
pub struct Hasty;

impl Clock for Hasty {
    fn now(&self) -> std::time::SystemTime {
        SystemClock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        SystemClock.sleep(duration)
    }

    fn random(&self) -> u64 {
        0
    }
}

pub fn builder(server: &Server) -> ClientBuilder {
    ClientBuilder::new(&API).endpoint(server.endpoint()).clock(Hasty)
}

pub fn json(client: &Client, operation: &'static Operation) -> Typed<Json> {
    Typed::from_call(client.call(operation))
}

pub fn download(client: &Client) -> Typed<ByteStream> {
    Typed::from_call(client.call(&DOWNLOAD))
}

/// The message, with a name in place of the port.
pub fn text<E>(error: &Error<E>, server: &Server) -> String {
    error.to_string().replace(&server.authority, "HOST")
}
