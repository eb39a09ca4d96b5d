//! What is sent again, when, and what stands.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use callwright_runtime::{
    Body, ByteStream, Clock, ErrorKind, Request as _, Retry, SendBlocking, http,
    transport::{BoxFuture, Transport, TransportError, TransportErrorKind, TransportFuture},
};

use crate::pets;
use crate::server::shown;

/// What one attempt meets.
#[derive(Clone, Copy, Debug)]
enum Meets {
    Status(u16),
    /// A status with this `Retry-After`.
    Later(u16, &'static str),
    Error(TransportErrorKind),
    /// No answer, ever.
    Nothing,
}

use Meets::{Error, Later, Nothing, Status};

/// A server, and a clock whose waits take no time: both keep what was asked of them.
#[derive(Clone, Debug)]
struct Scripted {
    script: Arc<Mutex<Vec<Meets>>>,
    sent: Arc<Mutex<Vec<String>>>,
    waits: Arc<Mutex<Vec<Duration>>>,
}

impl Scripted {
    fn new(script: &[Meets]) -> Self {
        let script = script.iter().rev().copied().collect();
        Self { script: Arc::new(Mutex::new(script)), sent: Arc::default(), waits: Arc::default() }
    }

    fn client(&self) -> pets::ClientBuilder {
        let builder = pets::Client::builder().zoo("z").retry(Retry::new());
        builder.transport(self.clone()).clock(self.clone())
    }

    /// The milliseconds between the attempts, each with its bound of 120 seconds left out.
    fn waits(&self) -> Vec<u128> {
        let waits = self.waits.lock().unwrap();
        waits.iter().map(Duration::as_millis).filter(|wait| *wait != 120_000).collect()
    }

    fn attempts(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
}

impl Transport for Scripted {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        self.sent.lock().unwrap().push(shown(&request));
        let meets = self.script.lock().unwrap().pop().unwrap();
        let answer = |status: u16, later: Option<&str>| {
            let mut response = http::Response::builder().status(status);
            if let Some(later) = later {
                response = response.header("retry-after", later);
            }
            Ok(response.body(Body::from("")).unwrap())
        };
        let outcome = match meets {
            Status(status) => answer(status, None),
            Later(status, later) => answer(status, Some(later)),
            Error(kind) => Err(TransportError::new(kind, "scripted")),
            Nothing => return Box::pin(std::future::pending()),
        };
        Box::pin(std::future::ready(outcome))
    }
}

impl Clock for Scripted {
    fn now(&self) -> std::time::SystemTime {
        std::time::UNIX_EPOCH
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.waits.lock().unwrap().push(duration);
        Box::pin(std::future::ready(()))
    }

