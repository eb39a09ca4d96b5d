use super::*;

fn har(entries: &str) -> String {
    format!(
        r#"{{"log":{{"version":"1.2","creator":{{"name":"hand","version":"1"}},"entries":[{entries}]}}}}"#
    )
}

fn entry(method: &str, url: &str, sent: &str, status: u16, content: &str) -> String {
    let post = if sent.is_empty() {
        String::new()
    } else {
        format!(r#","postData":{{"mimeType":"application/json","text":{sent:?}}}"#)
    };
    format!(
        r#"{{"startedDateTime":"2026-01-01T00:00:00Z","time":0,"cache":{{}},
        "timings":{{"send":0,"wait":0,"receive":0}},
        "request":{{"method":"{method}","url":"{url}","httpVersion":"HTTP/1.1","cookies":[],
            "headers":[{{"name":":path","value":"/"}},{{"name":"X-A","value":"1"}}],
            "queryString":[],"headersSize":-1,"bodySize":-1{post}}},
        "response":{{"status":{status},"statusText":"","httpVersion":"HTTP/1.1","cookies":[],
            "headers":[{{"name":"Content-Length","value":"999"}},{{"name":"X-B","value":"2"}}],
            "content":{content},"redirectURL":"","headersSize":-1,"bodySize":-1}}}}"#
    )
}

fn text(text: &str) -> String {
    format!(r#"{{"size":0,"mimeType":"application/json","text":{text:?}}}"#)
}

fn send(replay: &Replay, method: &str, uri: &str, body: &'static str) -> (u16, Bytes) {
    let request = http::Request::builder().method(method).uri(uri).body(Body::from(body)).unwrap();
    let response = pollster::block_on(replay.send(request)).unwrap();
    let status = response.status().as_u16();
    match pollster::block_on(collect(response.into_body(), 1000)).unwrap() {
        Collected::All(bytes) | Collected::Beyond(bytes) => (status, bytes),
    }
}

#[test]
fn entries_answer_once_and_in_order() {
    let one = entry("GET", "https://a.example/x?a=1&b=2", "", 200, &text("one"));
    let two = entry("GET", "https://a.example/x?a=1&b=2", "", 201, &text("two"));
    let replay: Replay = har(&format!("{one},{two}")).parse().unwrap();
    assert_eq!(send(&replay, "GET", "http://b:1/x?b=2&a=1", ""), (200, "one".into()));
    assert_eq!(replay.unused(), ["GET /x?a=1&b=2"]);
    assert_eq!(
        replay.finish().unwrap_err().to_string(),
        "recorded but not requested: GET /x?a=1&b=2"
    );
    assert_eq!(send(&replay, "GET", "http://b:1/x?a=1&b=2", ""), (201, "two".into()));
    replay.finish().unwrap();
    assert_eq!(send(&replay, "GET", "http://b:1/x?a=1&b=2", "").0, 404);
    assert!(replay.verify().is_err());
    let again = replay.repeating();
    assert_eq!(send(&again, "GET", "http://b:1/x?a=1&b=2", ""), (201, "two".into()));
}

#[test]
fn a_request_that_was_not_recorded_gets_404_and_fails_the_test() {
    let replay: Replay =
        har(&entry("GET", "https://a.example/x", "", 200, &text("{}"))).parse().unwrap();
    for (method, uri) in [("POST", "http://b/x"), ("GET", "http://b/y"), ("GET", "http://b/x?q")] {
        assert_eq!(send(&replay, method, uri, "").0, 404);
    }
    assert_eq!(replay.unmatched(), ["POST /x", "GET /y", "GET /x?q"]);
    assert_eq!(
        replay.finish().unwrap_err().to_string(),
        "no recorded exchange matches POST /x, GET /y, GET /x?q"
    );
}

#[test]
fn a_recorded_body_has_to_be_sent() {
    let recorded = entry("POST", "https://a.example/x", r#"{"a":1,"b":2}"#, 200, &text("{}"));
    let replay: Replay = har(&recorded).parse().unwrap();
    assert_eq!(send(&replay, "POST", "http://b/x", r#"{"a":2}"#).0, 404);
    assert_eq!(send(&replay, "POST", "http://b/x", r#"{ "b": 2, "a": 1 }"#).0, 200);
}

#[test]
fn headers_count_where_asked_for() {
    let recorded = entry("GET", "https://a.example/x", "", 200, &text("{}"));
    let replay: Replay = har(&recorded).parse().unwrap();
    let replay = replay.match_header(HeaderName::from_static("x-a"));
    assert_eq!(send(&replay, "GET", "http://b/x", "").0, 404);
    let request = http::Request::get("http://b/x").header("x-a", "1").body(Body::empty()).unwrap();
    let response = pollster::block_on(replay.send(request)).unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-b"], "2");
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.headers().get("content-length"), None);
}

#[test]
fn binary_bodies_are_base64() {
    let content = r#"{"size":2,"text":"/wA=","encoding":"base64"}"#;
    let recorded = entry("GET", "https://a.example/x", "", 200, content);
    let replay: Replay = har(&recorded).parse().unwrap();
    assert_eq!(send(&replay, "GET", "http://b/x", "").1, &[0xff, 0][..]);
}

#[test]
fn what_is_no_recording_is_refused_with_its_place() {
    let refused = |har: &str| har.parse::<Replay>().unwrap_err().to_string();
    assert_eq!(refused("{"), "this is no HAR 1.2");
    assert_eq!(
        refused(&har(&entry("GET", "https://a.example/x", "", 99, &text("")))),
        "log.entries[0]: response.status is no HTTP status"
    );
    assert_eq!(
        refused(&har(&entry("G T", "https://a.example/x", "", 200, &text("")))),
        "log.entries[0]: request.method is no HTTP method"
    );
    assert_eq!(
        refused(&har(&entry("GET", "/x", "", 200, r#"{"text":"","encoding":"gzip"}"#))),
        "log.entries[0]: response.content.encoding is \"gzip\"; only base64 is known"
    );
    let missing = Replay::from_path("/nonexistent.har").unwrap_err();
    assert_eq!(missing.to_string(), "/nonexistent.har cannot be read");
}

#[cfg(feature = "replay-server")]
#[test]
fn the_server_answers_on_a_real_socket() {
    use std::io::{Read as _, Write as _};

    let replay: Replay =
        har(&entry("GET", "https://a.example/x", "", 200, &text("hi"))).parse().unwrap();
    let server = ReplayServer::start(replay).unwrap();
    let address = server.endpoint().strip_prefix("http://").unwrap().to_owned();
    let mut socket = std::net::TcpStream::connect(&address).unwrap();
    socket.write_all(b"GET /x HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert_eq!(head.lines().next(), Some("HTTP/1.1 200 OK"));
    assert_eq!(body, "hi");
    server.finish().unwrap();
    assert!(std::net::TcpStream::connect(&address).is_err());
}
