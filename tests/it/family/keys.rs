//! Requests signed with access keys.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use callwright_runtime::{
    Body, Clock, http,
    transport::{BoxFuture, Transport, TransportFuture},
};
use modelarts::types::{Action, ManageInstanceRequest};
use modelarts::{AkSk, Client};

use super::{INSTANCE, PROJECT};

/// It is always 2020-07-16, 08:29:10.
#[derive(Debug)]
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> std::time::SystemTime {
        std::time::UNIX_EPOCH + Duration::from_secs(1_594_888_150)
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }

    fn random(&self) -> u64 {
        4
    }
}

/// Keeps the requests, and responds with a status and an empty object.
#[derive(Clone, Debug)]
struct Sent {
    status: u16,
    requests: Arc<Mutex<Vec<http::Request<Body>>>>,
}

impl Sent {
    fn answering(status: u16) -> Self {
        Self { status, requests: Arc::default() }
    }

    fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// The value of a request header; empty if absent.
    fn header(&self, request: usize, name: &str) -> String {
        let requests = self.requests.lock().unwrap();
        let value = requests[request].headers().get(name);
        value.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
    }
}

impl Transport for Sent {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        self.requests.lock().unwrap().push(request);
        let response = http::Response::builder()
            .status(self.status)
            .header("content-type", "application/json")
            .body(Body::from("{}"))
            .unwrap();
        Box::pin(std::future::ready(Ok(response)))
    }
}

fn client(sent: &Sent, keys: AkSk) -> Client {
    Client::builder()
        .project_id(PROJECT)
        .credentials(keys)
        .user_agent("a-program/1.0")
        .clock(Stopped)
        .transport(sent.clone())
        .build()
        .unwrap()
}

fn keys() -> AkSk {
    AkSk::new("ACCESSKEY0000EXAMPLE", "secret/key+of the=example")
}

/// The signature was computed independently, and the official Python SDK agrees with it.
#[tokio::test]
async fn a_request_is_signed() {
    let sent = Sent::answering(200);
    let stop = ManageInstanceRequest::new(Action::Stop);
    client(&sent, keys()).instances().manage_instance(INSTANCE, stop).await.unwrap();
    assert_eq!(sent.header(0, "x-sdk-date"), "20200716T082910Z");
    assert_eq!(sent.header(0, "x-auth-token"), "");
    assert_eq!(
        sent.header(0, "authorization"),
        "SDK-HMAC-SHA256 Access=ACCESSKEY0000EXAMPLE, \
         SignedHeaders=accept;content-type;host;user-agent;x-sdk-date, \
         Signature=a466a0a21db16ce29210e8d8b9d1da5b8c553de3d5a742450ae6ae30e95b2995"
    );
}

#[tokio::test]
async fn temporary_keys_bring_their_token() {
    let sent = Sent::answering(200);
    let keys = keys().security_token("from the agency");
    client(&sent, keys).instances().get_instance(INSTANCE).await.unwrap();
    assert_eq!(sent.header(0, "x-security-token"), "from the agency");
    let authorization = sent.header(0, "authorization");
    let signed = authorization.split(", ").nth(1);
    assert_eq!(signed, Some("SignedHeaders=accept;host;user-agent;x-sdk-date;x-security-token"));
}

/// Five consecutive failures lock the keys, so there is only one attempt.
#[tokio::test]
async fn a_refused_signature_is_not_tried_again() {
    let sent = Sent::answering(401);
    let error = client(&sent, keys()).instances().get_instance(INSTANCE).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(sent.count(), 1);
}

/// A token is the first alternative of the document, so it is sent if both are present.
#[tokio::test]
async fn a_token_comes_before_keys() {
    let sent = Sent::answering(200);
    let client = Client::builder()
        .project_id(PROJECT)
        .credentials(keys())
        .token("a-token")
        .transport(sent.clone())
        .build()
        .unwrap();
    client.instances().get_instance(INSTANCE).await.unwrap();
    assert_eq!(sent.header(0, "x-auth-token"), "a-token");
    assert_eq!(sent.header(0, "authorization"), "");
}

#[tokio::test]
async fn without_credentials_nothing_is_sent() {
    let sent = Sent::answering(200);
    let builder = Client::builder().project_id(PROJECT).transport(sent.clone());
    let error = builder.build().unwrap().instances().get_instance(INSTANCE).await.unwrap_err();
    assert!(error.is_missing_credential());
    assert_eq!(
        error.to_string(),
        "GetInstance: the operation needs a credential for `token`, or for `credentials`; set it \
         on the client's builder"
    );
    assert_eq!(sent.count(), 0);
}
