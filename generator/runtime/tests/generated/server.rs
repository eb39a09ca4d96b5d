//! A transport that answers from memory and keeps what it was sent.

use std::sync::{Arc, Mutex};

use callwright_runtime::{
    Body, http,
    transport::{Transport, TransportFuture},
};

use crate::pets;

/// Gives the same answer to every request.
#[derive(Clone, Debug)]
pub struct Canned {
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: &'static str,
    sent: Arc<Mutex<Vec<String>>>,
}

impl Canned {
    pub fn new(status: u16, content_type: &'static str, body: &'static str) -> Self {
        let headers =
            if content_type.is_empty() { vec![] } else { vec![("content-type", content_type)] };
        Self { status, headers, body, sent: Arc::default() }
    }

    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The requests so far: method, URL, headers but `accept` and
    /// `user-agent`, and the body, a line each.
    pub fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }

    pub fn client(&self) -> pets::ClientBuilder {
        pets::Client::builder().transport(self.clone()).zoo("z")
    }
}

impl Transport for Canned {
    fn send(&self, request: http::Request<Body>) -> TransportFuture {
        self.sent.lock().unwrap().push(shown(&request));
        let mut response = http::Response::builder().status(self.status);
        for (name, value) in &self.headers {
            response = response.header(*name, *value);
        }
        let response = response.body(Body::from(self.body)).unwrap();
        Box::pin(async move { Ok(response) })
    }
}

pub fn shown(request: &http::Request<Body>) -> String {
    let mut out = format!("{} {}", request.method(), request.uri());
    for (name, value) in request.headers() {
        if name != "accept" && name != "user-agent" {
            out.push_str(&format!("\n{name}: {}", value.to_str().unwrap()));
        }
    }
    match request.body().as_bytes() {
        Some([]) => {}
        Some(bytes) => out.push_str(&format!("\n\n{}", String::from_utf8_lossy(bytes))),
        None => out.push_str("\n\n(stream)"),
    }
    out
}
