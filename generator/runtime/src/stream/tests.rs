use std::collections::VecDeque;
use std::sync::LazyLock;
use std::time::Duration;

use proptest::prelude::*;

use super::event_split::{EventSplit, RawEvent};
use super::line_split::LineSplit;
use super::pull::{Split, TooLarge};
use super::{EventStream, Lines};
use crate::Bytes;
use crate::body::ByteStream;
use crate::client::{Client, ClientBuilder};
use crate::describe;
use crate::error::ErrorKind;
use crate::json::Json;
use crate::response::Text;

fn split<S: Split>(pieces: &[&[u8]], limit: usize) -> Result<Vec<S::Item>, TooLarge> {
    let mut split = S::default();
    let mut items = VecDeque::new();
    for piece in pieces {
        split.push(piece, limit, &mut items)?;
    }
    split.end(&mut items);
    Ok(items.into())
}

fn lines(text: &[u8]) -> Vec<(String, bool)> {
    let items = split::<LineSplit>(&[text], 1000).unwrap();
    items.into_iter().map(|line| (String::from_utf8(line.text).unwrap(), line.cut)).collect()
}

fn events(text: &str) -> Vec<(String, String, String)> {
    let items = split::<EventSplit>(&[text.as_bytes()], 1000).unwrap();
    items.into_iter().map(|RawEvent { name, id, data }| (name, id, data)).collect()
}

#[test]
fn lines_end_in_line_feeds_and_may_be_empty() {
    let whole = |texts: &[&str]| -> Vec<(String, bool)> {
        texts.iter().map(|text| ((*text).to_owned(), false)).collect()
    };
    assert_eq!(lines(b"{\"a\":1}\n[2]\n"), whole(&["{\"a\":1}", "[2]"]));
    assert_eq!(lines(b"\n1\r\n\r\n\n2"), whole(&["1", "2"]));
    assert_eq!(lines(b"\xef\xbb\xbf1\n2"), whole(&["1", "2"]));
    assert_eq!(lines(b""), whole(&[]));
    assert_eq!(lines(b" \n\n"), whole(&[]));
}

#[test]
fn sequences_follow_rfc_7464() {
    let one = |text: &str, cut| (text.to_owned(), cut);
    assert_eq!(lines(b"\x1e{\"a\":1}\n\x1e[2]\n"), [one("{\"a\":1}", false), one("[2]", false)]);
    // Values over several lines, and separators without a value between them.
    assert_eq!(
        lines(b"\x1e\x1e{\n\"a\": \"}\\\"{\"\n}\n\x1e\n"),
        [one("{\n\"a\": \"}\\\"{\"\n}", false)]
    );
    // A truncated value does not swallow the next one.
    assert_eq!(
        lines(b"\x1e{\"a\":\x1e2\n\x1e3"),
        [one("{\"a\":", true), one("2", false), one("3", true)]
    );
    assert_eq!(lines(b"\x1e\"a\"\x1e[1]"), [one("\"a\"", false), one("[1]", false)]);
}

#[test]
fn events_follow_the_html_standard() {
    let event =
        |name: &str, id: &str, data: &str| (name.to_owned(), id.to_owned(), data.to_owned());
    // The examples of the standard, section 9.2.6.
    assert_eq!(
        events("data: YHOO\ndata: +2\ndata: 10\n\n"),
        [event("message", "", "YHOO\n+2\n10")]
    );
    assert_eq!(
        events(
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
        ),
        [event("message", "1", "first event"), event("message", "", "second event")]
    );
    assert_eq!(
        events("data\n\ndata\ndata\n\ndata:"),
        [event("message", "", ""), event("message", "", "\n")]
    );
    assert_eq!(
        events("data:test\n\ndata: test\n\n"),
        [event("message", "", "test"), event("message", "", "test")]
    );
    // Line ends, the byte order mark, and fields that last for one event only.
    assert_eq!(
        events("\u{feff}event: add\r\ndata: 1\r\n\r\ndata: 2\r\rid: a\0b\ndata: 3\n\n"),
        [event("add", "", "1"), event("message", "", "2"), event("message", "", "3")]
    );
    assert_eq!(events("event: x\n\ndata: 1\n\n"), [event("message", "", "1")]);
}

