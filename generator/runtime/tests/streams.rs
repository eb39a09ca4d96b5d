//! Streamed answers over a real socket: items are given as they arrive, not
//! when the answer is over, with and without an async runtime.

#![cfg(feature = "reqwest")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Sender, channel};

use callwright_runtime::{
    Call, ClientBuilder, Error, ErrorKind, Json, NoError, NoHeaders, Response, Text,
    generated::describe,
    stream::{EventStream, Lines},
};
use describe::{Media, Operation};

static API: describe::Api = describe::Api::new("T", "1", "t/1");
static EVENTS: Operation = Operation::new("events", "GET", "/")
    .success(&[describe::Response::status(200, &[Media::events("text/event-stream")])]);
static LINES: Operation = Operation::new("lines", "GET", "/")
    .success(&[describe::Response::status(200, &[Media::lines("application/x-ndjson")])]);
static SEQUENCE: Operation = Operation::new("sequence", "GET", "/")
    .success(&[describe::Response::status(200, &[Media::lines("application/json-seq")])]);

/// A server that writes the next piece whenever it is told to, and what tells it.
fn serve(content_type: &str, pieces: &'static [&'static str]) -> (String, Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    let (next, told) = channel();
    std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let _ = socket.read(&mut [0; 4096]).unwrap();
        socket.write_all(head.as_bytes()).unwrap();
        for piece in pieces {
            told.recv().unwrap();
            socket.write_all(format!("{:x}\r\n{piece}\r\n", piece.len()).as_bytes()).unwrap();
        }
        // Without the last chunk the answer is cut off.
        if told.recv().is_ok() {
            socket.write_all(b"0\r\n\r\n").unwrap();
        }
    });
    (endpoint, next)
}

fn call(endpoint: &str, operation: &'static Operation) -> Call {
    ClientBuilder::new(&API).endpoint(endpoint).build().unwrap().call(operation)
}

async fn answer<T: callwright_runtime::generated::Payload>(
    endpoint: &str,
    operation: &'static Operation,
) -> Result<Response<T>, Error> {
    call(endpoint, operation).send::<T, NoHeaders, NoError>().await
}

#[tokio::test]
async fn an_event_is_given_before_the_next_one_is_sent() {
    let pieces = &["id: 1\ndata: {\"a\"", ":1}\n\n", "event: x\ndata: 2\n\ndata: cut"];
    let (endpoint, next) = serve("text/event-stream; charset=utf-8", pieces);
    let mut events = answer::<EventStream<Json>>(&endpoint, &EVENTS).await.unwrap().into_inner();
    next.send(()).unwrap();
    next.send(()).unwrap();
    let first = events.next().await.unwrap().unwrap();
    assert_eq!((first.name.as_str(), first.id.as_str()), ("message", "1"));
    assert_eq!(first.data.to_string(), "{\"a\":1}");
    next.send(()).unwrap();
    let second = events.next().await.unwrap().unwrap();
    assert_eq!((second.name.as_str(), second.id.as_str(), second.data), ("x", "1", Json::from(2)));
    next.send(()).unwrap();
    assert!(events.next().await.is_none());
    assert_eq!(events.last_event_id(), "1");
}

#[tokio::test]
async fn a_connection_that_breaks_is_no_end() {
    let (endpoint, next) = serve("text/event-stream", &["data: 1\n\n"]);
    let mut events = answer::<EventStream<Text>>(&endpoint, &EVENTS).await.unwrap().into_inner();
    next.send(()).unwrap();
    assert_eq!(&*events.next().await.unwrap().unwrap().data, "1");
    drop(next);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn what_is_no_event_stream_is_not_taken_for_one() {
    let (endpoint, next) = serve("text/html", &["<p>busy</p>"]);
    next.send(()).unwrap();
    next.send(()).unwrap();
    let error = answer::<EventStream<Text>>(&endpoint, &EVENTS).await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, &b"<p>busy</p>"[..]));
    assert_eq!(
        error.to_string(),
        "events: the call succeeded (200), but the body of the answer is not what the document describes: its \
         content type is \"text/html\", none of text/event-stream"
    );
}

#[test]
fn lines_are_iterated_without_an_async_runtime() {
    let (endpoint, next) = serve("application/x-ndjson", &["1\n2", "3\n", "x\n4"]);
    for _ in 0..4 {
        next.send(()).unwrap();
    }
    let answer = call(&endpoint, &LINES).send::<Lines<i64>, NoHeaders, NoError>();
    let lines = pollster::block_on(answer).unwrap().into_inner();
    let values: Vec<Result<i64, String>> =
        lines.blocking().map(|value| value.map_err(|error| error.to_string())).collect();
    assert_eq!(
        values,
        [
            Ok(1),
            Ok(23),
            Err("item 2 of the stream, counted from 0, is not what the document describes: at $: a \
                 JSON value should begin here (byte 0)"
                .to_owned()),
            Ok(4)
        ]
    );
}

#[tokio::test]
async fn a_text_of_a_sequence_is_given_at_its_line_feed() {
    let (endpoint, next) = serve("application/json-seq", &["\x1e{\n\"a\":1}\n", "\x1e[2]\n"]);
    let mut lines = answer::<Lines<Json>>(&endpoint, &SEQUENCE).await.unwrap().into_inner();
    next.send(()).unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap().to_string(), "{\"a\":1}");
    next.send(()).unwrap();
    next.send(()).unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap().to_string(), "[2]");
    assert!(lines.next().await.is_none());
}

#[tokio::test]
async fn waiting_would_stop_an_async_runtime_and_is_refused() {
    let mut lines = Lines::<Json>::from(callwright_runtime::ByteStream::from("1\n")).blocking();
    assert_eq!(lines.next().unwrap().unwrap_err().kind(), ErrorKind::Configuration);
    assert!(lines.next().is_none());
}
