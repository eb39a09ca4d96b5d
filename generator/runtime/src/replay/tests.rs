use http::StatusCode;
use serde_json::{Value, json};

use super::*;
use crate::body::{Body, Collected, collect};
use crate::transport::Transport;

/// An entry with the minimum that HAR 1.2 requires.
fn entry(method: &str, url: &str, status: u16, body: &str) -> Value {
    json!({
        "startedDateTime": "2026-01-01T00:00:00.000Z",
        "time": 0,
        "request": {
            "method": method, "url": url, "httpVersion": "HTTP/1.1", "cookies": [], "headers": [],
            "queryString": [], "headersSize": -1, "bodySize": -1
        },
        "response": {
            "status": status, "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
            "headers": [], "redirectURL": "", "headersSize": -1, "bodySize": -1,
            "content": { "size": body.len(), "mimeType": "application/json", "text": body }
        },
        "cache": {},
        "timings": { "send": 0, "wait": 0, "receive": 0 }
    })
}

fn har(entries: &[Value]) -> String {
    json!({ "log": {
        "version": "1.2", "creator": { "name": "t", "version": "1" }, "entries": entries
    } })
    .to_string()
}

fn replay(entries: &[Value]) -> Replay {
    har(entries).parse().unwrap()
}

fn refusal(entries: &[Value]) -> String {
    har(entries).parse::<Replay>().unwrap_err().to_string()
}

fn request(method: &str, url: &str, body: &str) -> http::Request<Body> {
    let request = http::Request::builder().method(method).uri(url);
    request.body(Body::from(body.to_owned())).unwrap()
}

fn exchange(replay: &Replay, request: http::Request<Body>) -> (StatusCode, String) {
    let response = pollster::block_on(replay.send(request)).unwrap();
    let status = response.status();
    match pollster::block_on(collect(response.into_body(), 4096)).unwrap() {
        Collected::All(bytes) => (status, String::from_utf8(bytes.to_vec()).unwrap()),
        Collected::Beyond(_) => panic!("more than a test answers"),
    }
}

fn get(replay: &Replay, url: &str) -> (StatusCode, String) {
    exchange(replay, request("GET", url, ""))
}

fn answer(status: u16, body: &str) -> (StatusCode, String) {
    (StatusCode::from_u16(status).unwrap(), body.to_owned())
}

#[test]
fn the_host_of_the_recording_does_not_count() {
    let replay = replay(&[entry("GET", "https://a.example/x?b=1&a=%7E", 201, "1")]);
    assert_eq!(get(&replay, "http://localhost:1/x?a=~&b=1"), answer(201, "1"));
    assert_eq!(replay.unused(), []);
    replay.require_all().finish().unwrap();
}

#[test]
fn entries_of_one_request_are_used_in_order_and_once() {
    let replay = replay(&[
        entry("GET", "/x", 200, "1"),
        entry("GET", "/y", 200, "2"),
        entry("GET", "/x", 200, "3"),
    ]);
    assert_eq!(get(&replay, "/x"), answer(200, "1"));
    assert_eq!(get(&replay, "/x"), answer(200, "3"));
    assert_eq!(get(&replay, "/x").0, StatusCode::NOT_FOUND);
    assert_eq!(get(&replay, "/y"), answer(200, "2"));
    assert_eq!(replay.unmatched().len(), 1);
}

#[test]
fn the_last_one_can_be_repeated() {
    let replay =
        replay(&[entry("GET", "/x", 200, "1"), entry("GET", "/x", 200, "2")]).repeat_last();
    let bodies: Vec<_> = (0..4).map(|_| get(&replay, "/x").1).collect();
    assert_eq!(bodies, ["1", "2", "2", "2"]);
    replay.finish().unwrap();
}

#[test]
fn an_unmatched_request_is_told_what_is_recorded_for_its_path() {
    let replay = replay(&[
        entry("GET", "/other", 200, ""),
        entry("DELETE", "/x", 200, ""),
        entry("GET", "/x?limit=1", 200, ""),
    ]);
    let (status, body) = get(&replay, "/x?token=secret");
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(
        serde_json::from_str::<Value>(&body).unwrap(),
        json!({
            "error": "no recorded exchange matches this request",
            "request": "GET /x?token=REDACTED",
            "recorded": [
                { "entry": 1, "request": "DELETE /x", "difference": "has another method" },
                { "entry": 2, "request": "GET /x?limit=1", "difference": "has another query" },
            ],
        })
    );
    let error = replay.finish().unwrap_err();
    assert_eq!(error.kind(), ReplayErrorKind::Verification);
    assert_eq!(error.unmatched().len(), 1);
    assert_eq!(
        error.to_string(),
        "requests without a recorded exchange: GET /x?token=REDACTED (log.entries[1] DELETE /x \
         has another method, log.entries[2] GET /x?limit=1 has another query)"
    );
}

