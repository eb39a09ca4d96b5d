//! The choice of an output for a response, and the decoding of its body and headers.

use callwright_runtime::{ErrorKind, Request, Response, SendBlocking, Text};

use super::api::Client;
use super::api::operations::{AnswersOutput, HeadersHeaders, MediaOutput};
use super::api::types::{Color, Order, Pet};
use super::{answer, client, told};
use crate::listener::Listener;

const JSON: &str = "content-type: application/json\r\n";

/// The client's result for a response, or the text of the error.
fn given<R: Request>(
    answer: &str,
    request: impl FnOnce(&Client) -> R,
) -> Result<Response<R::Output, R::Headers>, (ErrorKind, String)> {
    let listener = Listener::answering(answer);
    request(&client(&listener.url()))
        .send_blocking()
        .map_err(|error| (error.kind(), error.to_string()))
}

#[test]
fn an_exact_status_comes_before_a_range() {
    let output = |status: &str, headers: &str, body: &str| {
        given(&answer(status, headers, body), Client::answers)
            .map(|response| (response.http_status().as_u16(), response.into_inner()))
    };
    assert_eq!(
        output("200 OK", JSON, r#"{"name":"a"}"#),
        Ok((200, AnswersOutput::Ok(Pet::new("a"))))
    );
    assert_eq!(
        output("202 Accepted", "content-type: text/plain; charset=utf-8\r\n", "é"),
        Ok((202, AnswersOutput::Accepted(Text("é".to_owned()))))
    );
    assert_eq!(
        output("299 Odd", JSON, r#"{"R":1}"#),
        Ok((299, AnswersOutput::Success(Color::new().r(1))))
    );
}

#[test]
fn the_media_type_chooses_among_several() {
    let output = |content_type: &str, body: &str| {
        let headers = format!("content-type: {content_type}\r\n");
        let response = given(&answer("200 OK", &headers, body), Client::media);
        response.map(Response::into_inner)
    };
    let pet = output("application/json; version=1", r#"{"name":"a"}"#);
    assert!(matches!(pet, Ok(MediaOutput::OkJson(pet)) if pet == Pet::new("a")));
    let color = output("Application/JSON;charset=utf-8; Version=\"2\"", r#"{"R":1}"#);
    assert!(matches!(color, Ok(MediaOutput::OkJson2(color)) if color == Color::new().r(1)));
    let table = output("text/csv; charset=ISO-8859-1", "a,b");
    assert!(matches!(table, Ok(MediaOutput::OkCsv(text)) if text.0 == "a,b"));
    let order = output(
        "application/x-www-form-urlencoded",
        "name=a+b&amount=3&tags=x&size=%7B%22R%22%3A1%7D",
    );
    let expected = Order::new().name("a b").amount(3).tags(["x"]).size(Color::new().r(1));
    assert!(matches!(order, Ok(MediaOutput::OkForm(order)) if order == expected));
    let wrong = output("text/html", "<p>").map(|_| ()).unwrap_err();
    assert_eq!(
        wrong,
        (
            ErrorKind::Decode,
            "media: the call succeeded (200), but the body of the answer is not what the document describes: \
             its content type is \"text/html\", none of application/json; version=1, \
             application/json; version=2, text/csv, image/*, application/x-www-form-urlencoded"
                .to_owned()
        )
    );
}

#[test]
fn what_is_declared_is_asked_for() {
    let listener = Listener::answering(answer("200 OK", JSON, r#"{"name":"a"}"#));
    client(&listener.url()).media().send_blocking().map(|_| ()).unwrap();
    assert_eq!(
        told(&listener.request()),
        "GET /media\naccept: application/json; version=1, application/json; version=2, text/csv, \
         image/*, application/x-www-form-urlencoded\n"
    );
    let listener = Listener::answering(answer("404 Not Found", JSON, "\"no\""));
    client(&listener.url()).answers().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(
        told(&listener.request()),
        "GET /answers\naccept: application/json, text/plain, application/problem+json\n"
    );
}

#[test]
fn json_is_json_under_any_of_its_names() {
    for name in
        ["application/hal+json", "application/json; charset=utf-8", "text/json", "text/plain"]
    {
        let headers = format!("content-type: {name}\r\n");
        let pet = given(&answer("200 OK", &headers, r#"{"name":"a"}"#), Client::pet);
        assert_eq!(pet.map(Response::into_inner), Ok(Pet::new("a")), "{name}");
    }
    let nameless = given(&answer("200 OK", "", r#"{"name":"a"}"#), Client::pet);
    assert_eq!(nameless.map(Response::into_inner), Ok(Pet::new("a")));
}

#[test]
fn a_body_of_another_kind_says_so() {
    let html = answer("200 OK", "content-type: text/html\r\n", "<html>");
    let (kind, text) = given(&html, Client::pet).map(|_| ()).unwrap_err();
    assert_eq!(kind, ErrorKind::Decode);
    assert_eq!(
        text,
        "pet: the call succeeded (200), but the body of the answer is not what the document describes: its \
         content type is \"text/html\" instead of application/hal+json"
    );
}

#[test]
fn an_empty_body_is_null_where_the_schema_has_it() {
    let nothing = given(&answer("200 OK", JSON, ""), Client::maybe);
    assert_eq!(nothing.map(Response::into_inner), Ok(None));
    let (kind, text) = given(&answer("200 OK", JSON, ""), Client::pet).map(|_| ()).unwrap_err();
    assert_eq!(kind, ErrorKind::Decode);
    assert_eq!(
        text,
        "pet: the call succeeded (200), but the body of the answer is not what the document describes: it is \
         empty"
    );
}

#[test]
fn an_answer_to_head_has_headers_alone() {
    // The length is that of the body that GET would return.
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\
                x-count: 5\r\nconnection: close\r\n\r\n";
    let found = given(head, Client::pet_head).unwrap();
    assert_eq!(found.headers().x_count, Some(5));
    let head = "HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\
                connection: close\r\n\r\n";
    let (kind, _) = given(head, Client::pet_head).map(|_| ()).unwrap_err();
    assert_eq!(kind, ErrorKind::Documented);
}

#[test]
fn a_response_described_as_default_alone_is_both() {
    let pet = given(&answer("201 Created", JSON, r#"{"name":"a"}"#), Client::either);
    assert_eq!(pet.map(Response::into_inner), Ok(Pet::new("a")));
    let (kind, _) =
        given(&answer("500 No", JSON, r#"{"name":"a"}"#), Client::either).map(|_| ()).unwrap_err();
    assert_eq!(kind, ErrorKind::Documented);
}

#[test]
fn headers_are_typed_as_they_are_written() {
    let headers = "x-count: 5\r\nX-Date: 2024-02-29T12:00:00Z\r\nX-List: a, b\r\nx-list: c\r\n\
                   x-numbers: 1,2\r\nx-members: R,100,G,200\r\nx-exploded: R=100,G=200\r\n\
                   x-json: {\"R\":100,\"G\":200}\r\nx-quoted: \"a, b\"\r\n\
                   set-cookie: a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT\r\nset-cookie: b=2\r\n\
                   x-other: o\r\n";
    let found = given(&answer("200 OK", headers, ""), Client::headers).unwrap();
    let color = Color::new().r(100).g(200);
    let typed: &HeadersHeaders = found.headers();
    assert_eq!(typed.x_count, Some(5));
    assert_eq!(typed.x_date.as_ref().map(AsRef::as_ref), Some("2024-02-29T12:00:00Z"));
    assert_eq!(typed.x_list.as_deref(), Some(&["a", "b", "c"].map(str::to_owned)[..]));
    assert_eq!(typed.x_numbers.as_deref(), Some(&[1, 2][..]));
    assert_eq!(typed.x_members, Some(color.clone()));
    assert_eq!(typed.x_exploded, Some(color.clone()));
    assert_eq!(typed.x_json, Some(color));
    assert_eq!(typed.x_quoted.as_deref(), Some("a, b"));
    let cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"].map(str::to_owned);
    assert_eq!(typed.set_cookie.as_deref(), Some(&cookies[..]));
    assert_eq!(found.headers().get("x-other"), Some("o"));
}

/// What an error says of a call whose answer is no success of the document.
fn said(answer: &str) -> (ErrorKind, Option<u16>, bool, String) {
    let listener = Listener::answering(answer);
    let error = client(&listener.url()).pet().send_blocking().map(|_| ()).unwrap_err();
    let status = error.status().map(|status| status.as_u16());
    (error.kind(), status, error.has_succeeded(), error.to_string())
}

#[test]
fn a_call_that_succeeded_without_a_body_is_told_apart_from_one_that_failed() {
    assert_eq!(
        said("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n"),
        (
            ErrorKind::Undocumented,
            Some(204),
            true,
            "pet: the call succeeded with 204 No Content, a status that its document does not describe"
                .to_owned()
        )
    );
    assert_eq!(
        said(&answer("200 OK", "", "")),
        (
            ErrorKind::Decode,
            Some(200),
            true,
            "pet: the call succeeded (200), but the body of the answer is not what the document \
             describes: it is empty"
                .to_owned()
        )
    );
    let (kind, status, succeeded, _) = said(&answer("418 I'm a teapot", "", ""));
    assert_eq!((kind, status, succeeded), (ErrorKind::Undocumented, Some(418), false));
}
