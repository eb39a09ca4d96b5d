//! Bodies larger than memory: a gibibyte up and down a socket, while this
//! process never holds more than 64 MiB.
//!
//! A program of its own, since the peak is that of the whole process.

#![cfg(all(feature = "reqwest", target_os = "linux"))]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

use callwright_runtime::{
    ByteStream, Client, ClientBuilder, File, Multipart, NoError, NoHeaders, Part,
    generated::describe,
};
use describe::{Media, Operation, RequestBody, Response};

const SIZE: u64 = 1 << 30;
const PEAK_LIMIT: u64 = 64 << 20;

static API: describe::Api = describe::Api::new("T", "1", "t/1");
static UPLOAD: Operation = Operation::new("upload", "PUT", "/")
    .body(RequestBody::required(&[
        Media::stream("application/octet-stream"),
        Media::multipart("multipart/form-data"),
    ]))
    .success(&[Response::status(204, &[])]);
static DOWNLOAD: Operation = Operation::new("download", "GET", "/")
    .success(&[Response::status(200, &[Media::stream("application/octet-stream")])]);

/// Answers every connection's one request: a GET with a gibibyte, anything
/// else with 204 when all of it was read. Reads and writes with small buffers.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            let mut socket = BufReader::with_capacity(64 << 10, socket.unwrap());
            let (mut is_get, mut length) = (false, 0);
            loop {
                let mut line = String::new();
                socket.read_line(&mut line).unwrap();
                is_get |= line.starts_with("GET ");
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                if line.trim().is_empty() {
                    break;
                }
            }
            let mut received = (&mut socket).take(length);
            let read = std::io::copy(&mut received, &mut std::io::sink()).unwrap();
            assert_eq!(read, length);
            let answer = if is_get {
                format!("HTTP/1.1 200 OK\r\ncontent-length: {SIZE}\r\n")
            } else {
                "HTTP/1.1 204 No Content\r\n".to_owned()
            };
            let mut socket = socket.into_inner();
            socket.write_all(format!("{answer}connection: close\r\n\r\n").as_bytes()).unwrap();
            if is_get {
                std::io::copy(&mut std::io::repeat(b'x').take(SIZE), &mut socket).unwrap();
            }
        }
    });
    endpoint
}

/// The most memory that this process ever had, in bytes (`VmHWM`).
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

fn gibibyte() -> ByteStream {
    ByteStream::from_reader(std::io::repeat(b'x').take(SIZE), Some(SIZE))
}

async fn upload(
    client: &Client,
    call: impl FnOnce(callwright_runtime::Call) -> callwright_runtime::Call,
) {
    let sent = call(client.call(&UPLOAD)).send::<(), NoHeaders, NoError>().await;
    assert_eq!(sent.unwrap().http_status().as_u16(), 204);
}

#[tokio::test]
async fn a_gibibyte_travels_both_ways_in_little_memory() {
    let client = ClientBuilder::new(&API).endpoint(serve()).build().unwrap();
    upload(&client, |call| call.stream(0, gibibyte())).await;
    let parts = Multipart::new().part(Part::new("file", File::stream(gibibyte()).name("big")));
    upload(&client, |call| call.parts(1, parts)).await;

    let answer = client.call(&DOWNLOAD).send::<ByteStream, NoHeaders, NoError>().await.unwrap();
    let mut stream = answer.into_inner();
    let mut received = 0;
    while let Some(piece) = stream.next().await {
        received += piece.unwrap().len() as u64;
    }
    assert_eq!(received, SIZE);
    let peak = peak();
    assert!(peak < PEAK_LIMIT, "{} MiB at the peak", peak >> 20);
}
