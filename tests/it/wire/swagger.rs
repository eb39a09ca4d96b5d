//! Files and errors of a document of version 2.0, whose `produces` describes all responses at once.

use std::path::{Path, PathBuf};

use callwright::Generator;
use callwright_runtime::{ByteStream, Request, Response, SendBlocking};

use super::answer;
use crate::listener::Listener;
use crate::operations::texts;

/// The generated client, compiled as a module of this program.
#[path = "../../cases/swagger/golden/mod.rs"]
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

use api::operations::GetPictureError;
use api::types::Failure;

fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/swagger")
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
    assert_eq!(report.problems, []);
    assert_eq!(texts(out.path()), texts(&case().join("golden")));
}

/// The result of an operation that receives this response.
fn received<R: Request>(
    status: &str,
    content_type: &str,
    body: &str,
    request: impl FnOnce(&api::Client) -> R,
) -> Result<Response<R::Output, R::Headers>, callwright_runtime::Error<R::Error>> {
    let headers = format!("content-type: {content_type}\r\n");
    let listener = Listener::answering(answer(status, &headers, body));
    let client = api::Client::builder().endpoint(listener.url()).build().unwrap();
    request(&client).send_blocking()
}

fn bytes<H, E: std::fmt::Debug>(
    result: Result<Response<ByteStream, H>, callwright_runtime::Error<E>>,
) -> Vec<u8> {
    let Ok(response) = result else { panic!("{:?}", result.err()) };
    let mut bytes = Vec::new();
    std::io::copy(&mut response.into_inner().into_reader(), &mut bytes).unwrap();
    bytes
}

#[test]
fn a_file_is_bytes_whatever_content_type_arrives() {
    let file =
        |content_type| bytes(received("200 OK", content_type, "%PDF", api::Client::get_report));
    assert_eq!(file("application/json"), b"%PDF");
    assert_eq!(file("application/pdf"), b"%PDF");
    let picture =
        |content_type| bytes(received("200 OK", content_type, "PNG", api::Client::get_picture));
    assert_eq!(picture("image/png"), b"PNG");
    assert_eq!(picture("image/webp"), b"PNG");
    assert_eq!(bytes(received("200 OK", "text/csv", "a;b", api::Client::get_table)), b"a;b");
}

#[test]
fn an_error_of_a_download_has_its_structure() {
    let result =
        received("404 Not Found", "application/json", r#"{"code":7}"#, api::Client::get_report);
    assert_eq!(result.map(|_| ()).unwrap_err().into_api(), Some(Failure::new(7)));
    let result =
        received("404 Not Found", "application/json", r#"{"code":7}"#, api::Client::get_picture);
    assert_eq!(
        result.map(|_| ()).unwrap_err().into_api(),
        Some(GetPictureError::NotFound(Failure::new(7)))
    );
}
