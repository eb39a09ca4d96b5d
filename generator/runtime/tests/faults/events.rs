//! Streams of events whose connection ends.

use std::time::Duration;

use callwright_runtime::generated::describe::{Media, Operation, Response};
use callwright_runtime::stream::{EventStream, Reconnect, ReconnectingEvents};
use callwright_runtime::{Json, Request as _};

use crate::api::{Typed, builder, text};
use crate::server::{Server, Step, answer, send};

static EVENTS: Operation = Operation::new("events", "GET", "/events")
    .success(&[Response::range(2, &[Media::events("text/event-stream")])]);

fn events(text: &str) -> Vec<Step> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    vec![send(head), send(text), Step::Close]
}

/// The data of all events, with the last error, and the ids with which the server was asked.
fn followed(script: Vec<Vec<Step>>, reconnect: Reconnect) -> (Vec<String>, Vec<Option<String>>) {
    let server = Server::scripted(script);
    let client = builder(&server).build().unwrap();
    let request: Typed<EventStream<Json>> = Typed::from_call(client.call(&EVENTS));
    let mut events = ReconnectingEvents::new(request, reconnect);
    let mut seen = Vec::new();
    while let Some(event) = pollster::block_on(events.next()) {
        seen.push(match event {
            Ok(event) => format!("{} {}", event.id, event.data),
            Err(error) => text(&error, &server),
        });
    }
    let asked = server.requests();
    let asked = asked.iter().map(|request| request.header("last-event-id").map(str::to_owned));
    (seen, asked.collect())
}

fn quick() -> Reconnect {
    let short = Duration::from_millis(2);
    Reconnect::new().backoff(short, short)
}

#[test]
fn a_stream_is_resumed_after_the_last_event() {
    let (seen, asked) = followed(
        vec![
            events("retry: 1\nid: a\ndata: 1\n\nid: b\ndata: 2\n\ndata: cut of"),
            answer(503, &[], ""),
            vec![Step::Close],
            events("data: 3\n\nid: c\ndata: no JSON\n\ndata: 4\n\n"),
            events("data: [DONE]\n\n"),
        ],
        quick(),
    );
    assert_eq!(
        seen,
        [
            "a 1",
            "b 2",
            "b 3",
            "item 1 of the stream, counted from 0, the event \"message\", is not what the document \
             describes: at $: the text is not JSON: expected ident (byte 1)",
            "c 4",
        ]
    );
    let known = |id: &str| Some(id.to_owned());
    assert_eq!(asked, [None, known("b"), known("b"), known("b"), known("c")]);
}

#[test]
fn failures_in_a_row_are_bounded_and_an_event_begins_a_new_row() {
    let (seen, asked) = followed(
        vec![vec![Step::Close], events("data: 1\n\n"), vec![Step::Close]],
        quick().max_failures(2),
    );
    assert_eq!(seen, [" 1", "events: the exchange with HOST broke off"]);
    assert_eq!(asked.len(), 4);
}

#[test]
fn a_status_that_no_attempt_changes_ends_the_events_and_so_does_204() {
    let (seen, asked) = followed(vec![answer(404, &[], "")], quick());
    assert_eq!(
        seen,
        ["events: the server answered 404 Not Found, a status that its document does not describe"]
    );
    assert_eq!(asked.len(), 1);
    let (seen, asked) = followed(vec![events("data: 1\n\n"), answer(204, &[], "")], quick());
    assert_eq!((seen, asked.len()), (vec![" 1".to_owned()], 2));
}
