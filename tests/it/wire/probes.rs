//! Eleven probes that distinguish clients: values that are easily sent to the wrong place, and
//! server behaviour that the document does not foresee.

use callwright_runtime::{ErrorKind, SendBlocking};

use super::api::Client;
use super::api::types::{Order, Probe, ProbeAnimal, ProbeShape, ProbeState};
use super::{answer, client, sent};
use crate::listener::Listener;

fn refused(id: &str) -> String {
    // Nothing listens here: a connection attempt would be a different error.
    let error = client("http://127.0.0.1:9").delete_thing(id).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    error.to_string()
}

fn probed(body: &str) -> Probe {
    let listener =
        Listener::answering(answer("200 OK", "content-type: application/json\r\n", body));
    client(&listener.url()).probe().send_blocking().unwrap().into_inner()
}

#[test]
fn dots_in_a_path_argument_are_not_sent() {
    for dots in [".", "..", "%2e%2e", "%2E.", "%252e%252e"] {
        assert_eq!(
            refused(dots),
            "deleteThing: path argument `id`: `.` and `..` are folded away in a URL and would \
             address another resource"
        );
    }
}

#[test]
fn an_empty_path_argument_is_not_sent() {
    assert_eq!(
        refused(""),
        "deleteThing: path argument `id`: it is empty, which would address another resource; give \
         a value with text"
    );
}

#[test]
fn separators_in_a_path_argument_are_encoded() {
    assert_eq!(sent(|client| client.delete_thing("a/b?c#d%")), "DELETE /things/a%2Fb%3Fc%23d%25\n");
}

#[test]
fn a_union_of_objects_has_room_for_a_new_member() {
    let probe = probed(r#"{"retries":1,"shape":{"side":2,"colour":"red"}}"#);
    let Some(ProbeShape::Square(square)) = probe.shape else { panic!("{:?}", probe.shape) };
    assert_eq!((square.side, square.extra().len()), (2, 1));
}

#[test]
fn a_tag_that_the_document_does_not_know_is_kept() {
    let probe = probed(r#"{"retries":1,"animal":{"kind":"cow","milk":3}}"#);
    let Some(ProbeAnimal::Unknown(cow)) = probe.animal else { panic!("{:?}", probe.animal) };
    assert_eq!(cow.to_string(), r#"{"kind":"cow","milk":3}"#);
}

#[test]
fn a_second_success_is_one() {
    let listener = Listener::answering(answer("202 Accepted", "", ""));
    let begun = client(&listener.url()).start_probe().send_blocking().unwrap();
    assert_eq!(begun.http_status().as_u16(), 202);
}

#[test]
fn a_list_in_matrix_style_is_one_value() {
    assert_eq!(sent(|client| client.near([1, 2])), "GET /things/;coords=1,2/near\n");
}

#[test]
fn a_form_may_hold_a_list() {
    let order = Order::new().name("n").tags(["a", "b"]);
    assert_eq!(
        sent(|client| client.post_form(order)),
        "POST /form\ncontent-type: application/x-www-form-urlencoded\n\nname=n&tags=a%7Cb"
    );
}

#[test]
fn a_value_that_the_document_does_not_know_is_kept() {
    let probe = probed(r#"{"retries":1,"state":"paused"}"#);
    assert_eq!(probe.state, Some(ProbeState::Unknown("paused".to_owned())));
}

#[test]
fn a_required_member_that_is_missing_has_the_documents_default() {
    assert_eq!(probed("{}").retries, 5);
}

#[test]
fn a_key_in_the_query_is_sent() {
    let listener = Listener::answering(super::DONE);
    let client = Client::builder().endpoint(listener.url()).header_key("h").query_key("q");
    client.build().unwrap().either_credential("x").send_blocking().unwrap();
    assert_eq!(super::told(&listener.request()), "GET /secured/x?api%20key=q\nx-key: h\n");
}
