use callwright_runtime::{BodyMode, ErrorKind, Request, SendBlocking, http};

use crate::pets::{Pet, PutPetOutput};
use crate::server::Canned;

const JSON: &str = "application/json; charset=utf-8";

#[test]
fn an_output_comes_with_its_status_and_headers() {
    let server = Canned::new(200, JSON, r#"{"id":"p","age":3,"new":null}"#)
        .header("X-Request-Id", "r-1")
        .header("X-RateLimit", "42")
        .header("X-Tags", "a, b")
        .header("X-Tags", "c");
    let client = server.client().build().unwrap();
    let pet = client.pets().get_pet("p").send_blocking().unwrap();
    assert_eq!((pet.id.as_str(), pet.age), ("p", Some(3)));
    assert_eq!(pet.http_status(), 200);
    assert_eq!(pet.request_id(), Some("r-1"));
    assert_eq!(pet.headers().x_request_id.as_deref(), Some("r-1"));
    assert_eq!(pet.headers().x_ratelimit, Some(42));
    assert_eq!(pet.headers().x_tags, Some(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]));
    assert_eq!(pet.headers().get("x-ratelimit"), Some("42"));
    assert_eq!(pet.headers().raw().len(), 5);
    assert_eq!(
        callwright_runtime::to_json(&pet.into_inner()).unwrap(),
        br#"{"id":"p","age":3,"new":null}"#
    );
}

#[test]
fn a_documented_error_is_typed() {
    let body = r#"{"error_msg":"gone","error_code":"Pets.6309","request_id":"b-1"}"#;
    let client = Canned::new(400, JSON, body).client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Documented);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert_eq!(error.error_code(), Some("Pets.6309"));
    assert_eq!(error.message(), Some("gone"));
    assert_eq!(error.request_id(), Some("b-1"));
    assert!(error.is_not_found());
    assert_eq!(error.body(), body.as_bytes());
    assert_eq!(
        error.to_string(),
        "getPet: the server answered 400 Bad Request, Pets.6309: gone (request id b-1)"
    );
    assert_eq!(error.into_api().unwrap().error_code.as_deref(), Some("Pets.6309"));
}

#[test]
fn a_range_covers_its_class() {
    let client = Canned::new(503, JSON, "{}").client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Documented);
    assert!(error.is_server_error());
}

#[test]
fn a_documented_error_without_a_body_has_no_typed_one() {
    for body in ["", "<html>"] {
        let client = Canned::new(404, "text/html", body).client().build().unwrap();
        let error = client.pets().get_pet("p").send_blocking().unwrap_err();
        assert_eq!((error.kind(), error.api()), (ErrorKind::Documented, None));
        assert!(error.is_not_found());
    }
    let client = Canned::new(400, "", "").client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!((error.kind(), error.api()), (ErrorKind::Documented, None));
}

#[test]
fn an_undocumented_status_keeps_everything() {
    let server = Canned::new(418, JSON, r#"{"error_code":"T","error_message":"tea"}"#)
        .header("X-Request-Id", "r-1");
    let client = server.client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undocumented);
    assert_eq!(error.error_code(), Some("T"));
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.headers().unwrap()["x-request-id"], "r-1");
    assert_eq!(
        error.to_string(),
        "getPet: the server answered 418 I'm a teapot, a status that its document does not \
         describe, T: tea (request id r-1)"
    );
    let client = Canned::new(202, JSON, r#"{"id":"p"}"#).client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undocumented);
}

#[test]
fn a_body_that_is_something_else_says_where() {
    let client = Canned::new(200, JSON, r#"{"id":7}"#).client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert_eq!(error.decode_error().unwrap().path(), "$.id");
    assert_eq!(error.body(), br#"{"id":7}"#);

    let client = Canned::new(400, "text/html", "<html>").client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: the server answered 400, but its body is not what the document describes: its \
         content type is \"text/html\" instead of application/json"
    );
}

#[test]
fn a_wrong_content_type_is_forgiven_where_the_body_is_right() {
    for content_type in ["text/plain", "", "application/vnd.pets+json"] {
        let client = Canned::new(200, content_type, r#"{"id":"p"}"#).client().build().unwrap();
        assert_eq!(client.pets().get_pet("p").send_blocking().unwrap().id, "p");
    }
}

#[test]
fn an_empty_body_is_no_model() {
    let client = Canned::new(200, JSON, "").client().build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: the call succeeded (200), but the body of the answer is not what the document describes: it is \
         empty"
    );
}

fn put(server: &Canned) -> Result<PutPetOutput, ErrorKind> {
    let client = server.client().build().unwrap();
    let answer = client.pets().put_pet("p").json(Pet::new("p")).send_blocking();
    answer.map(callwright_runtime::Response::into_inner).map_err(|error| error.kind())
}

#[test]
fn the_media_type_chooses_the_shape() {
    let json = put(&Canned::new(200, "application/json", r#"{"id":"p"}"#));
    assert!(matches!(json, Ok(PutPetOutput::Replaced(pet)) if pet == Pet::new("p")));
    let text = put(&Canned::new(200, "text/plain; charset=utf-8", "hé"));
    assert!(matches!(text, Ok(PutPetOutput::Note(text)) if text.0 == "hé"));
    let image = put(&Canned::new(200, "image/png", "PNG"));
    assert!(matches!(image, Ok(PutPetOutput::File(bytes)) if bytes == "PNG"));
    assert!(matches!(put(&Canned::new(204, "", "")), Ok(PutPetOutput::NoContent)));
    let other = put(&Canned::new(200, "text/html", "<html>"));
    assert!(matches!(other, Err(ErrorKind::Decode)));
}

#[test]
fn the_default_response_is_for_errors() {
    assert!(matches!(put(&Canned::new(418, JSON, "{}")), Err(ErrorKind::Documented)));
    assert!(matches!(put(&Canned::new(201, JSON, "{}")), Err(ErrorKind::Undocumented)));
}

#[test]
fn an_operation_without_described_responses_takes_any_success() {
    let client = Canned::new(299, "text/plain", "x").client().build().unwrap();
    assert_eq!(client.pets().ping().send_blocking().unwrap().http_status(), 299);
    let client = Canned::new(500, "", "").client().build().unwrap();
    let error = client.pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undocumented);
}

#[test]
fn bodies_are_bounded() {
    let client = Canned::new(200, JSON, r#"{"id":"p"}"#).client().body_limit(4).build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert_eq!(error.body(), br#"{"id"#);
    let client = Canned::new(400, JSON, r#"{"id":"p"}"#).client().body_limit(4).build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!((error.kind(), error.is_body_truncated()), (ErrorKind::Decode, true));
}

#[test]
fn streaming_is_decided_on_the_head() {
    let client = Canned::new(200, "", "").client().build().unwrap();
    let head =
        |status: u16| http::Response::builder().status(status).body(()).unwrap().into_parts().0;
    let call = client.pets().download().into_call();
    assert_eq!(call.body_mode(&head(200)), BodyMode::Stream);
    assert_eq!(call.body_mode(&head(500)), BodyMode::Buffer(1024 * 1024));
    let call = client.pets().get_pet("p").into_call();
    assert_eq!(call.body_mode(&head(200)), BodyMode::Buffer(64 * 1024 * 1024));
}

#[test]
fn a_stream_gives_its_bytes() {
    let client = Canned::new(200, "", "data").client().build().unwrap();
    let file = client.pets().download().send_blocking().unwrap().into_inner();
    assert_eq!(pollster::block_on(file.collect(10)).unwrap(), "data");
}
