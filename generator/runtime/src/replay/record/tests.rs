use std::sync::atomic::{AtomicI64, Ordering};

use bytes::Bytes;
use http::{HeaderValue, header};
use serde_json::{Value, json};

use super::*;
use crate::body::ByteStream;
use crate::body::{Collected, collect};
use crate::clock::Clock;
use crate::replay::{Replay, ReplayErrorKind};
use crate::transport::{BoxFuture, TransportError};

/// Returns the same response to every request.
#[derive(Debug)]
struct Fixed(Option<&'static [u8]>, &'static [(&'static str, &'static str)], bool);

impl Transport for Fixed {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        let Self(answer, headers, streamed) = *self;
        Box::pin(async move {
            collect(request.into_body(), 1 << 20).await?;
            let Some(bytes) = answer else {
                return Err(TransportError::connect("nobody listens"));
            };
            let body = if streamed { pieces(bytes) } else { Bytes::from_static(bytes).into() };
            let mut response = http::Response::new(body);
            for (name, value) in headers {
                response.headers_mut().insert(*name, HeaderValue::from_static(value));
            }
            Ok(response)
        })
    }
}

fn pieces(bytes: &'static [u8]) -> Body {
    ByteStream::from_reader(bytes, None).into_body()
}

/// Each reading of the clock is a quarter of a second later.
#[derive(Debug, Default)]
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> std::time::SystemTime {
        let ticks = self.0.fetch_add(1, Ordering::Relaxed);
        jiff::Timestamp::from_millisecond(1_767_225_600_000 + ticks * 250).unwrap().into()
    }

    fn sleep(&self, _: std::time::Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::ready(()))
    }

    fn random(&self) -> u64 {
        0
    }
}

fn recorder(answer: &'static [u8], headers: &'static [(&'static str, &'static str)]) -> Recorder {
    Recorder::new(Fixed(Some(answer), headers, false)).clock(Ticking::default())
}

fn request(method: &str, url: &str, body: Body) -> http::Request<Body> {
    http::Request::builder().method(method).uri(url).body(body).unwrap()
}

fn exchange(transport: &dyn Transport, request: http::Request<Body>) -> Bytes {
    let response = pollster::block_on(transport.send(request)).unwrap();
    match pollster::block_on(collect(response.into_body(), 1 << 20)).unwrap() {
        Collected::All(bytes) => bytes,
        Collected::Beyond(_) => panic!("more than a test answers"),
    }
}

