use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

/// A server that is no HTTP library: it keeps the bytes of one request up to
/// the end of its head, and answers with the bytes that it was given.
pub(super) struct Listener {
    authority: String,
    thread: JoinHandle<Vec<u8>>,
}

impl Listener {
    pub(super) fn answering(answer: &str) -> Self {
        let answer = answer.as_bytes().to_vec();
        Self::serving(move |stream| stream.write_all(&answer).unwrap())
    }

    /// Takes the request and never answers; the connection stays open until
    /// the client closes it.
    pub(super) fn silent() -> Self {
        Self::serving(|stream| {
            // An error is as good an end as any.
            let _ = stream.read(&mut [0]);
        })
    }

    fn serving(serve: impl FnOnce(&mut TcpStream) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
            let head = read_head(&mut stream);
            serve(&mut stream);
            head
        });
        Self { authority, thread }
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.authority)
    }

    /// The request, its one varying part made fixed.
    pub(super) fn request(self) -> String {
        let request = String::from_utf8(self.thread.join().unwrap()).unwrap();
        request.replace(&self.authority, "AUTHORITY")
    }
}

fn read_head(stream: &mut TcpStream) -> Vec<u8> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
        head.extend(byte);
    }
    head
}
