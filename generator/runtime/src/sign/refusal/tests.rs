use std::sync::Arc;
use std::time::SystemTime;

use crate::body::Body;
use crate::client::ClientBuilder;
use crate::clock::Clock;
use crate::credential::Credential;
use crate::describe::{Api, Operation, SecurityScheme};
use crate::response::{NoError, NoHeaders};
use crate::sign::AkSk;
use crate::transport::{BoxFuture, Transport, TransportFuture};

static API: Api = Api::new("Things", "v1", "things/1.0")
    .security_schemes(&[("keys", SecurityScheme::signer("SDK-HMAC-SHA256"))]);
static PING: Operation = Operation::new("ping", "GET", "/ping").security(&[&[("keys", &[])]]);

#[derive(Debug)]
struct At(SystemTime);

impl Clock for At {
    fn now(&self) -> SystemTime {
        self.0
    }

    fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn random(&self) -> u64 {
        4
    }
}

/// Always responds with 401.
#[derive(Debug)]
struct Answering(u16, &'static str);

impl Transport for Answering {
    fn send(&self, _: http::Request<Body>) -> TransportFuture {
        let answer = http::Response::builder()
            .status(self.0)
            .header("date", self.1)
            .body(Body::empty())
            .unwrap();
        Box::pin(std::future::ready(Ok(answer)))
    }
}

/// The error message of a call at noon.
fn error(status: u16, date: &'static str) -> String {
    let client = ClientBuilder::new(&API)
        .endpoint("https://api.example.com")
        .credential("keys", Credential::from(AkSk::new("ACCESS", "secret")))
        .clock(At("2024-05-01T12:00:00Z".parse::<jiff::Timestamp>().unwrap().into()))
        .transport(Arc::new(Answering(status, date)))
        .build()
        .unwrap();
    let sent = client.call(&PING).send::<(), NoHeaders, NoError>();
    pollster::block_on(sent).unwrap_err().to_string()
}

const UNDOCUMENTED: &str = "a status that its document does not describe";

#[test]
fn a_clock_that_is_wrong_is_named() {
    assert_eq!(
        error(401, "Wed, 01 May 2024 11:30:00 GMT"),
        format!(
            "ping: the server answered 401 Unauthorized, {UNDOCUMENTED}; this machine's clock is 30 \
             minutes ahead of the server's, and a signature is good for 15; set the clock"
        )
    );
    assert_eq!(
        error(401, "Thu, 02 May 2024 12:00:59 GMT"),
        format!(
            "ping: the server answered 401 Unauthorized, {UNDOCUMENTED}; this machine's clock is \
             1440 minutes behind the server's, and a signature is good for 15; set the clock"
        )
    );
}

#[test]
fn with_the_right_clock_the_keys_are_in_doubt() {
    let doubt = format!(
        "ping: the server answered 401 Unauthorized, {UNDOCUMENTED}; check the keys, and for \
         temporary keys the security token, before another try: five refusals in a row lock the \
         keys for minutes"
    );
    assert_eq!(error(401, "Wed, 01 May 2024 12:14:59 GMT"), doubt);
    assert_eq!(error(401, "yesterday"), doubt);
}

#[test]
fn other_errors_are_not_about_the_signature() {
    assert_eq!(
        error(403, "Wed, 01 May 2024 10:00:00 GMT"),
        format!("ping: the server answered 403 Forbidden, {UNDOCUMENTED}")
    );
}
