//! A server for tests that compare the bytes of a request.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

/// A server without an HTTP library: it keeps the bytes of one request and responds with given
/// bytes.
pub(crate) struct Listener {
    authority: String,
    thread: JoinHandle<Vec<u8>>,
}

impl Listener {
    pub(crate) fn answering(answer: impl AsRef<[u8]>) -> Self {
        Self::answering_in_turn([answer])
    }

    /// Sends one response to each connection, and keeps the bytes of all requests.
    pub(crate) fn answering_in_turn(answers: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Self {
        let answers: Vec<Vec<u8>> =
            answers.into_iter().map(|answer| answer.as_ref().to_vec()).collect();
        Self::accepting(move |listener| {
            let serve = |answer: Vec<u8>| {
                // A client may close before it has read everything.
                request(listener, |stream| drop(stream.write_all(&answer)))
            };
            answers.into_iter().flat_map(serve).collect()
        })
    }

    /// Receives the request and never responds; the connection stays open until the client closes
    /// it.
    pub(crate) fn silent() -> Self {
        Self::serving(|stream| {
            // An error ends the connection as well.
            let _ = stream.read(&mut [0]);
        })
    }

    /// Responds with `head` and then with endless spaces, until the client closes the connection.
    pub(crate) fn trickling(head: impl AsRef<[u8]>) -> Self {
        let head = head.as_ref().to_vec();
        Self::serving(move |stream| {
            stream.write_all(&head).unwrap();
            while stream.write_all(b" ").is_ok() {
                std::thread::sleep(Duration::from_millis(5));
            }
        })
    }

    fn serving(serve: impl FnOnce(&mut TcpStream) + Send + 'static) -> Self {
        Self::accepting(|listener| request(listener, serve))
    }

    fn accepting(accept: impl FnOnce(&TcpListener) -> Vec<u8> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let thread = std::thread::spawn(move || accept(&listener));
        Self { authority, thread }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.authority)
    }

    /// The request, with its varying part fixed.
    pub(crate) fn request(self) -> String {
        let request = String::from_utf8(self.thread.join().unwrap()).unwrap();
        request.replace(&self.authority, "AUTHORITY")
    }
}

/// The bytes of the next connection's request, to which `serve` responds.
fn request(listener: &TcpListener, serve: impl FnOnce(&mut TcpStream)) -> Vec<u8> {
    let (mut stream, _) = listener.accept().unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut request = read_head(&mut stream);
    if is_chunked(&request) {
        read_until(&mut stream, b"\r\n0\r\n\r\n", &mut request);
    } else {
        let mut body = vec![0; content_length(&request)];
        stream.read_exact(&mut body).unwrap();
        request.extend(body);
    }
    serve(&mut stream);
    request
}

fn read_head(stream: &mut TcpStream) -> Vec<u8> {
    let mut head = Vec::new();
    read_until(stream, b"\r\n\r\n", &mut head);
    head
}

/// Reads up to this terminator.
fn read_until(stream: &mut TcpStream, end: &[u8], out: &mut Vec<u8>) {
    let mut byte = [0];
    while !out.ends_with(end) && stream.read(&mut byte).unwrap() == 1 {
        out.extend(byte);
    }
}

fn is_chunked(head: &[u8]) -> bool {
    let head = std::str::from_utf8(head).unwrap().to_ascii_lowercase();
    head.lines().any(|line| line == "transfer-encoding: chunked")
}

/// The length of the body; a request without a length has none.
fn content_length(head: &[u8]) -> usize {
    let head = std::str::from_utf8(head).unwrap().to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.map_or(0, |length| length.parse().unwrap())
}

/// The request with sorted headers, since their order has no meaning (RFC 9110, section 5.3).
pub(crate) fn in_order(request: &str) -> String {
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let mut lines: Vec<&str> = head.split("\r\n").collect();
    let (line, headers) = lines.split_first_mut().unwrap();
    headers.sort_unstable();
    format!("{line}\r\n{}\r\n\r\n{body}", headers.join("\r\n"))
}
