use bytes::Bytes;
use http::StatusCode;

use super::*;
use crate::describe::Operation;

static DELETE: Operation =
    Operation::new("deletePet", "DELETE", "/pets/{id}").predicates(&[("conflict", &["P.2"])]);

fn answer(status: u16, code: &str) -> Error {
    let mut fault = Fault::new(ErrorKind::Documented, "").operation(&DELETE);
    fault.answer = Some(Box::new(Answer {
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        body: Bytes::new(),
        truncated: false,
        members: Members {
            code: Some(code.to_owned()),
            message: Some("it is\ngone".to_owned()),
            request_id: Some("r-1".to_owned()),
        },
        predicates: &[("not_found", &["P.1"])],
    }));
    fault.into()
}

#[test]
fn predicates_know_statuses_and_declared_codes() {
    assert!(answer(404, "P.9").is_not_found());
    assert!(answer(400, "P.1").is_not_found());
    assert!(!answer(400, "P.2").is_not_found());
    assert!(answer(400, "P.2").is_conflict());
    assert!(answer(503, "P.9").is_server_error());
    assert!(answer(504, "P.9").is_timeout());
    assert!(!answer(400, "P.1").is_decode());
}

#[test]
fn an_answer_is_shown_on_one_line() {
    assert_eq!(
        answer(400, "P.1").to_string(),
        "deletePet: the server answered 400 Bad Request, P.1: it is gone (request id r-1)"
    );
}

#[test]
fn a_failure_before_sending_says_what_to_do() {
    let error: Error = Fault::argument("parameter `a`: it is empty").operation(&DELETE).into();
    assert_eq!(error.to_string(), "deletePet: parameter `a`: it is empty");
    assert_eq!(error.operation(), Some("deletePet"));
    assert_eq!((error.status(), error.headers()), (None, None));
    assert!(error.is_invalid_argument());
}

#[test]
fn the_debug_form_shows_no_header_value_and_no_body() {
    let mut error = answer(400, "P.1");
    let answer = error.0.fault.answer.as_mut().unwrap();
    answer.headers.insert("set-cookie", http::HeaderValue::from_static("secret"));
    answer.body = Bytes::from_static(b"secret");
    let shown = format!("{error:?}");
    assert_eq!(shown.matches("secret").count(), 0);
}

#[test]
fn an_error_can_cross_threads_and_be_boxed() {
    fn assert_boxable<T: std::error::Error + Send + Sync + 'static>() {}
    assert_boxable::<Error>();
}
