use std::time::Duration;

use proptest::prelude::*;

use super::parse_events::{EventParser, RawEvent};
use super::parse_lines::LineParser;
use super::{EventStream, Lines, StreamError};
use crate::ByteStream;

fn events(pieces: &[&[u8]]) -> Vec<RawEvent> {
    let mut parser = EventParser::default();
    for piece in pieces {
        assert!(parser.push(piece));
    }
    std::iter::from_fn(|| parser.pop()).collect()
}

fn data(text: &str) -> RawEvent {
    RawEvent { data: text.to_owned(), ..RawEvent::default() }
}

#[test]
fn fields_make_events_and_blank_lines_end_them() {
    let text = b"\xef\xbb\xbf: hello\nevent: add\ndata: 1\ndata:2\nid: 7\nretry: 100\n\ndata\n\ndata: cut off";
    let first = RawEvent {
        event: Some("add".to_owned()),
        id: Some("7".to_owned()),
        retry: Some(Duration::from_millis(100)),
        data: "1\n2".to_owned(),
    };
    let second = RawEvent { id: Some("7".to_owned()), ..RawEvent::default() };
    assert_eq!(events(&[text]), [first, second]);
}

#[test]
fn lines_end_as_they_like() {
    assert_eq!(
        events(&[b"data: a\r\n\r\ndata: b\r\rdata: c\n\n"]),
        [data("a"), data("b"), data("c")]
    );
}

#[test]
fn an_event_without_data_is_none() {
    assert_eq!(events(&[b"event: ping\n\n: comment\n\n"]), []);
}

#[test]
fn lines_and_sequences_are_told_apart() {
    let split = |text: &[u8]| {
        let mut parser = LineParser::default();
        assert!(parser.push(text));
        parser.end();
        std::iter::from_fn(|| parser.pop()).collect::<Vec<_>>()
    };
    assert_eq!(split(b"{\"a\":1}\r\n\n{\"a\":2}"), ["{\"a\":1}", "{\"a\":2}"]);
    assert_eq!(split(b"\x1e{\n\"a\":1}\n\x1e2\n"), ["{\n\"a\":1}", "2"]);
}

#[test]
fn items_are_decoded_one_by_one() {
    let mut stream = EventStream::<i64>::from(ByteStream::from(
        "data: 1\n\ndata: x\n\ndata: [DONE]\n\ndata: 3\n\n",
    ));
    let next = |stream: &mut EventStream<i64>| pollster::block_on(stream.next());
    assert_eq!(next(&mut stream).unwrap().unwrap().data, 1);
    assert!(
        matches!(next(&mut stream), Some(Err(StreamError::Decode { text, .. })) if text == "x")
    );
    assert!(next(&mut stream).is_none());

    let mut stream = Lines::<String>::from(ByteStream::from("\"a\"\nb\n"));
    assert_eq!(pollster::block_on(stream.next()).unwrap().unwrap(), "a");
    assert_eq!(pollster::block_on(stream.next()).unwrap().unwrap(), "b");
    assert!(pollster::block_on(stream.next()).is_none());
}

proptest! {
    #[test]
    fn where_the_pieces_end_does_not_matter(text in "(data: [a-c]{0,3}|id: x|:)?(\r\n|\n|\r){1,2}(data: [a-c\u{e9}]{0,3}\n\n)?", at in 0usize..40) {
        let bytes = text.as_bytes();
        let (first, second) = bytes.split_at(at.min(bytes.len()));
        prop_assert_eq!(events(&[bytes]), events(&[first, second]));
    }
}