#[test]
fn an_unknown_path_is_told_what_is_recorded_at_all() {
    let replay = replay(&[entry("GET", "/y", 200, "")]);
    assert_eq!(get(&replay, "/x").0, StatusCode::NOT_FOUND);
    let unmatched = replay.unmatched();
    let differences: Vec<_> =
        unmatched.iter().flat_map(UnmatchedRequest::nearest).map(|(_, what)| what).collect();
    assert_eq!(differences, [&Difference::Path]);
}

#[test]
fn unused_entries_fail_only_where_all_are_required() {
    let replay = replay(&[entry("GET", "/x", 200, ""), entry("GET", "/y", 200, "")]);
    get(&replay, "/x");
    let unused: Vec<_> = replay.unused().iter().map(ToString::to_string).collect();
    assert_eq!(unused, ["log.entries[1] GET /y"]);
    replay.verify().unwrap();
    let error = replay.require_all().verify().unwrap_err();
    assert_eq!(error.to_string(), "recorded exchanges that were not used: log.entries[1] GET /y");
}

#[test]
fn headers_count_where_asked_for() {
    let mut recorded = entry("GET", "/x", 200, "1");
    recorded["request"]["headers"] = json!([{ "name": "X-A", "value": "1" }]);
    let replay = replay(&[recorded.clone(), recorded]);
    assert_eq!(get(&replay, "/x"), answer(200, "1"));
    let name = HeaderName::from_static("x-a");
    let replay = replay.match_header(name.clone());
    assert_eq!(get(&replay, "/x").0, StatusCode::NOT_FOUND);
    assert_eq!(replay.unmatched().pop().unwrap().nearest()[1].1, Difference::Header(name));
    let mut same = request("GET", "/x", "");
    same.headers_mut().insert("x-a", http::HeaderValue::from_static("1"));
    assert_eq!(exchange(&replay, same), answer(200, "1"));
}

#[test]
fn a_redacted_header_stands_for_any_value() {
    let mut recorded = entry("GET", "/x", 200, "1");
    recorded["request"]["headers"] = json!([{ "name": "X-Auth-Token", "value": "REDACTED" }]);
    let replay = replay(&[recorded]).match_header(HeaderName::from_static("x-auth-token"));
    assert_eq!(get(&replay, "/x").0, StatusCode::NOT_FOUND);
    let mut same = request("GET", "/x", "");
    same.headers_mut().insert("x-auth-token", http::HeaderValue::from_static("t"));
    assert_eq!(exchange(&replay, same), answer(200, "1"));
}

