//! Request bodies that are not streamed.

use callwright_runtime::{ByteStream, ErrorKind, File, SendBlocking};

use super::api::Client;
use super::api::operations::PostSeveralBody;
use super::api::types::{Color, Order, Pet};
use super::{answer, client, sent};
use crate::listener::Listener;

#[test]
fn json_has_the_documents_name() {
    assert_eq!(
        sent(|client| client.put_json(Pet::new("é\n").age(3))),
        "PUT /json\ncontent-type: application/vnd.pet+json\n\n{\"name\":\"é\\n\",\"age\":3}"
    );
}

#[test]
fn any_method_may_have_a_body() {
    let body = "/json\ncontent-type: application/json\n\n{\"name\":\"a\"}";
    assert_eq!(sent(|client| client.get_with_body(Pet::new("a"))), format!("GET {body}"));
    assert_eq!(
        sent(|client| client.delete_with_body().body(Pet::new("a"))),
        format!("DELETE {body}")
    );
    assert_eq!(sent(|client| client.query_with_body(Pet::new("a"))), format!("QUERY {body}"));
}

#[test]
fn an_optional_body_may_be_left_out() {
    assert_eq!(sent(Client::delete_with_body), "DELETE /json\n");
    assert_eq!(sent(Client::post_several), "POST /several\n");
}

#[test]
fn a_form_follows_its_encoding() {
    let order = Order::new()
        .name("a b&é")
        .amount(3)
        .tags(vec!["x", "y z"])
        .pet(Pet::new("p"))
        .pets([Pet::new("q"), Pet::new("r")])
        .size(Color::new().r(1).g(2));
    assert_eq!(
        sent(|client| client.post_form(order)),
        "POST /form\ncontent-type: application/x-www-form-urlencoded\n\n\
         name=a+b%26%C3%A9&amount=3&tags=x%7Cy+z&pet=%7B%22name%22%3A%22p%22%7D\
         &pets=%7B%22name%22%3A%22q%22%7D&pets=%7B%22name%22%3A%22r%22%7D\
         &size%5BR%5D=1&size%5BG%5D=2"
    );
    assert_eq!(
        sent(|client| client.post_form_text("a=b+c&%41")),
        "POST /form-text\ncontent-type: application/x-www-form-urlencoded\n\na=b+c&%41"
    );
}

#[test]
fn bytes_are_sent_with_their_length_or_in_chunks() {
    assert_eq!(
        sent(|client| client.put_binary(b"\x01\x02")),
        "PUT /binary\ncontent-type: application/octet-stream\n\n\u{1}\u{2}"
    );
    let stream = ByteStream::from_reader(&b"data"[..], None);
    assert_eq!(
        sent(|client| client.put_binary(stream)),
        "PUT /binary\ncontent-type: application/octet-stream\ntransfer-encoding: chunked\n\n\
         4\r\ndata\r\n0\r\n\r\n"
    );
}

#[test]
fn a_range_leaves_the_media_type_to_the_file() {
    assert_eq!(
        sent(|client| client.put_image(File::from("PNG").content_type("image/png"))),
        "PUT /image\ncontent-type: image/png\n\nPNG"
    );
    let refused = client("http://127.0.0.1:9").put_image("PNG").send_blocking().unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidArgument);
    assert_eq!(
        refused.to_string(),
        "putImage: the body: the document leaves its media type open, `image/*`; name it with \
         `File::content_type`"
    );
}

#[test]
fn text_and_xml_are_text_both_ways() {
    let listener = Listener::answering(answer(
        "200 OK",
        "content-type: application/xml; charset=iso-8859-1\r\n",
        "<a/>",
    ));
    let xml = client(&listener.url()).put_xml("<p>é</p>").send_blocking().unwrap();
    assert_eq!(&**xml, "<a/>");
    assert_eq!(
        super::told(&listener.request()),
        "PUT /xml\naccept: application/xml\ncontent-type: application/xml\n\n<p>é</p>"
    );
    let listener = Listener::answering(answer("200 OK", "content-type: text/plain\r\n", "é"));
    let text = client(&listener.url()).put_text("ü").send_blocking().unwrap();
    assert_eq!(&**text, "é");
    assert_eq!(
        super::told(&listener.request()),
        "PUT /text\naccept: text/plain\ncontent-type: text/plain\n\nü"
    );
}

#[test]
fn several_media_types_are_an_enumeration() {
    let sent = |body: PostSeveralBody| sent(|client| client.post_several().body(body));
    let line = "POST /several\ncontent-type: application";
    assert_eq!(sent(Pet::new("a").into()), format!("{line}/json\n\n{{\"name\":\"a\"}}"));
    assert_eq!(sent(Color::new().r(1).into()), format!("{line}/x-www-form-urlencoded\n\nR=1"));
    assert_eq!(sent(PostSeveralBody::Xml("<a/>".to_owned())), format!("{line}/xml\n\n<a/>"));
    assert_eq!(
        sent(PostSeveralBody::Bytes(b"b".to_vec().into())),
        format!("{line}/octet-stream\n\nb")
    );
}
