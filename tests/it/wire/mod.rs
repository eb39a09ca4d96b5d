//! Requests and responses byte for byte: a document with every way to send a value, its generated
//! client, and servers without an HTTP library.
//!
//! The client is a golden file that is compiled as part of this program.

mod answers;
mod bodies;
mod credentials;
mod errors;
mod parameters;
mod probes;
mod responses;
mod servers;
mod streams;
mod swagger;
mod upload;

use std::fs;
use std::path::{Path, PathBuf};

use callwright::Generator;
use callwright_runtime::{Request, SendBlocking};

use crate::listener::Listener;
use crate::operations::texts;

/// The generated client, compiled as a module of this program.
#[path = "../../cases/wire/golden/mod.rs"]
#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    clippy::pedantic,
    reason = "a golden file, of which this program uses a part"
)]
#[rustfmt::skip]
mod api;

fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/wire")
}

/// `CALLWRIGHT_UPDATE=1` replaces the expected output.
#[test]
fn the_generated_client_is_the_golden_one() {
    let generator = Generator::new(case().join("api.yaml")).module(true);
    if std::env::var_os("CALLWRIGHT_UPDATE").is_some() {
        let _ = generator.clone().out_dir(case().join("golden")).generate();
    }
    let out = tempfile::tempdir().unwrap();
    let report = generator.out_dir(out.path()).generate();
    // Two versions of one media type: the second is numbered.
    let problems = report.problems.iter().map(|problem| (problem.code, problem.pointer.as_deref()));
    let collision = ("name-collision", Some("#/paths/~1media/get/responses/200"));
    assert_eq!(problems.collect::<Vec<_>>(), [collision]);
    assert_eq!(texts(out.path()), texts(&case().join("golden")));
    assert!(fs::exists(case().join("golden/mod.rs")).unwrap());
}

fn client(endpoint: &str) -> api::Client {
    api::Client::builder().endpoint(endpoint).build().unwrap()
}

const DONE: &str = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";

/// The request as received by a server that responds with 204: the request line, the significant
/// headers in order, and the body.
fn sent<R: Request>(request: impl FnOnce(&api::Client) -> R) -> String {
    let listener = Listener::answering(DONE);
    let client = client(&listener.url());
    request(&client).send_blocking().map(|_| ()).map_err(|error| error.to_string()).unwrap();
    told(&listener.request())
}

/// A request without the headers common to all.
fn told(request: &str) -> String {
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let mut lines: Vec<&str> = head.split("\r\n").collect();
    let (line, headers) = lines.split_first_mut().unwrap();
    headers.sort_unstable();
    let says = |header: &&&str| {
        !["host: ", "user-agent: ", "accept: */*", "content-length: "]
            .iter()
            .any(|same| header.starts_with(same))
    };
    let headers: Vec<String> =
        headers.iter().filter(says).map(|header| format!("{header}\n")).collect();
    let line = line.strip_suffix(" HTTP/1.1").unwrap();
    format!("{line}\n{}{}{body}", headers.concat(), if body.is_empty() { "" } else { "\n" })
}

/// A response with this status, these header lines, and a body of known length.
fn answer(status: &str, headers: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )
}
