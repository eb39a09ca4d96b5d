use std::net::TcpListener;
use std::time::Duration;

use callwright_runtime::{ErrorKind, Request};
use modelarts::SendBlocking;
use modelarts::types::DevEnvironError;

use super::{INSTANCE, builder};
use crate::listener::Listener;

type Error = modelarts::Error<DevEnvironError>;

/// The error of the call for this response.
fn failure(status: &str, headers: &str, body: &str) -> Error {
    let length = body.len();
    let listener = Listener::answering(format!(
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    ));
    let client = builder().endpoint(listener.url()).build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    listener.request();
    error
}

const JSON: &str = "Content-Type: application/json\r\n";

#[test]
fn either_spelling_of_the_message_is_read() {
    let error = failure(
        "401 Unauthorized",
        JSON,
        r#"{"error_msg":"Incorrect IAM authentication information","error_code":"APIG.0301","request_id":"r-1"}"#,
    );
    assert_eq!(error.kind(), ErrorKind::Documented);
    assert!(error.is_unauthorized());
    assert_eq!(error.error_code(), Some("APIG.0301"));
    assert_eq!(error.message(), Some("Incorrect IAM authentication information"));
    assert_eq!(error.request_id(), Some("r-1"));
    let typed = error.into_api().unwrap();
    assert_eq!(typed.error_msg.as_deref(), Some("Incorrect IAM authentication information"));
    assert_eq!(typed.error_message, None);
    assert_eq!(typed.request_id.as_deref(), Some("r-1"));
}

#[test]
fn the_request_id_of_the_header_comes_before_that_of_the_body() {
    let headers = format!("{JSON}X-Request-Id: from-header\r\n");
    let error = failure("403 Forbidden", &headers, r#"{"request_id":"from-body"}"#);
    assert!(error.is_forbidden());
    assert_eq!(error.request_id(), Some("from-header"));
}

#[test]
fn each_status_has_its_meaning() {
    let is = |status: &str, code: &str| {
        let error = failure(status, JSON, &format!(r#"{{"error_code":"{code}"}}"#));
        let meanings = [
            ("not found", error.is_not_found()),
            ("conflict", error.is_conflict()),
            ("rate limited", error.is_rate_limited()),
            ("timeout", error.is_timeout()),
            ("server error", error.is_server_error()),
        ];
        meanings.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(is("400 Bad Request", "ModelArts.6309"), ["not found"]);
    assert_eq!(is("400 Bad Request", "ModelArts.6304"), [""; 0]);
    assert_eq!(is("404 Not Found", "APIG.0101"), ["not found"]);
    assert_eq!(is("408 Request Timeout", "x"), ["timeout"]);
    assert_eq!(is("409 Conflict", "x"), ["conflict"]);
    assert_eq!(is("429 Too Many Requests", "APIG.0308"), ["rate limited"]);
    assert_eq!(is("500 Internal Server Error", "x"), ["server error"]);
    assert_eq!(is("503 Service Unavailable", "x"), ["server error"]);
}

#[test]
fn members_that_nobody_documented_are_kept() {
    let error = failure("400 Bad Request", JSON, r#"{"error_code":"X.1","details":[1]}"#);
    let typed = error.into_api().unwrap();
    assert_eq!(typed.extra().get("details").map(ToString::to_string).as_deref(), Some("[1]"));
}

#[test]
fn an_error_that_is_no_json_keeps_its_status_and_its_body() {
    let error = failure("502 Bad Gateway", "Content-Type: text/html\r\n", "<h1>Bad Gateway</h1>");
    assert!(error.is_server_error());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(502));
    assert_eq!(error.body(), b"<h1>Bad Gateway</h1>");
    assert_eq!((error.api(), error.error_code(), error.message()), (None, None, None));
}

#[test]
fn a_success_that_is_not_as_documented_says_where() {
    let error = failure("200 OK", JSON, r#"{"instance_id":1}"#);
    assert!(error.is_decode());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert_eq!(error.body(), br#"{"instance_id":1}"#);
    assert_eq!(error.decode_error().unwrap().path(), "$.instance_id");
}

#[test]
fn a_redirect_is_not_followed() {
    let error = failure("302 Found", "Location: http://127.0.0.1:9/\r\n", "");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(302));
}

#[test]
fn a_server_that_does_not_answer_is_given_up() {
    let listener = Listener::silent();
    let client =
        builder().endpoint(listener.url()).timeout(Duration::from_millis(200)).build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout());
    assert_eq!(error.status(), None);
}

#[test]
fn one_call_can_be_given_less_time() {
    let listener = Listener::silent();
    let client = builder().endpoint(listener.url()).build().unwrap();
    let call = client.instances().delete_instance(INSTANCE);
    let error =
        call.with(|call| call.timeout(Duration::from_millis(200))).send_blocking().unwrap_err();
    assert!(error.is_timeout());
}

#[test]
fn a_server_that_is_not_there_is_told_apart() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = builder().endpoint(format!("http://{gone}")).build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_connect());
}

#[test]
fn a_connection_that_breaks_is_a_transport_error() {
    let listener = Listener::answering("");
    let client = builder().endpoint(listener.url()).build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}
