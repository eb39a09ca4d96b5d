//! The location of each kind of credential, and the choice of an alternative.

use callwright_runtime::{
    Body, ErrorKind, Secret, SendBlocking, Signer, TokenSource, http,
    transport::{BoxError, BoxFuture},
};

use super::api::{Client, ClientBuilder};
use super::{DONE, told};
use crate::listener::Listener;

/// The request of a call with these credentials.
fn shown<R: callwright_runtime::Request>(
    given: impl FnOnce(ClientBuilder) -> ClientBuilder,
    call: impl FnOnce(&Client) -> R,
) -> String {
    let listener = Listener::answering(DONE);
    let client = given(Client::builder().endpoint(listener.url())).build().unwrap();
    call(&client).send_blocking().map(|_| ()).map_err(|error| error.to_string()).unwrap();
    told(&listener.request())
}

fn either(given: impl FnOnce(ClientBuilder) -> ClientBuilder) -> String {
    shown(given, |client| client.either_credential("x"))
}

struct Tokens;

impl TokenSource for Tokens {
    fn token<'a>(&'a self, scopes: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(async move { Ok(Secret::new(format!("for-{}", scopes.join("+")))) })
    }
}

struct Digest;

impl Signer for Digest {
    fn sign(
        &self,
        request: &mut http::Request<Body>,
        _: std::time::SystemTime,
    ) -> Result<(), BoxError> {
        let value = format!("Digest uri=\"{}\"", request.uri().path());
        request.headers_mut().insert("authorization", value.parse()?);
        Ok(())
    }
}

#[test]
fn keys_travel_in_header_query_and_cookie() {
    assert_eq!(
        either(|client| client.header_key("h").query_key("a&b")),
        "GET /secured/x?api%20key=a%26b\nx-key: h\n"
    );
    assert_eq!(either(|client| client.cookie_key("a;b")), "GET /secured/x\ncookie: sid=a%3Bb\n");
}

#[test]
fn tokens_and_passwords_travel_as_authorization() {
    assert_eq!(
        either(|client| client.basic("Aladdin", "open sesame")),
        "GET /secured/x\nauthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n"
    );
    assert_eq!(either(|client| client.bearer("t")), "GET /secured/x\nauthorization: Bearer t\n");
    assert_eq!(either(|client| client.oauth("t")), "GET /secured/x\nauthorization: Bearer t\n");
    assert_eq!(
        either(|client| client.digest(Digest)),
        "GET /secured/x\nauthorization: Digest uri=\"/secured/x\"\n"
    );
}

#[test]
fn a_source_of_tokens_is_told_the_scopes() {
    assert_eq!(
        either(|client| client.oauth_source(Tokens)),
        "GET /secured/x\nauthorization: Bearer for-read+write\n"
    );
    assert_eq!(
        either(|client| client.oidc_source(Tokens)),
        "GET /secured/x\nauthorization: Bearer for-openid\n"
    );
}

#[test]
fn an_alternative_counts_as_a_whole_and_the_first_one_wins() {
    assert_eq!(
        either(|client| client.query_key("k").oauth("t")),
        "GET /secured/x\nauthorization: Bearer t\n"
    );
    assert_eq!(
        either(|client| client.cookie_key("c").bearer("t")),
        "GET /secured/x\ncookie: sid=c\n"
    );
}

#[test]
fn a_call_that_no_credential_meets_is_not_sent() {
    let client = Client::builder().endpoint("http://127.0.0.1:9").query_key("k").build().unwrap();
    let error = client.either_credential("x").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::MissingCredential);
    assert_eq!(
        error.to_string(),
        "eitherCredential: the operation needs a credential for `header-key` and `query-key`, or \
         for `cookie-key`, or for `basic`, or for `bearer`, or for `digest`, or for `oauth`, or \
         for `oidc`; set it on the client's builder"
    );
}

#[test]
fn security_is_optional_inherited_or_overridden() {
    let with = |client: ClientBuilder| client.bearer("t");
    let without = |client: ClientBuilder| client;
    let call = |method: &str, rest: &str| format!("{method} /secured/x\n{rest}");
    let token = "authorization: Bearer t\n";
    assert_eq!(shown(with, |client| client.optional_credential("x")), call("PUT", token));
    assert_eq!(shown(without, |client| client.optional_credential("x")), call("PUT", ""));
    assert_eq!(shown(with, |client| client.documents_credential("x")), call("DELETE", token));
    assert_eq!(shown(without, |client| client.documents_credential("x")), call("DELETE", ""));
    assert_eq!(shown(with, |client| client.no_credential("x")), call("POST", ""));
}

#[test]
fn a_certificate_is_the_transport_s_and_its_owner_says_so() {
    let with = |client: ClientBuilder| client.certificate();
    assert_eq!(shown(with, Client::certified), "GET /certified\n");
    assert_eq!(
        shown(|client| with(client).bearer("t"), Client::certified_or_not),
        "PUT /certified\n"
    );
    // Only the caller knows, and another credential must not be omitted for it.
    assert_eq!(
        shown(|client| client.bearer("t"), Client::certified_or_not),
        "PUT /certified\nauthorization: Bearer t\n"
    );
    let client = Client::builder().endpoint("http://127.0.0.1:9").build().unwrap();
    assert_eq!(
        client.certified().send_blocking().unwrap_err().to_string(),
        "certified: the operation needs a credential for `certificate`; set it on the client's \
         builder"
    );
}
