use std::sync::{Arc, Mutex};
use std::time::Duration;

use callwright_runtime::{
    Body, Clock, Credential, ErrorKind, Secret, SendBlocking, Signer, TokenSource, http,
    transport::{BoxError, BoxFuture, Transport, TransportFuture},
};

use crate::server::Canned;

fn listed(credentials: &[(&str, Credential)]) -> String {
    let server = Canned::new(200, "application/json", "[]");
    let mut builder = server.client();
    for (scheme, credential) in credentials {
        builder = builder.credential(scheme, credential.clone());
    }
    builder.build().unwrap().pets().list().send_blocking().unwrap();
    server.sent().concat()
}

#[test]
fn each_scheme_puts_its_credential_where_it_belongs() {
    assert_eq!(
        listed(&[("session", Credential::api_key("s;1")), ("key", Credential::api_key("k&1"))]),
        "GET https://eu.pets.example/v1/api/list?api%20key=k%261\ncookie: sid=s%3B1"
    );
    assert_eq!(
        listed(&[("password", Credential::basic("Aladdin", "open sesame"))]),
        "GET https://eu.pets.example/v1/api/list\nauthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
    assert_eq!(
        listed(&[("bearer", Credential::bearer("b"))]),
        "GET https://eu.pets.example/v1/api/list\nauthorization: Bearer b"
    );
}

#[test]
fn an_alternative_counts_only_as_a_whole() {
    assert_eq!(
        listed(&[("key", Credential::api_key("k")), ("bearer", Credential::bearer("b"))]),
        "GET https://eu.pets.example/v1/api/list\nauthorization: Bearer b"
    );
}

#[test]
fn a_requirement_that_nothing_meets_fails_before_sending() {
    let server = Canned::new(200, "application/json", "[]");
    let client = server.client().credential("key", Credential::api_key("k")).build().unwrap();
    let error = client.pets().list().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredential);
    assert_eq!(
        error.to_string(),
        "list: the operation needs a credential for `key` and `session`, or for `password`, or \
         for `bearer`, or for `signature`; set it on the client's builder"
    );
    assert_eq!(server.sent(), [""; 0]);
}

#[test]
fn an_optional_requirement_uses_a_credential_that_is_there() {
    let server = Canned::new(404, "", "");
    let with = server.client().credential("token", Credential::api_key("t")).build().unwrap();
    with.pets().get_pet("p").send_blocking().unwrap_err();
    let without = server.client().build().unwrap();
    without.pets().get_pet("p").send_blocking().unwrap_err();
    without.pets().ping().send_blocking().unwrap_err();
    assert_eq!(
        server.sent(),
        [
            "GET https://eu.pets.example/v1/api/z/pets/p\nx-auth-token: t",
            "GET https://eu.pets.example/v1/api/z/pets/p",
            "POST https://eu.pets.example/v1/api/ping"
        ]
    );
}

#[test]
fn mistakes_in_credentials_are_named_without_showing_them() {
    let server = Canned::new(200, "", "");
    let unknown = server.client().credential("nope", Credential::api_key("secret")).build();
    assert_eq!(
        unknown.map(|_| ()).unwrap_err().to_string(),
        "the document has no security scheme `nope`"
    );
    for credential in [Credential::bearer("hunter2\n"), Credential::basic("u", "hunter2")] {
        let client = server.client().credential("bearer", credential).build().unwrap();
        let error = client.pets().list().send_blocking().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(format!("{error} {error:?} {client:?}").matches("hunter2").count(), 0);
    }
}

struct Scopes;

impl TokenSource for Scopes {
    fn token<'a>(&'a self, scopes: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move { Ok(Secret::new(format!("for-{}", scopes.join("+")))) })
    }
}

struct Broken;

impl TokenSource for Broken {
    fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async { Err("the vault is shut".into()) })
    }
}

#[test]
fn a_token_source_is_asked_for_the_scopes() {
    assert_eq!(
        listed(&[("bearer", Credential::source(Scopes))]),
        "GET https://eu.pets.example/v1/api/list\nauthorization: Bearer for-read"
    );
    let server = Canned::new(200, "", "");
    let client = server.client().credential("bearer", Credential::source(Broken)).build().unwrap();
    let error = client.pets().list().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is shut");
}

struct Stamp;

impl Signer for Stamp {
    fn sign(
        &self,
        request: &mut http::Request<Body>,
        now: std::time::SystemTime,
    ) -> Result<(), BoxError> {
        let since = now.duration_since(std::time::UNIX_EPOCH)?.as_secs();
        let stamp = format!("{since} {}", request.headers().len());
        request.headers_mut().insert("x-stamp", stamp.parse()?);
        Ok(())
    }
}

/// A clock that stands still; a sleep is over at once.
#[derive(Clone, Debug, Default)]
struct Frozen(Arc<Mutex<Vec<Duration>>>);

impl Clock for Frozen {
    fn now(&self) -> std::time::SystemTime {
        std::time::UNIX_EPOCH
    }
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }
    fn random(&self) -> u64 {
        4
    }
}

#[test]
fn a_signer_signs_what_is_sent_at_the_clocks_time() {
    let server = Canned::new(200, "application/json", "[]");
    let builder = server.client().clock(Frozen::default());
    let client = builder.credential("signature", Credential::signer(Stamp)).build().unwrap();
    client.pets().list().send_blocking().unwrap();
    assert_eq!(server.sent(), ["GET https://eu.pets.example/v1/api/list\nx-stamp: 0 2"]);
}

#[derive(Debug)]
struct Silent;

impl Transport for Silent {
    fn send(&self, _: http::Request<Body>) -> TransportFuture {
        Box::pin(std::future::pending())
    }
}

#[test]
fn a_call_that_takes_too_long_is_given_up() {
    let clock = Frozen::default();
    let client = Canned::new(200, "", "").client().transport(Silent).clock(clock.clone());
    let error = client.build().unwrap().pets().ping().send_blocking().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        "ping: eu.pets.example did not answer within 120s, the timeout of the call; raise it if the \
         server needs longer"
    );
    assert_eq!(*clock.0.lock().unwrap(), [Duration::from_secs(120)]);
}

#[test]
fn the_system_clock_wakes_on_any_executor() {
    let client = Canned::new(200, "", "").client().transport(Silent);
    let client = client.timeout(Duration::from_millis(20)).build().unwrap();
    assert!(client.pets().ping().send_blocking().unwrap_err().is_timeout());
    let started = std::time::Instant::now();
    pollster::block_on(callwright_runtime::SystemClock.sleep(Duration::from_millis(30)));
    assert!(started.elapsed() >= Duration::from_millis(30));
}
