//! Failures that are sent again, and failures that are not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use callwright_runtime::{ByteStream, Request as _, Retry, SendBlocking as _};

use crate::api::{GET, KEYED, POST, PUT, builder, json, text};
use crate::server::{self, Server, answer};

fn quick() -> Retry {
    Retry::new().backoff(Duration::from_millis(1), Duration::from_millis(10))
}

/// The message of a call that fails, and the targets of its requests.
fn failure(
    script: Vec<Vec<server::Step>>,
    retry: Retry,
    operation: &'static callwright_runtime::generated::describe::Operation,
) -> (String, u32, usize) {
    let server = Server::scripted(script);
    let client = builder(&server).retry(retry).build().unwrap();
    let error = json(&client, operation).send_blocking().unwrap_err();
    (text(&error, &server), error.attempts(), server.targets().len())
}

#[test]
fn an_error_tells_the_number_of_attempts_and_the_last_answer() {
    let busy = || server::json(503, r#"{"code":"E1","message":"wait","id":"r-9"}"#);
    assert_eq!(
        failure(vec![busy()], quick(), &GET),
        (
            "get: the server answered 503 Service Unavailable, E1: wait (request id r-9); attempt 3"
                .to_owned(),
            3,
            3
        )
    );
    assert_eq!(
        failure(vec![busy(), vec![server::Step::Close]], quick(), &GET),
        (
            "get: the exchange with HOST broke off; attempt 3, after the server answered 503 Service \
             Unavailable, E1: wait (request id r-9)"
                .to_owned(),
            3,
            3
        )
    );
    assert_eq!(
        failure(vec![busy()], Retry::disabled(), &GET),
        (
            "get: the server answered 503 Service Unavailable, E1: wait (request id r-9)"
                .to_owned(),
            1,
            1
        )
    );
}

#[test]
fn a_server_that_asks_for_no_delay_is_given_one() {
    for later in ["0", "Thu, 01 Jan 1970 00:00:07 GMT"] {
        let server = Server::scripted(vec![answer(503, &[("retry-after", later)], "")]);
        let retry = Retry::new().max_attempts(4);
        let retry = retry.backoff(Duration::from_millis(40), Duration::from_millis(40));
        // The system's clock has random delays: whatever they are, the attempts are spread.
        let client = builder(&server).clock(Whole).retry(retry).build().unwrap();
        let begun = Instant::now();
        json(&client, &GET).send_blocking().unwrap_err();
        assert!(begun.elapsed() >= Duration::from_millis(120));
        assert_eq!(server.targets().len(), 4);
    }
}

/// A clock with the whole of every random delay.
#[derive(Clone, Copy, Debug)]
struct Whole;

impl callwright_runtime::Clock for Whole {
    fn now(&self) -> std::time::SystemTime {
        std::time::SystemTime::now()
    }
    fn sleep(&self, duration: Duration) -> callwright_runtime::transport::BoxFuture<'static, ()> {
        callwright_runtime::SystemClock.sleep(duration)
    }
    fn random(&self) -> u64 {
        u64::MAX
    }
}

#[test]
fn a_delay_beyond_the_longest_is_named() {
    assert_eq!(
        failure(vec![answer(429, &[("retry-after", "3600")], "")], quick(), &POST),
        (
            "post: the server answered 429 Too Many Requests; not retried, since `Retry-After` \
             exceeds the longest delay"
                .to_owned(),
            1,
            1
        )
    );
}

#[test]
fn a_sick_server_is_not_hammered() {
    let server = Server::scripted(vec![server::json(503, "{}")]);
    let client = builder(&server).retry(quick().max_attempts(1000)).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.attempts(), 101);
    assert_eq!(
        text(&error, &server),
        "get: the server answered 503 Service Unavailable; not retried, since the client's retry \
         budget is spent; attempt 101"
    );
    // From now on every call is sent once.
    for _ in 0..10 {
        assert_eq!(json(&client, &GET).send_blocking().unwrap_err().attempts(), 1);
    }
    assert_eq!(server.targets().len(), 111);
}

#[test]
fn codes_that_the_document_calls_transient_are_sent_again_whatever_the_method() {
    let busy = || server::json(400, r#"{"code":"BUSY"}"#);
    let server = Server::scripted(vec![busy(), server::json(200, "1")]);
    let client = builder(&server).retry(quick()).build().unwrap();
    assert_eq!(json(&client, &POST).send_blocking().unwrap().as_i64(), Some(1));
    assert_eq!(server.targets(), ["POST /post", "POST /post"]);
    let other = server::json(400, r#"{"code":"WRONG"}"#);
    assert_eq!(failure(vec![other], quick(), &POST).1, 1);
}

#[test]
fn a_hook_decides_before_the_rules() {
    let conflict = || server::json(409, "{}");
    let seen = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&seen);
    let server = Server::scripted(vec![conflict(), conflict(), server::json(200, "1")]);
    let retry = quick().retry_if(move |error| {
        counted.fetch_add(1, Ordering::SeqCst);
        assert_eq!(error.operation(), Some("post"));
        error.is_conflict().then_some(true)
    });
    let client = builder(&server).retry(retry).build().unwrap();
    json(&client, &POST).send_blocking().unwrap();
    assert_eq!((server.targets().len(), seen.load(Ordering::SeqCst)), (3, 2));
    let never = quick().retry_if(|_| Some(false));
    assert_eq!(failure(vec![server::json(503, "{}")], never, &GET).1, 1);
    // Not even a hook sends a stream twice.
    let server = Server::scripted(vec![server::json(503, "{}")]);
    let client = builder(&server).retry(quick().retry_if(|_| Some(true))).build().unwrap();
    let stream = ByteStream::from_reader(&b"bytes"[..], Some(5));
    let put = json(&client, &PUT).with(|call| call.stream(1, stream));
    assert_eq!(put.send_blocking().unwrap_err().attempts(), 1);
}

#[test]
fn a_key_makes_a_post_repeatable_and_is_the_same_for_all_attempts_of_a_call() {
    let busy = || server::json(503, "{}");
    let server = Server::scripted(vec![busy(), server::json(200, "1")]);
    let client = builder(&server).retry(quick()).idempotency_key("Idempotency-Key");
    let client = client.build().unwrap();
    json(&client, &POST).send_blocking().unwrap();
    json(&client, &POST).send_blocking().unwrap();
    json(&client, &GET).send_blocking().unwrap();
    json(&client, &KEYED).send_blocking().unwrap();
    let own = json(&client, &POST).with(|call| call.header("idempotency-key", "mine"));
    own.send_blocking().unwrap();
    let requests = server.requests();
    let key = |index: usize| requests[index].header("idempotency-key");
    // This clock's random numbers are all 0.
    let zero = "00000000-0000-4000-8000-000000000000";
    assert_eq!(
        [0, 1, 2, 3, 4, 5].map(key),
        [Some(zero), Some(zero), Some(zero), None, None, Some("mine")]
    );
    assert_eq!(requests[4].header("x-once"), Some(zero));
    // Without a key a POST is sent once.
    assert_eq!(failure(vec![busy()], quick(), &POST).1, 1);
    assert_eq!(failure(vec![busy()], quick(), &KEYED).1, 3);
}