    /// The whole of every wait.
    fn random(&self) -> u64 {
        u64::MAX
    }
}

/// The status or the error of `GET …/pet`, which is idempotent, and of `POST /ping`, which is not, with how often each was
/// sent.
fn outcomes(script: &[Meets]) -> [(Result<u16, ErrorKind>, usize); 2] {
    let (get, post) = (Scripted::new(script), Scripted::new(script));
    let got = get.client().build().unwrap().pets().download().send_blocking();
    let posted = post.client().build().unwrap().pets().ping().send_blocking();
    [
        (got.map(|got| got.http_status().as_u16()).map_err(|error| error.kind()), get.attempts()),
        (
            posted.map(|got| got.http_status().as_u16()).map_err(|error| error.kind()),
            post.attempts(),
        ),
    ]
}

#[test]
fn what_was_never_done_is_sent_again_whatever_the_method() {
    let refused = Error(TransportErrorKind::Connect);
    for script in [[refused, Status(200)], [Status(429), Status(200)]] {
        assert_eq!(outcomes(&script), [(Ok(200), 2), (Ok(200), 2)], "{script:?}");
    }
}

#[test]
fn what_may_have_been_done_is_sent_again_only_where_that_does_no_harm() {
    let undocumented = Err(ErrorKind::Undocumented);
    for status in [408, 425, 502, 503, 504] {
        let script = [Status(status), Status(200)];
        assert_eq!(outcomes(&script), [(Ok(200), 2), (undocumented, 1)], "{status}");
    }
    let broken = [Error(TransportErrorKind::Other), Status(200)];
    assert_eq!(outcomes(&broken), [(Ok(200), 2), (Err(ErrorKind::Transport), 1)]);
    let late = [Error(TransportErrorKind::Timeout), Status(200)];
    assert_eq!(outcomes(&late), [(Ok(200), 2), (Err(ErrorKind::Timeout), 1)]);
    for status in [400, 401, 404, 409, 500, 501] {
        assert_eq!(outcomes(&[Status(status)]), [(undocumented, 1), (undocumented, 1)], "{status}");
    }
}

#[test]
fn a_call_may_say_that_it_does_no_harm() {
    let server = Scripted::new(&[Status(503), Status(500), Status(200)]);
    let client = server.client().build().unwrap();
    let patient = Retry::new().idempotent().statuses([500, 503]);
    let pong = client.pets().ping().with(|call| call.retry(patient)).send_blocking().unwrap();
    assert_eq!((pong.http_status().as_u16(), server.attempts()), (200, 3));
}

#[test]
fn waits_double_unless_the_server_says_how_long() {
    let server = Scripted::new(&[Status(429), Status(429), Status(200)]);
    server.client().build().unwrap().pets().ping().send_blocking().unwrap();
    assert_eq!(server.waits(), [200, 400]);
    let dated = "Thu, 01 Jan 1970 00:00:07 GMT";
    let server = Scripted::new(&[Later(429, "3"), Later(429, dated), Status(200)]);
    server.client().build().unwrap().pets().ping().send_blocking().unwrap();
    assert_eq!(server.waits(), [3_000, 7_000]);
}

#[test]
fn a_wait_beyond_the_longest_is_left_to_the_caller() {
    let server = Scripted::new(&[Later(429, "21")]);
    let error = server.client().build().unwrap().pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!((server.attempts(), server.waits()), (1, vec![]));
}

#[test]
fn the_last_outcome_stands() {
    let server = Scripted::new(&[Error(TransportErrorKind::Connect), Status(503), Status(502)]);
    let client = server.client().build().unwrap();
    let error = client.pets().download().send_blocking().unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), server.attempts()), (502, 3));
}

#[test]
fn an_attempt_has_a_time_of_its_own() {
    let server = Scripted::new(&[Nothing, Status(200)]);
    let retry = Retry::new().attempt_timeout(Duration::from_secs(5));
    let client = server.client().retry(retry).build().unwrap();
    assert_eq!(client.pets().download().send_blocking().unwrap().http_status(), 200);
    assert_eq!(server.waits(), [5_000, 200, 5_000]);
}

#[test]
fn every_attempt_is_complete_but_a_stream_is_sent_once() {
    let server = Scripted::new(&[Status(429), Status(200)]);
    let client = server.client().build().unwrap();
    let error = client.pets().put_pet("p").form(pets::Pet::new("p")).send_blocking().unwrap_err();
    assert_eq!(error.status().unwrap(), 200);
    let sent = server.sent.lock().unwrap().clone();
    assert_eq!(sent[0], sent[1]);
    let server = Scripted::new(&[Status(429)]);
    let client = server.client().build().unwrap();
    let stream = ByteStream::from_reader(&b"bytes"[..], Some(5));
    let error = client.pets().put_pet("p").file(stream).send_blocking().map(drop).unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), server.attempts()), (429, 1));
}

#[test]
fn nothing_is_sent_again_unless_asked() {
    let server = Scripted::new(&[Status(429)]);
    let client = server.client().retry(Retry::disabled()).build().unwrap();
    client.pets().ping().send_blocking().unwrap_err();
    let server = Scripted::new(&[Status(429)]);
    let builder = pets::Client::builder().transport(server.clone()).clock(server);
    builder.build().unwrap().pets().ping().send_blocking().unwrap_err();
}
