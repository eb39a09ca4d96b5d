//! A server whose connections follow a script.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A step of an answer.
#[derive(Clone, Debug)]
pub enum Step {
    Send(Vec<u8>),
    Wait(Duration),
    /// Sends nothing more until the client closes the connection.
    Stall,
    /// Sends the bytes until the client closes the connection.
    Endless(Vec<u8>),
    /// Closes the connection.
    Close,
}

/// A request as the server read it.
#[derive(Clone, Debug)]
pub struct Request {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// `GET /path`.
    pub fn target(&self) -> &str {
        self.line.rsplit_once(' ').map_or("", |(target, _)| target)
    }
}

type Script = dyn Fn(usize, &Request) -> Vec<Step> + Send + Sync;

/// A server on a loopback port; its script has the number of the request, from 1, and the request.
pub struct Server {
    pub authority: String,
    requests: Arc<Mutex<Vec<Request>>>,
    stopped: Arc<AtomicBool>,
}

impl Server {
    pub fn new(script: impl Fn(usize, &Request) -> Vec<Step> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let authority = listener.local_addr().unwrap().to_string();
        let requests = Arc::default();
        let stopped = Arc::new(AtomicBool::new(false));
        let server = Self { authority, requests, stopped };
        let (requests, stopped) = (Arc::clone(&server.requests), Arc::clone(&server.stopped));
        let script: Arc<Script> = Arc::new(script);
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let (requests, script) = (Arc::clone(&requests), Arc::clone(&script));
                std::thread::spawn(move || {
                    socket.map(|socket| serve(&socket, &requests, &*script))
                });
            }
        });
        server
    }

    /// Follows one script for each request, and the last one for all further ones.
    pub fn scripted(scripts: Vec<Vec<Step>>) -> Self {
        Self::new(move |number, _| scripts[(number - 1).min(scripts.len() - 1)].clone())
    }

    pub fn endpoint(&self) -> String {
        format!("http://{}", self.authority)
    }

    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    pub fn targets(&self) -> Vec<String> {
        self.requests().iter().map(|request| request.target().to_owned()).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts connections.
        let _ = TcpStream::connect(&self.authority);
    }
}

fn serve(socket: &TcpStream, requests: &Mutex<Vec<Request>>, script: &Script) {
    let mut reader = BufReader::new(socket);
    while let Some(request) = read(&mut reader) {
        let number = {
            let mut requests = requests.lock().unwrap();
            requests.push(request.clone());
            requests.len()
        };
        for step in script(number, &request) {
            if !follow(step, socket) {
                return;
            }
        }
    }
}

/// Returns whether the connection is still open.
fn follow(step: Step, mut socket: &TcpStream) -> bool {
    match step {
        Step::Send(bytes) => socket.write_all(&bytes).is_ok(),
        Step::Wait(duration) => {
            std::thread::sleep(duration);
            true
        }
        Step::Stall => {
            let _ = socket.read(&mut [0]);
            false
        }
        Step::Endless(bytes) => {
            while socket.write_all(&bytes).is_ok() {}
            false
        }
        Step::Close => false,
    }
}

fn read(reader: &mut BufReader<&TcpStream>) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.split_once(':') else { break };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut request = Request { line: line.trim_end().to_owned(), headers, body: Vec::new() };
    let length = request.header("content-length").map_or(0, |length| length.parse().unwrap());
    request.body = vec![0; length];
    reader.read_exact(&mut request.body).ok()?;
    Some(request)
}

/// A whole answer.
pub fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<Step> {
    let mut text = format!("HTTP/1.1 {status} Scripted\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str(&format!("\r\n{body}"));
    vec![Step::Send(text.into())]
}

pub fn json(status: u16, body: &str) -> Vec<Step> {
    answer(status, &[("content-type", "application/json")], body)
}

pub fn send(text: &str) -> Step {
    Step::Send(text.as_bytes().to_vec())
}
