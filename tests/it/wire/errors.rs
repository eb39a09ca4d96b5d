//! Errors by status, and the preserved parts of an undocumented response.

use callwright_runtime::{Error, ErrorKind, SendBlocking};

use super::api::operations::{AnswersError, LimitedErrorHeaders};
use super::{answer, client};
use crate::listener::Listener;

const JSON: &str = "content-type: application/json\r\n";

fn failed(answer: &str) -> Error<AnswersError> {
    let listener = Listener::answering(answer);
    client(&listener.url()).answers().send_blocking().map(|_| ()).unwrap_err()
}

#[test]
fn an_exact_status_comes_before_a_range_and_a_range_before_default() {
    let error = failed(&answer("404 Not Found", JSON, "\"gone\""));
    assert_eq!(error.kind(), ErrorKind::Documented);
    assert!(error.is_not_found());
    assert_eq!(error.api(), Some(&AnswersError::NotFound("gone".to_owned())));

    let problem = "content-type: application/problem+json\r\n";
    let error = failed(&answer("409 Conflict", problem, r#"{"code":"E1","message":"taken"}"#));
    assert_eq!(
        (error.kind(), error.error_code(), error.message(), error.is_conflict()),
        (ErrorKind::Documented, Some("E1"), Some("taken"), true)
    );
    assert!(matches!(error.api(), Some(AnswersError::ClientError(_))));

    let error = failed(&answer("500 Internal Server Error", JSON, r#"["a","b"]"#));
    assert_eq!(error.api(), Some(&AnswersError::Otherwise(vec!["a".to_owned(), "b".to_owned()])));
}

#[test]
fn an_error_without_a_body_is_documented_by_its_status() {
    let error = failed(&answer("404 Not Found", "", ""));
    assert_eq!((error.kind(), error.api()), (ErrorKind::Documented, None));
}

#[test]
fn an_undecodable_body_says_where_and_keeps_the_answer() {
    let body = r#"{"code":"E1","message":["taken"]}"#;
    let error = failed(&answer("409 Conflict", &format!("{JSON}x-trace: t1\r\n"), body));
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.status().unwrap().as_u16(), 409);
    assert_eq!(error.headers().unwrap()["x-trace"], "t1");
    assert_eq!(error.body(), body.as_bytes());
    assert_eq!(error.decode_error().unwrap().path(), "$.message");
    assert_eq!(
        error.to_string(),
        "answers: the server answered 409, but its body is not what the document describes: at \
         $.message: expected a string, found an array (byte 23)"
    );
}

#[test]
fn an_undocumented_status_keeps_the_answer() {
    let listener = Listener::answering(answer("418 I'm a teapot", "x-trace: t1\r\n", "short"));
    let error = client(&listener.url()).pet().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undocumented);
    assert_eq!(error.status().unwrap().as_u16(), 418);
    assert_eq!(error.headers().unwrap()["x-trace"], "t1");
    assert_eq!((error.body(), error.is_body_truncated()), (&b"short"[..], false));
}

#[test]
fn of_a_large_error_the_beginning_is_kept() {
    let body = "x".repeat(callwright_runtime::ERROR_BODY_LIMIT + 1);
    let listener = Listener::answering(answer("418 I'm a teapot", "", &body));
    let error = client(&listener.url()).pet().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(error.body().len(), callwright_runtime::ERROR_BODY_LIMIT);
    assert!(error.is_body_truncated());
}

#[test]
fn documented_headers_of_errors_are_typed() {
    let headers = "retry-date: 2025-03-09T12:00:00Z\r\nx-limits: 1, 2\r\nx-trace: t\r\n";
    let listener = Listener::answering(answer("429 Too Many Requests", headers, ""));
    let error = client(&listener.url()).limited().send_blocking().map(|_| ()).unwrap_err();
    let headers: LimitedErrorHeaders = error.documented_headers().unwrap();
    assert_eq!(headers.retry_date, Some("2025-03-09T12:00:00Z".into()));
    assert_eq!((headers.x_limits, headers.x_trace.as_deref()), (Some(vec![1, 2]), Some("t")));
    let refused = client("http://127.0.0.1:1/").limited().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(refused.documented_headers::<LimitedErrorHeaders>(), None);
}
