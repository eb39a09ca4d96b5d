//! Signatures, verified by the official Python SDK: each request goes over a socket to a server
//! whose own signer must agree. The server reports what it received, so that a value that is signed
//! correctly but arrives differently is noticed too.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod family;
mod operations;
mod server;

use std::error::Error as _;

use callwright_runtime::{
    ByteStream, Bytes, Client, ClientBuilder, Credential, Error, ErrorKind, NoError, NoHeaders,
    Response,
    sign::{AkSk, SignError},
};
use serde_json::{Value, json};
use server::Server;

const ACCESS: &str = "ACCESSKEY0000EXAMPLE";
const SECRET: &str = "secret/key+of the=example%41 é中";

/// Values that break signatures if the two sides encode differently.
const VALUES: [&str; 8] = [
    "plain",
    "é 中文 🚀",
    "a b+c&d=e?f#g%h",
    "x[y]{z}|\\^`\"<>",
    "k:v@v,w;$!'()*",
    "~.-_",
    "...",
    " at both ends ",
];

fn client(server: &Server, keys: AkSk) -> Client {
    ClientBuilder::new(&operations::API)
        .endpoint(server.url())
        .parameter("project_id", &"project".to_owned())
        .credential("keys", Credential::from(keys))
        .build()
        .unwrap()
}

fn keys() -> AkSk {
    AkSk::new(ACCESS, SECRET)
}

/// The request as the server received it.
fn understood(sent: Result<Response<Bytes>, Error<NoError>>) -> Value {
    match sent {
        Ok(response) => serde_json::from_slice(&response.into_inner()).unwrap(),
        Err(error) => panic!("{error}: {}", String::from_utf8_lossy(error.body())),
    }
}

macro_rules! send {
    ($call:expr) => {
        understood($call.send::<Bytes, NoHeaders, NoError>().await)
    };
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[tokio::test]
#[ignore = "needs Python and the official SDK: .ci/gates/official"]
async fn the_official_signer_agrees() {
    let server = Server::start(ACCESS, SECRET);
    let client = client(&server, keys());
    values_of_every_kind(&client).await;
    a_slash_in_a_path(&client).await;
    lists_keep_their_order(&client).await;
    headers(&client).await;
    bodies(&client).await;
    streams(&client).await;
    what_the_keys_came_with(&server).await;
    wrong_keys(&server).await;
}

async fn values_of_every_kind(client: &Client) {
    for value in VALUES {
        let call = client
            .call(&operations::GET)
            .set(1, &text(value))
            .set(2, &text(value))
            .set(3, &text(value));
        let expected = json!({
            "method": "GET",
            "path": ["", "v1", "project", "things", value],
            "query": [["plain", value], ["reserved", value]],
            "body": "",
            "project": null,
            "instance_id": value,
        });
        assert_eq!(send!(call), expected);
    }
}

/// It arrives as a slash within the segment, and is signed like any other slash.
async fn a_slash_in_a_path(client: &Client) {
    let seen = send!(client.call(&operations::GET).set(1, &text("a/b")));
    assert_eq!(seen["path"], json!(["", "v1", "project", "things", "a/b"]));
}

async fn lists_keep_their_order(client: &Client) {
    let list = ["b", "a b", "", "B"].map(text).to_vec();
    let seen = send!(client.call(&operations::LIST).set(1, &list));
    assert_eq!(seen["query"], json!([["tag", "b"], ["tag", "a b"], ["tag", ""], ["tag", "B"]]));
}

async fn headers(client: &Client) {
    let call = client
        .call(&operations::LIST)
        .header("x-note", "inner   spaces, and \"quotes\"")
        .header("x_under_score", "sent, not signed")
        .header("user-agent", "another/1.0");
    assert_eq!(send!(call)["method"], "GET");
}

async fn bodies(client: &Client) {
    let json_text = r#"{"name":"é 中文 🚀","empty":""}"#;
    let body = callwright_runtime::from_json::<callwright_runtime::Json>(json_text.as_bytes());
    let call = client.call(&operations::CREATE).json(0, &body.unwrap());
    assert_eq!(send!(call)["body"], json_text);
    let call = client.call(&operations::CREATE).text(1, "not signed: 中");
    assert_eq!(send!(call)["body"], "not signed: 中");
    let call = client.call(&operations::REPLACE).set(1, &text("x")).json(0, &text("text"));
    assert_eq!(send!(call)["body"], "\"text\"");
    assert_eq!(send!(client.call(&operations::CREATE))["body"], "");
    assert_eq!(send!(client.call(&operations::DELETE).set(1, &text("x")))["method"], "DELETE");
}

/// The body is unsigned if the media type says so; otherwise it cannot be signed.
async fn streams(client: &Client) {
    let stream = |text: &'static str| ByteStream::from_reader(text.as_bytes(), None);
    let seen = send!(client.call(&operations::CREATE).stream(2, stream("of unknown length")));
    assert_eq!(seen["body"], "of unknown length");
    let call = client.call(&operations::CREATE).stream(0, stream("{}"));
    let refused = call.send::<Bytes, NoHeaders, NoError>().await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Credential);
    let reason = refused.source().and_then(|source| source.downcast_ref());
    assert_eq!(reason, Some(&SignError::StreamedBody));
}

async fn what_the_keys_came_with(server: &Server) {
    let keys = keys().security_token("token/+==").project_id("another");
    let seen = send!(client(server, keys).call(&operations::LIST));
    assert_eq!(seen["project"], "another");
}

/// The server does verify signatures.
async fn wrong_keys(server: &Server) {
    for keys in [AkSk::new(ACCESS, "another"), AkSk::new("ANOTHER", SECRET)] {
        let call = client(server, keys).call(&operations::LIST);
        let refused = call.send::<Bytes, NoHeaders, NoError>().await.unwrap_err();
        assert_eq!(refused.status().map(|status| status.as_u16()), Some(401));
    }
}