fn written(recorder: &Recorder) -> Value {
    let text = recorder.to_har_string().unwrap();
    // Other HAR parsers can read whatever is written.
    har::from_str(&text).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn an_exchange_is_written_as_har() {
    let recorder = recorder(
        br#"{"ok":true}"#,
        &[("content-type", "application/json"), ("location", "/y?token=t")],
    );
    let mut sent = request("POST", "https://u:p@a.example/x?a=%20", "{}".into());
    sent.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    exchange(&recorder, sent);
    assert_eq!(
        written(&recorder),
        json!({ "log": {
            "version": "1.2",
            "creator": { "name": "callwright-runtime", "version": env!("CARGO_PKG_VERSION") },
            "entries": [{
                "startedDateTime": "2026-01-01T00:00:00.000Z",
                "time": 750.0,
                "request": {
                    "method": "POST",
                    "url": "https://a.example/x?a=%20",
                    "httpVersion": "HTTP/1.1",
                    "cookies": [],
                    "headers": [{ "name": "content-type", "value": "application/json" }],
                    "queryString": [{ "name": "a", "value": " " }],
                    "postData": { "mimeType": "application/json", "text": "{}" },
                    "headersSize": -1,
                    "bodySize": 2
                },
                "response": {
                    "status": 200,
                    "statusText": "OK",
                    "httpVersion": "HTTP/1.1",
                    "cookies": [],
                    "headers": [
                        { "name": "content-type", "value": "application/json" },
                        { "name": "location", "value": "/y?token=REDACTED" }
                    ],
                    "content": {
                        "size": 11, "mimeType": "application/json", "text": "{\"ok\":true}"
                    },
                    "redirectURL": "/y?token=REDACTED",
                    "headersSize": -1,
                    "bodySize": 11
                },
                "cache": {},
                "timings": { "send": 0.0, "wait": 500.0, "receive": 250.0 }
            }]
        } })
    );
}

#[test]
fn no_secret_is_written() {
    let recorder = recorder(
        br#"{"token":"s3cret","secret":{"a":["s3cret"]}}"#,
        &[("set-cookie", "s3cret"), ("x-own", "s3cret")],
    )
    .redact("X-Own");
    let body = r#"{"password": "s3cret", "x-own": 5}"#;
    let url = "https://s3cret@a.example/?Access_Token=s3cret&X-Own=s3cret&a=1";
    let mut sent = request("POST", url, body.into());
    let mut marked = HeaderValue::from_static("s3cret");
    marked.set_sensitive(true);
    sent.headers_mut().insert("x-marked", marked);
    for name in ["authorization", "x-auth-token", "cookie", "x-security-token"] {
        sent.headers_mut().insert(name, HeaderValue::from_static("s3cret"));
    }
    exchange(&recorder, sent);
    let mut form = request("POST", "/f", "user=u&password=s3cret".into());
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    form.headers_mut().insert(header::CONTENT_TYPE, kind);
    exchange(&recorder, form);
    assert_eq!(recorder.to_har_string().unwrap().matches("s3cret").count(), 0);
    let har = written(&recorder);
    assert_eq!(
        har["log"]["entries"][0]["request"]["url"],
        "https://a.example/?Access_Token=REDACTED&X-Own=REDACTED&a=1"
    );
    assert_eq!(
        har["log"]["entries"][0]["request"]["postData"]["text"],
        r#"{"password":"REDACTED","x-own":0}"#
    );
    assert_eq!(har["log"]["entries"][1]["request"]["postData"]["text"], "user=u&password=REDACTED");
}

#[test]
fn what_was_recorded_can_be_replayed() {
    let recorder = recorder(b"\xff\x00", &[("content-type", "image/png")]);
    let sent = || request("PUT", "https://a.example/x?token=t", Body::from(b"\xfe".to_vec()));
    exchange(&recorder, sent());
    let text = recorder.to_har_string().unwrap();
    let replay = text.parse::<Replay>().unwrap().match_body().require_all();
    assert_eq!(exchange(&replay, sent()), b"\xff\x00"[..]);
    replay.finish().unwrap();
}

#[test]
fn streams_are_recorded_as_they_pass() {
    let recorder = Recorder::new(Fixed(Some(b"streamed"), &[], true));
    assert_eq!(exchange(&recorder, request("POST", "/x", pieces(b"sent"))), b"streamed"[..]);
    let har = written(&recorder);
    assert_eq!(har["log"]["entries"][0]["request"]["postData"]["text"], "sent");
    assert_eq!(har["log"]["entries"][0]["response"]["content"]["text"], "streamed");
    assert_eq!(har["log"]["entries"][0].get("comment"), None);
}

#[test]
fn a_stream_that_nobody_read_is_marked() {
    let recorder = Recorder::new(Fixed(Some(b"streamed"), &[], true));
    drop(pollster::block_on(recorder.send(request("GET", "/x", Body::empty()))).unwrap());
    let har = written(&recorder);
    assert_eq!(har["log"]["entries"][0]["comment"], "The response body was not read to its end.");
    let error = recorder.to_har_string().unwrap().parse::<Replay>().unwrap_err();
    assert_eq!(error.entry(), Some(0));
}

#[test]
fn a_failure_is_recorded_and_replayed_as_one() {
    let recorder = Recorder::new(Fixed(None, &[], false));
    pollster::block_on(recorder.send(request("GET", "/x", Body::empty()))).unwrap_err();
    let har = written(&recorder);
    assert_eq!(har["log"]["entries"][0]["response"]["status"], 0);
    assert_eq!(
        har["log"]["entries"][0]["comment"],
        "No answer came: the connection could not be opened: nobody listens"
    );
    let replay: Replay = recorder.to_har_string().unwrap().parse().unwrap();
    pollster::block_on(replay.send(request("GET", "/x", Body::empty()))).unwrap_err();
}

#[test]
fn long_bodies_are_cut_and_say_so() {
    let recorder = recorder(b"0123456789", &[]).body_limit(4);
    exchange(&recorder, request("GET", "/x", Body::empty()));
    let har = written(&recorder);
    assert_eq!(
        har["log"]["entries"][0]["response"]["content"],
        json!({
            "size": 10, "mimeType": "x-unknown", "text": "0123", "_truncated": true,
            "comment": "Only the first 4 of 10 bytes were recorded."
        })
    );
    assert_eq!(recorder.to_har_string().unwrap().parse::<Replay>().unwrap_err().entry(), Some(0));
}

#[test]
fn encoded_content_stays_encoded() {
    let recorder = recorder(b"\x1f\x8b", &[("content-encoding", "gzip")]);
    exchange(&recorder, request("GET", "/x", Body::empty()));
    let replay: Replay = recorder.to_har_string().unwrap().parse().unwrap();
    let response = pollster::block_on(replay.send(request("GET", "/x", Body::empty()))).unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = std::env::temp_dir().join(format!("callwright-record-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("a.har");
    let recorder = recorder(b"", &[]);
    recorder.save(&path).unwrap();
    exchange(&recorder, request("GET", "/x", Body::empty()));
    recorder.save(&path).unwrap();
    assert_eq!(Replay::from_path(&path).unwrap().unused().len(), 1);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    std::fs::remove_dir_all(&folder).unwrap();
    let error = recorder.save(&path).unwrap_err();
    assert_eq!((error.kind(), error.path()), (ReplayErrorKind::File, Some(path.as_path())));
}

#[test]
fn credentials_are_hidden_although_nobody_described_the_api() {
    use crate::call::Call;
    use crate::client::ClientBuilder;
    use crate::credential::Credential;
    use crate::describe::{Api, Location, Operation, SecurityScheme};
    use crate::json::Json;
    use crate::response::{NoError, NoHeaders};

    static API: Api = Api::new("t", "1", "t/1").security_schemes(&[
        ("query", SecurityScheme::api_key(Location::Query, "sign me")),
        ("header", SecurityScheme::api_key(Location::Header, "X-Licence")),
        ("cookie", SecurityScheme::api_key(Location::Cookie, "sid")),
    ]);
    static GET: Operation = Operation::new("get", "GET", "/x").security(&[&[
        ("query", &[]),
        ("header", &[]),
        ("cookie", &[]),
    ]]);
    let recorder = recorder(b"1", &[("location", "/y?sign%20me=hunter2&a=1")]);
    let mut builder = ClientBuilder::new(&API).endpoint("http://h").transport(recorder.clone());
    for scheme in ["query", "header", "cookie"] {
        builder = builder.credential(scheme, Credential::api_key("hunter2"));
    }
    let call: Call = builder.build().unwrap().call(&GET);
    pollster::block_on(call.send::<Json, NoHeaders, NoError>()).map(drop).unwrap();
    let har = recorder.to_har_string().unwrap();
    assert_eq!(har.matches("hunter2").count(), 0);
    let har: Value = serde_json::from_str(&har).unwrap();
    let request = &har["log"]["entries"][0]["request"];
    assert_eq!(request["url"], "http://h/x?sign%20me=REDACTED");
    assert_eq!(har["log"]["entries"][0]["response"]["redirectURL"], "/y?sign%20me=REDACTED&a=1");
}