#[test]
fn retry_is_digits_alone() {
    let mut split = EventSplit::default();
    split.push(b"retry: 1500\nretry: 2s\nretry:\n", 100, &mut VecDeque::new()).unwrap();
    assert_eq!(split.retry, Some(Duration::from_millis(1500)));
}

#[test]
fn items_over_the_limit_are_refused() {
    assert_eq!(split::<LineSplit>(&[b"12345\n", b"123456"], 5), Err(TooLarge));
    assert_eq!(split::<LineSplit>(&[b"\x1e12345\n\x1e1234567"], 6), Err(TooLarge));
    assert_eq!(split::<EventSplit>(&[b"data: 1\n", b"data: 2\n"], 7), Err(TooLarge));
}

#[test]
fn values_are_decoded_one_by_one_and_errors_say_which() {
    let lines: Lines<Vec<i64>> = ByteStream::from("[1]\n[2,\"x\"]\n[3]\n").into();
    let found: Vec<Result<Vec<i64>, String>> =
        lines.blocking().map(|item| item.map_err(|error| error.to_string())).collect();
    let detail = Lines::<Vec<i64>>::from(ByteStream::from("[\"x\"]")).blocking().next();
    let error = detail.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_error().map(|error| error.path().clone()), Some("$[0]".to_owned()));
    assert_eq!(
        found.iter().map(|item| item.as_ref().ok().cloned()).collect::<Vec<_>>(),
        [Some(vec![1]), None, Some(vec![3])]
    );
}

#[test]
fn a_broken_connection_ends_the_stream_after_what_was_whole() {
    let pieces = [Ok(Bytes::from("1\n2\n3")), Err(std::io::Error::other("reset"))];
    let lines: Lines<Json> = ByteStream::from_stream(Pieces(pieces.into())).into();
    let kinds: Vec<Result<Json, ErrorKind>> =
        lines.blocking().map(|item| item.map_err(|error| error.kind())).collect();
    assert_eq!(kinds, [Ok(Json::from(1)), Ok(Json::from(2)), Err(ErrorKind::Transport)]);
}

#[test]
fn an_item_over_the_limit_ends_the_stream() {
    let lines: Lines<Json> = ByteStream::from("1\n123456789\n3\n").into();
    let kinds: Vec<Result<Json, ErrorKind>> =
        lines.item_limit(5).blocking().map(|item| item.map_err(|error| error.kind())).collect();
    assert_eq!(kinds, [Ok(Json::from(1)), Err(ErrorKind::BodyTooLarge)]);
}

#[test]
fn events_are_text_or_json_and_end_at_a_word() {
    let text = "event: a\nid: 7\ndata: [1]\n\ndata: END\n\ndata: [2]\n\n";
    let stream: EventStream<Vec<i64>> = ByteStream::from(text).into();
    let found: Vec<_> = stream.until("END").blocking().map(Result::unwrap).collect();
    assert_eq!(
        found.into_iter().map(|event| (event.name, event.id, event.data)).collect::<Vec<_>>(),
        [("a".to_owned(), "7".to_owned(), vec![1])]
    );
    let stream: EventStream<Text> = ByteStream::from(text).into();
    let found: Vec<String> = stream.blocking().map(|event| event.unwrap().data.0).collect();
    assert_eq!(found, ["[1]", "END", "[2]"]);
}

#[test]
fn the_usual_word_for_the_end_ends_a_stream_of_json() {
    let text = "data: [1]\n\ndata: [DONE]\n\ndata: [2]\n\n";
    let stream: EventStream<Vec<i64>> = ByteStream::from(text).into();
    let found: Vec<_> = stream.blocking().map(|event| event.unwrap().data).collect();
    assert_eq!(found, [vec![1]]);
    let stream: EventStream<Text> = ByteStream::from(text).into();
    assert_eq!(stream.blocking().count(), 3);
}

struct Pieces(VecDeque<Result<Bytes, std::io::Error>>);

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.pop_front())
    }
}

/// JSON of every kind, including strings with line feeds and record separators.
fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::from),
        "(\\PC|[\n\r\u{1e}\u{2028}\"\\\\]){0,8}".prop_map(|text| Json::from(text.as_str())),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::vec((".{0,4}", inner), 0..4)
                .prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

