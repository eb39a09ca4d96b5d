//! Real sockets: the exact bytes that the default transport sends.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;

use callwright_runtime::{ByteStream, ErrorKind, SendBlocking};

use crate::pets::{self, Pet};

/// Answers one connection with `answer` once a request is there, and gives
/// the request's bytes; `body` says how many bytes follow its head.
fn answer_once(answer: &'static str, body: usize) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let length = socket.read(&mut piece).unwrap();
            request.extend_from_slice(&piece[..length]);
            let head = request.windows(4).position(|four| four == b"\r\n\r\n");
            if length == 0 || head.is_some_and(|head| request.len() >= head + 4 + body) {
                break;
            }
        }
        socket.write_all(answer.as_bytes()).unwrap();
        String::from_utf8(request).unwrap()
    });
    (endpoint, thread)
}

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\
                  connection: close\r\n\r\n{\"id\":\"p\"}";

fn client(endpoint: &str) -> pets::Client {
    pets::Client::builder().endpoint(endpoint).zoo("z").build().unwrap()
}

#[test]
fn a_get_is_sent_byte_for_byte() {
    let (endpoint, request) = answer_once(OK, 0);
    let pet = client(&endpoint).pets().get_pet("a/b %").limit(1).send_blocking().unwrap();
    assert_eq!(pet.id, "p");
    let host = endpoint.trim_start_matches("http://");
    assert_eq!(
        request.join().unwrap(),
        format!(
            "GET /z/pets/a%2Fb%20%25?limit=1 HTTP/1.1\r\n\
             accept: application/json\r\n\
             user-agent: pets/1.0\r\n\
             host: {host}\r\n\r\n"
        )
    );
}

#[test]
fn a_body_is_sent_with_its_length() {
    let (endpoint, request) = answer_once(OK, 10);
    let client = client(&endpoint);
    client.pets().put_pet("p").json(Pet::new("p")).send_blocking().unwrap();
    let host = endpoint.trim_start_matches("http://");
    assert_eq!(
        request.join().unwrap(),
        format!(
            "PUT /pets/p HTTP/1.1\r\n\
             accept: application/json, text/plain, image/*\r\n\
             user-agent: pets/1.0\r\n\
             content-type: application/json\r\n\
             host: {host}\r\n\
             content-length: 10\r\n\r\n\
             {{\"id\":\"p\"}}"
        )
    );
}

#[test]
fn a_stream_is_sent_in_chunks_and_a_known_length_is_announced() {
    for (length, tail) in [
        (None, "transfer-encoding: chunked\r\n\r\n4\r\ndata\r\n0\r\n\r\n"),
        (Some(4), "content-length: 4\r\n\r\ndata"),
    ] {
        let (endpoint, request) = answer_once(OK, tail.len() - tail.find("\r\n\r\n").unwrap() - 4);
        let file = ByteStream::from_reader(&b"data"[..], length);
        client(&endpoint).pets().put_pet("p").file(file).send_blocking().unwrap();
        let request = request.join().unwrap();
        let host = endpoint.trim_start_matches("http://");
        let (_, after_host) = request.split_once(&format!("host: {host}\r\n")).unwrap();
        assert_eq!(after_host, tail);
    }
}

#[test]
fn a_post_without_a_body_says_so() {
    let (endpoint, request) = answer_once("HTTP/1.1 204 No Content\r\n\r\n", 0);
    client(&endpoint).pets().ping().send_blocking().unwrap();
    let host = endpoint.trim_start_matches("http://");
    assert_eq!(
        request.join().unwrap(),
        format!(
            "POST /ping HTTP/1.1\r\naccept: */*\r\nuser-agent: pets/1.0\r\n\
             content-length: 0\r\nhost: {host}\r\n\r\n"
        )
    );
}

#[tokio::test]
async fn a_request_is_awaited_within_a_runtime_and_not_blocked_on() {
    let (endpoint, request) = answer_once(OK, 0);
    let client = client(&endpoint);
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(client.pets().get_pet("p").await.unwrap().id, "p");
    drop(client);
    request.join().unwrap();
}

#[test]
fn a_redirect_is_not_followed() {
    let (endpoint, request) = answer_once(
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n",
        0,
    );
    let error = client(&endpoint).pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(302));
    request.join().unwrap();
}

#[test]
fn a_download_arrives_in_pieces() {
    let (endpoint, request) = answer_once(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
        0,
    );
    let file = client(&endpoint).pets().download().send_blocking().unwrap().into_inner();
    assert_eq!(pollster::block_on(file.collect(10)).unwrap(), "abc");
    request.join().unwrap();
}

#[test]
fn a_refused_connection_is_told_from_a_broken_one() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    drop(listener);
    let error = client(&format!("http://{host}")).pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(
        error.to_string(),
        format!("ping: cannot connect to {host}; check the endpoint and the network")
    );

    let (endpoint, request) = answer_once("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n[]", 0);
    let error = client(&endpoint).pets().ping().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    request.join().unwrap();
}