#[test]
fn bodies_count_where_asked_for() {
    let with_body = |kind: &str, data: Value| {
        let mut recorded = entry("POST", "/x", 200, "1");
        recorded["request"]["postData"] = json!({ "mimeType": kind });
        let members = data.as_object().unwrap().clone();
        recorded["request"]["postData"].as_object_mut().unwrap().extend(members);
        recorded
    };
    let form = "application/x-www-form-urlencoded; charset=UTF-8";
    let cases = [
        (
            with_body("application/json", json!({ "text": "{\"a\": 1, \"b\": 2}" })),
            r#"{"b":2,"a":1}"#,
            200,
        ),
        (with_body("application/json", json!({ "text": "{\"a\": 1}" })), r#"{"a":2}"#, 404),
        (
            with_body("application/json", json!({ "text": "{\"a\":[{\"b\":\"REDACTED\"}]}" })),
            r#"{"a":[{"b":"secret"}]}"#,
            200,
        ),
        (with_body("text/plain", json!({ "text": "a" })), "a", 200),
        (with_body("text/plain", json!({ "text": "a" })), "b", 404),
        (with_body(form, json!({ "text": "a=%20&b=" })), "a=+&b", 200),
        (with_body(form, json!({ "text": "a=REDACTED" })), "a=secret", 200),
        (with_body(form, json!({ "text": "a=1" })), "a=1&b=2", 404),
        (with_body(form, json!({ "params": [{ "name": "a", "value": " " }] })), "a=+", 200),
        (with_body("multipart/form-data", json!({ "params": [{ "name": "a" }] })), "a", 404),
        (with_body("image/png", json!({ "text": "/w==", "_encoding": "base64" })), "b", 404),
        (entry("POST", "/x", 200, "1"), "", 200),
    ];
    for (recorded, body, status) in cases {
        let replay = replay(std::slice::from_ref(&recorded));
        assert_eq!(exchange(&replay, request("POST", "/x", "else")).0, StatusCode::OK);
        let replay = har(std::slice::from_ref(&recorded)).parse::<Replay>().unwrap().match_body();
        assert_eq!(exchange(&replay, request("POST", "/x", body)).0.as_u16(), status, "{recorded}");
    }
}

#[test]
fn a_query_parameter_can_be_left_out() {
    let replay = replay(&[entry("GET", "/x?t=1&a=1", 200, "1")]).ignore_query("t");
    assert_eq!(get(&replay, "/x?a=1&t=2"), answer(200, "1"));
}

#[test]
fn one_text_can_stand_for_another() {
    let replay = replay(&[entry("GET", "/v1/old/x?id=old", 200, r#"{"id":"old"}"#)])
        .substitute("old", "a/\"b\"")
        .substitute("", "nothing");
    assert_eq!(get(&replay, "/v1/a%2F%22b%22/x?id=a/%22b%22"), answer(200, r#"{"id":"a/\"b\""}"#));
}

#[test]
fn the_answer_has_the_recorded_headers_but_those_of_the_connection() {
    let mut recorded = entry("GET", "/x", 200, "abc");
    recorded["response"]["headers"] = json!([
        { "name": ":status", "value": "200" },
        { "name": "Content-Length", "value": "999" },
        { "name": "Content-Encoding", "value": "gzip" },
        { "name": "Transfer-Encoding", "value": "chunked" },
        { "name": "Connection", "value": "keep-alive" },
        { "name": "Set-Cookie", "value": "a=1\nb=2" },
        { "name": "X-Note", "value": "你" },
    ]);
    let replay = replay(&[recorded]);
    let response = pollster::block_on(replay.send(request("GET", "/x", ""))).unwrap();
    let headers: Vec<_> = response
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
        .collect();
    assert_eq!(
        headers,
        [
            ("set-cookie", "a=1".into()),
            ("set-cookie", "b=2".into()),
            ("x-note", "你".into()),
            ("content-type", "application/json".into()),
        ]
    );
}

#[test]
fn base64_is_decoded_and_head_has_no_body() {
    let mut recorded = entry("GET", "/x", 200, "YW\r\nJj");
    recorded["response"]["content"]["encoding"] = json!("base64");
    let mut head = entry("HEAD", "/x", 200, "abc");
    head["response"]["headers"] = json!([{ "name": "Content-Length", "value": "3" }]);
    let replay = replay(&[recorded, head]);
    assert_eq!(get(&replay, "/x"), answer(200, "abc"));
    let response = pollster::block_on(replay.send(request("HEAD", "/x", ""))).unwrap();
    assert_eq!(response.headers()["content-length"], "3");
    assert_eq!(response.body().as_bytes(), Some(&b""[..]));
}

#[test]
fn a_failed_exchange_fails_again() {
    let replay = replay(&[entry("GET", "/x", 0, "")]);
    let error = pollster::block_on(replay.send(request("GET", "/x", ""))).unwrap_err();
    assert_eq!(error.kind(), crate::transport::TransportErrorKind::Other);
    replay.require_all().finish().unwrap();
}

#[test]
fn clones_share_what_was_used() {
    let replay = replay(&[entry("GET", "/x", 200, "1")]);
    get(&replay.clone(), "/x");
    assert_eq!(replay.unused(), []);
}

#[test]
fn what_is_no_har_is_refused() {
    let refusal = |text: &str| text.parse::<Replay>().unwrap_err().to_string();
    assert_eq!(refusal("{"), "is not JSON: EOF while parsing an object at line 1 column 1");
    assert_eq!(refusal("[]"), "has no object `log`, so it is not a HAR file");
    assert_eq!(refusal(r#"{"log":{}}"#), "has no `log.version`; it must be \"1.2\"");
    assert_eq!(refusal(r#"{"log":{"version":"1.3"}}"#), "is HAR 1.3; only HAR 1.2 can be replayed");
    assert_eq!(refusal(r#"{"log":{"version":"1.2"}}"#), "has no array `log.entries`");
    assert_eq!(
        refusal(r#"{"log":{"version":"1.2","entries":[]}}"#),
        "log: missing field `creator`"
    );
}

proptest::proptest! {
    #[test]
    fn no_input_is_too_strange(at in 0_usize..2000, length in 0_usize..40, other: Vec<u8>) {
        let mut text = har(&[entry("GET", "https://a.example/x?y", 200, "{}")]).into_bytes();
        let start = at.min(text.len());
        let end = (start + length).min(text.len());
        text.splice(start..end, other);
        // The outcome does not matter, only that it returns.
        let _ = read::entries(&text);
    }
}

#[test]
fn an_entry_at_fault_is_named() {
    let good = entry("GET", "/x", 200, "");
    let wrong = |pointer: &str, value: Value| {
        let mut entry = good.clone();
        *entry.pointer_mut(pointer).unwrap() = value;
        refusal(&[good.clone(), entry])
    };
    assert_eq!(wrong("/request", json!({})), "log.entries[1]: missing field `method`");
    assert_eq!(wrong("/request/method", json!("A B")), "log.entries[1]: \"A B\" is not a method");
    assert_eq!(
        wrong("/request/url", json!("data:,x")),
        "log.entries[1]: the URL is not one of http or https; take the entry out of the file"
    );
    assert_eq!(
        wrong("/response/status", json!(101)),
        "log.entries[1]: 101 is not the status of an answer"
    );
    assert_eq!(
        wrong("/response/headers", json!([{ "name": "a b", "value": "" }])),
        "log.entries[1]: \"a b\" is not the name of a header"
    );
    assert_eq!(
        wrong("/response/content", json!({ "size": 3, "mimeType": "" })),
        "log.entries[1]: the response body of 3 bytes is not in the file; record it with its \
         content"
    );
    assert_eq!(
        wrong("/response/content", json!({ "text": "%", "encoding": "base64" })),
        "log.entries[1]: the response body is not base64: Invalid symbol 37, offset 0."
    );
    assert_eq!(
        wrong("/response/content", json!({ "text": "x", "encoding": "gzip" })),
        "log.entries[1]: the encoding \"gzip\" of the response body is unknown; it can be \
         \"base64\""
    );
    assert_eq!(
        wrong("/response/content", json!({ "text": "x", "_truncated": true })),
        "log.entries[1]: only the beginning of the response body was recorded; record it with a \
         larger body limit"
    );
}

#[test]
fn a_file_is_named_in_its_errors() {
    let error = Replay::from_path("no/such.har").unwrap_err();
    assert_eq!(error.kind(), ReplayErrorKind::File);
    assert_eq!(error.path(), Some(Path::new("no/such.har")));
    let many = vec![Value::Null; 10_001];
    assert_eq!(refusal(&many), "has 10001 entries, more than 10000; split the recording");
}

#[cfg(feature = "replay-server")]
mod served {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// Sends raw text and reads until the server closes the connection.
    fn raw(server: &ReplayServer, text: &str) -> String {
        let address = server.url().strip_prefix("http://").unwrap().to_owned();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        // The server sends the date; nothing else varies.
        answer
            .split("\r\n")
            .filter(|line| !line.starts_with("date: "))
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_recorded_answer_comes_over_a_socket() {
        let replay = replay(&[entry("GET", "https://a.example/x%20y", 201, "{}")]);
        let server = ReplayServer::start(replay.require_all()).unwrap();
        assert_eq!(
            raw(&server, "GET /x%20y HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
            "HTTP/1.1 201 Created\ncontent-type: application/json\nconnection: close\n\
             content-length: 2\n\n{}"
        );
        server.finish().unwrap();
    }

    #[test]
    fn an_unmatched_request_fails_at_the_end() {
        let server = ReplayServer::start(replay(&[])).unwrap();
        let answer = raw(&server, "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assert_eq!(answer.lines().next(), Some("HTTP/1.1 404 Not Found"));
        assert_eq!(
            server.finish().unwrap_err().to_string(),
            "requests without a recorded exchange: GET /x (nothing is recorded)"
        );
    }

    #[test]
    fn a_failed_exchange_closes_the_connection() {
        let server = ReplayServer::start(replay(&[entry("GET", "/x", 0, "")])).unwrap();
        assert_eq!(raw(&server, "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"), "");
        server.finish().unwrap();
    }

    #[test]
    fn dropping_it_closes_what_is_open() {
        let server = ReplayServer::start(replay(&[])).unwrap();
        let address = server.url().strip_prefix("http://").unwrap().to_owned();
        let mut idle = TcpStream::connect(&address).unwrap();
        drop(server);
        assert!(!matches!(idle.read(&mut [0; 1]), Ok(1)));
        assert!(TcpStream::connect(&address).is_err());
    }

    #[test]
    fn it_can_be_used_and_dropped_within_an_async_runtime() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server = ReplayServer::start(replay(&[])).unwrap();
            drop(server);
        });
    }
}
