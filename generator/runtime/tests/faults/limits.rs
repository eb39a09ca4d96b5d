//! Limits on time: which one ended a call, at which attempt, and who is to blame.

use std::time::{Duration, Instant};

use callwright_runtime::transport::{BoxError, BoxFuture, TransportErrorKind};
use callwright_runtime::{
    Credential, ErrorKind, Request as _, Retry, Secret, SendBlocking as _, TimeLimit, TokenSource,
};

use crate::api::{GET, SECURED, builder, download, json, text};
use crate::server::{self, Server, Step, send};

const SHORT: Duration = Duration::from_millis(60);

fn stalled_body() -> Vec<Step> {
    vec![send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n[1"), Step::Stall]
}

#[test]
fn the_whole_call_has_a_limit() {
    let server = Server::scripted(vec![server::json(503, r#"{"id":"r1"}"#), vec![Step::Stall]]);
    let retry = Retry::new().backoff(Duration::ZERO, Duration::ZERO);
    let client = builder(&server).timeout(SHORT).retry(retry).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.time_limit(), Some(TimeLimit::Call(SHORT)));
    assert_eq!(error.last_answer().unwrap().status().unwrap(), 503);
    assert_eq!(
        text(&error, &server),
        "get: HOST did not answer within 60ms, the timeout of the call; raise it if the server \
         needs longer; attempt 2, after the server answered 503 Service Unavailable (request id r1)"
    );
}

#[test]
fn a_call_that_waits_for_another_attempt_says_so() {
    let server = Server::scripted(vec![server::answer(503, &[("retry-after", "5")], "")]);
    let client = builder(&server).timeout(SHORT).retry(Retry::new()).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(
        text(&error, &server),
        "get: the timeout of the call of 60ms ended before another attempt, after the server \
         answered 503 Service Unavailable"
    );
    assert_eq!(error.attempts(), 1);
}

#[test]
fn an_attempt_has_a_limit_of_its_own() {
    let server = Server::scripted(vec![vec![Step::Stall]]);
    let retry = Retry::new().backoff(Duration::ZERO, Duration::ZERO).attempt_timeout(SHORT);
    let client = builder(&server).retry(retry.max_attempts(2)).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.time_limit(), Some(TimeLimit::Attempt(SHORT)));
    assert_eq!(
        text(&error, &server),
        "get: HOST did not answer within 60ms, the timeout of an attempt; raise it if the server \
         needs longer; attempt 2, after HOST did not answer within 60ms, the timeout of an \
         attempt; raise it if the server needs longer"
    );
    assert_eq!(server.targets(), ["GET /get", "GET /get"]);
}

#[test]
fn a_body_that_stalls_is_told_from_a_server_that_is_silent() {
    let server = Server::scripted(vec![stalled_body()]);
    let client = builder(&server).timeout(SHORT).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(
        text(&error, &server),
        "get: HOST answered 200, but its body was not complete within 60ms, the timeout of the \
         call; raise it if the server needs longer"
    );
    let client = builder(&server).idle_timeout(SHORT).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.time_limit(), Some(TimeLimit::Idle(SHORT)));
    assert_eq!(text(&error, &server), "get: HOST sent no data for 60ms, the idle timeout");
}

#[test]
fn a_download_that_stalls_ends_and_says_where() {
    let server = Server::scripted(vec![stalled_body()]);
    let client = builder(&server).build().unwrap();
    let call = download(&client).with(|call| call.idle_timeout(SHORT));
    let begun = Instant::now();
    let mut stream = call.send_blocking().unwrap().into_inner();
    let next = |stream: &mut callwright_runtime::ByteStream| pollster::block_on(stream.next());
    assert_eq!(next(&mut stream).unwrap().unwrap(), "[1");
    let error = next(&mut stream).unwrap().unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(error.time_limit(), Some(TimeLimit::Idle(SHORT)));
    assert_eq!(error.to_string(), "no data arrived for 60ms, the idle timeout");
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the body broke off after 2 bytes");
    assert!(next(&mut stream).is_none());
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_slow_download_that_never_stalls_has_no_limit() {
    let mut steps = vec![send("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n")];
    for _ in 0..4 {
        steps.extend([Step::Wait(SHORT / 2), send("x")]);
    }
    let server = Server::scripted(vec![steps]);
    let client = builder(&server).timeout(SHORT).idle_timeout(SHORT).build().unwrap();
    let stream = download(&client).send_blocking().unwrap().into_inner();
    assert_eq!(pollster::block_on(stream.collect(10)).unwrap(), "xxxx");
}

/// A token source that never returns.
struct Hanging;

impl TokenSource for Hanging {
    fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(std::future::pending())
    }
}

#[test]
fn a_token_source_that_hangs_is_named_and_not_the_server() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let builder = || builder(&server).credential("bearer", Credential::source(Hanging));
    let client = builder().credential_timeout(SHORT).build().unwrap();
    let error = json(&client, &SECURED).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(error.time_limit(), Some(TimeLimit::Credential(SHORT)));
    assert_eq!(
        text(&error, &server),
        "secured: the token source of `bearer` was not ready within 60ms, the timeout of a \
         credential; nothing was sent"
    );
    let client = builder().timeout(SHORT).build().unwrap();
    let error = json(&client, &SECURED).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        text(&error, &server),
        "secured: the source of the credential was not ready within 60ms, the timeout of the \
         call; nothing was sent"
    );
    assert_eq!(server.targets(), [""; 0]);
}

#[test]
fn a_connection_has_a_limit_of_its_own() {
    // A port of this machine that accepts no connection: its backlog is full.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut held = Vec::new();
    while let Ok(socket) = std::net::TcpStream::connect_timeout(&address, SHORT) {
        held.push(socket);
    }
    let server = Server::scripted(vec![vec![Step::Close]]);
    let builder = builder(&server).endpoint(format!("http://{address}"));
    let client = builder.connect_timeout(SHORT).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_timeout());
    assert_eq!(error.time_limit(), Some(TimeLimit::Connect(SHORT)));
    assert_eq!(
        error.to_string().replace(&address.to_string(), "HOST"),
        "get: cannot connect to HOST within 60ms; check the endpoint and the network"
    );
    drop(held);
}

#[test]
fn an_endless_body_ends_at_the_body_limit() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";
    let server = Server::scripted(vec![vec![send(head), Step::Endless(vec![b' '; 4096])]]);
    let client = builder(&server).body_limit(100_000).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}