/// Splits the bytes at these positions.
fn cut(bytes: &[u8], cuts: &[prop::sample::Index]) -> ByteStream {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
    cuts.extend([0, bytes.len()]);
    cuts.sort_unstable();
    let pieces = cuts.windows(2).map(|ends| Ok(Bytes::copy_from_slice(&bytes[ends[0]..ends[1]])));
    ByteStream::from_stream(Pieces(pieces.collect()))
}

static API: describe::Api = describe::Api::new("T", "1", "t/1");
static SEND: describe::Operation =
    describe::Operation::new("send", "POST", "/").body(describe::RequestBody::required(&[
        describe::Media::lines("application/x-ndjson"),
        describe::Media::lines("application/json-seq"),
    ]));

/// Encodes the items one per line, or as a sequence.
fn sent(media: usize, items: &Vec<Json>) -> Vec<u8> {
    static CLIENT: LazyLock<Client> =
        LazyLock::new(|| ClientBuilder::new(&API).endpoint("http://h").build().unwrap());
    let request = CLIENT.call(&SEND).lines(media, items).into_request().unwrap();
    request.body().as_bytes().unwrap().to_vec()
}

#[derive(Clone, Debug)]
struct Written {
    name: String,
    id: Option<String>,
    data: Vec<String>,
    comment: bool,
    space: bool,
}

fn any_event() -> impl Strategy<Value = Written> {
    let text = "(\\PC|:| ){0,6}";
    (text, prop::option::of(text), prop::collection::vec(text, 1..4), any::<bool>(), any::<bool>())
        .prop_map(|(name, id, data, comment, space)| Written { name, id, data, comment, space })
}

/// Writes an event by the standard's grammar, with the given line ends.
fn write(event: &Written, end: &str, out: &mut String) {
    let mut line = |field: &str, value: &str| {
        // A space belongs to the value unless it is the second after the colon.
        let space = if event.space || value.starts_with(' ') { " " } else { "" };
        out.push_str(&format!("{field}:{space}{value}{end}"));
    };
    if event.comment {
        line("", "a comment");
    }
    if !event.name.is_empty() {
        line("event", &event.name);
    }
    if let Some(id) = &event.id {
        line("id", id);
    }
    for data in &event.data {
        line("data", data);
    }
    out.push_str(end);
}

proptest! {
    #[test]
    fn how_bytes_are_cut_into_pieces_does_not_matter(
        text in "(\u{feff})?(data: ?|event:|id:|retry: |:|[a-c\u{1e}{}\"]|\r|\n|1){0,40}",
        cuts in proptest::collection::vec(0_usize..60, 0..6),
    ) {
        let bytes = text.as_bytes();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
        cuts.sort_unstable();
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts.into_iter().chain([bytes.len()]) {
            pieces.push(&bytes[from..cut]);
            from = cut;
        }
        prop_assert_eq!(split::<EventSplit>(&pieces, 1000), split::<EventSplit>(&[bytes], 1000));
        prop_assert_eq!(split::<LineSplit>(&pieces, 1000), split::<LineSplit>(&[bytes], 1000));
    }

    #[test]
    fn values_that_are_sent_are_read_however_they_arrive(
        items in prop::collection::vec(any_json(), 0..6),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
        media in 0_usize..2,
    ) {
        let lines: Lines<Json> = cut(&sent(media, &items), &cuts).into();
        let found: Vec<Json> = lines.blocking().map(Result::unwrap).collect();
        prop_assert_eq!(found, items);
    }

    #[test]
    fn events_that_are_written_are_read_however_they_arrive(
        events in prop::collection::vec(any_event(), 0..6),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
        end in prop::sample::select(vec!["\n", "\r", "\r\n"]),
        mark in any::<bool>(),
    ) {
        let mut text = if mark { "\u{feff}".to_owned() } else { String::new() };
        for event in &events {
            write(event, end, &mut text);
        }
        let stream: EventStream<Text> = cut(text.as_bytes(), &cuts).into();
        let found: Vec<_> = stream.blocking().map(|event| {
            let event = event.unwrap();
            (event.name, event.id, event.data.0)
        }).collect();
        let mut last = String::new();
        let expected: Vec<_> = events.into_iter().map(|event| {
            if let Some(id) = event.id {
                last = id;
            }
            let name = if event.name.is_empty() { "message".to_owned() } else { event.name };
            (name, last.clone(), event.data.join("\n"))
        }).collect();
        prop_assert_eq!(found, expected);
    }
}
