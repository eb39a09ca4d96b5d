//! Bodies that are received or sent item by item.

use callwright_runtime::{ErrorKind, SendBlocking, Text};

use super::api::operations::HappeningsEvent;
use super::api::types::Pet;
use super::{client, told};
use crate::listener::Listener;

/// A response of unknown length.
fn endless(content_type: &str, body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\nconnection: close\r\n\r\n{body}")
}

#[test]
fn a_download_is_handed_over_as_it_arrives() {
    let listener = Listener::answering(endless("application/octet-stream", "data"));
    let file = client(&listener.url()).download().send_blocking().unwrap().into_inner();
    let mut bytes = Vec::new();
    std::io::copy(&mut file.into_reader(), &mut bytes).unwrap();
    assert_eq!(bytes, b"data");
    assert_eq!(told(&listener.request()), "GET /download\naccept: application/octet-stream\n");
}

#[test]
fn a_file_under_the_name_of_json_is_no_json() {
    let listener = Listener::answering(endless("image/png", "PNG"));
    let file = client(&listener.url()).get_picture().send_blocking().unwrap().into_inner();
    let mut bytes = Vec::new();
    std::io::copy(&mut file.into_reader(), &mut bytes).unwrap();
    assert_eq!(bytes, b"PNG");
}

#[test]
fn an_error_of_a_download_is_in_memory() {
    let answer =
        super::answer("400 Bad Request", "content-type: application/octet-stream\r\n", "no");
    let listener = Listener::answering(&answer);
    let error = client(&listener.url()).download().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!((error.kind(), error.api().unwrap().as_ref()), (ErrorKind::Documented, &b"no"[..]));
}

#[test]
fn events_are_typed() {
    let body =
        ": hi\n\nid: 1\nevent: born\ndata: {\"name\":\ndata: \"a\"}\n\ndata: {\"age\":1}\n\n";
    let listener = Listener::answering(endless("text/event-stream; charset=utf-8", body));
    let events = client(&listener.url()).events().send_blocking().unwrap().into_inner();
    let mut events = events.blocking();
    let event = events.next().unwrap().unwrap();
    assert_eq!((event.name.as_str(), event.id.as_str()), ("born", "1"));
    assert_eq!(event.data, Pet::new("a"));
    let error = events.next().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, &br#"{"age":1}"#[..]));
    assert_eq!(
        error.to_string(),
        "item 1 of the stream, counted from 0, the event \"message\", is not what the document describes: \
         at $: the required member \"name\" is missing (byte 9)"
    );
    assert!(events.next().is_none());
    drop(events);
    assert_eq!(told(&listener.request()), "GET /events\naccept: text/event-stream\n");
}

#[test]
fn events_are_told_apart_by_name() {
    let body = "event: born\ndata: {\"name\":\"a\"}\n\nevent: lost\ndata: b\n\nevent: new\ndata: [1]\n\n\
                event: born\ndata: {\"error\":\"overloaded\"}\n\nevent: sold\ndata: c\n\n";
    let listener = Listener::answering(endless("text/event-stream", body));
    let events = client(&listener.url()).happenings().send_blocking().unwrap().into_inner();
    let data: Vec<Result<HappeningsEvent, Vec<u8>>> = events
        .blocking()
        .map(|event| event.map(|event| event.data).map_err(|error| error.body().to_vec()))
        .collect();
    let text = |text: &str| Text(text.to_owned());
    assert_eq!(
        data,
        [
            Ok(HappeningsEvent::Born(Pet::new("a"))),
            Ok(HappeningsEvent::Sold(text("b"))),
            Ok(HappeningsEvent::Unknown(text("[1]"))),
            Err(br#"{"error":"overloaded"}"#.to_vec()),
            Ok(HappeningsEvent::Sold(text("c"))),
        ]
    );
}

#[test]
fn an_output_is_taken_as_what_the_caller_asked_for() {
    let talk = |content_type, body| {
        let listener = Listener::answering(endless(content_type, body));
        client(&listener.url()).talk().send_blocking().unwrap().into_inner()
    };
    let whole = || talk("application/json", r#"{"name":"a"}"#);
    let events = || talk("text/event-stream", "data: {\"name\":\"b\"}\n\n");
    assert_eq!(whole().into_json().unwrap(), Pet::new("a"));
    let first = events().into_events().unwrap().blocking().next().unwrap().unwrap();
    assert_eq!(first.data, Pet::new("b"));
    assert_eq!(
        whole().into_events().unwrap_err().to_string(),
        "the server's answer is not `OkEvents`, but another of the documented ones"
    );
    assert_eq!(events().into_json().unwrap_err().kind(), ErrorKind::Decode);
}

#[test]
fn lines_are_typed_both_ways() {
    let listener = Listener::answering(endless(
        "application/x-ndjson",
        "{\"name\":\"a\"}\n\n{\"name\":\"b\"}",
    ));
    let lines = client(&listener.url()).post_lines([Pet::new("x"), Pet::new("y").age(1)]);
    let lines = lines.send_blocking().unwrap().into_inner();
    let pets: Vec<Pet> = lines.blocking().map(Result::unwrap).collect();
    assert_eq!(pets, [Pet::new("a"), Pet::new("b")]);
    assert_eq!(
        told(&listener.request()),
        "POST /lines\naccept: application/x-ndjson\ncontent-type: application/jsonl\n\n\
         {\"name\":\"x\"}\n{\"name\":\"y\",\"age\":1}\n"
    );
}

#[test]
fn sequences_are_typed_both_ways() {
    let body = "\u{1e}{\"name\":\n\"a\"}\n\u{1e}{\"name\":\"b\"}\n";
    let listener = Listener::answering(endless("application/json-seq", body));
    let items = client(&listener.url()).post_sequence([Pet::new("x"), Pet::new("y")]);
    let items = items.send_blocking().unwrap().into_inner();
    let pets: Vec<Pet> = items.blocking().map(Result::unwrap).collect();
    assert_eq!(pets, [Pet::new("a"), Pet::new("b")]);
    assert_eq!(
        told(&listener.request()),
        "POST /sequence\naccept: application/json-seq\ncontent-type: application/json-seq\n\n\
         \u{1e}{\"name\":\"x\"}\n\u{1e}{\"name\":\"y\"}\n"
    );
}
