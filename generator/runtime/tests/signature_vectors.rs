//! Signatures against vectors of another implementation, where they are at hand:
//! a folder `shared` beside the checkout, or the one that `CALLWRIGHT_SHARED` names.
//!
//! Two groups of vectors are left out by their tags: `derived` is another
//! algorithm, and `quirk` holds what that implementation alone does.

#![cfg(feature = "sdk-hmac-sha256")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "whoever runs the test has to know that it was skipped")]

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use callwright_runtime::sign::AkSk;
use callwright_runtime::{Body, Json, Signer as _, http, jiff};

fn vectors() -> Option<Json> {
    let shared = std::env::var_os("CALLWRIGHT_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let text = std::fs::read(shared.join("facts/aksk_vectors.json")).ok()?;
    Some(Json::parse(&text).unwrap())
}

fn text<'a>(value: &'a Json, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Json::as_str)
}

/// Signs what a vector describes.
fn sign(input: &Json) -> http::Request<Body> {
    let mut keys = AkSk::new(text(input, "ak").unwrap(), text(input, "sk").unwrap());
    if let Some(token) = text(input, "security_token") {
        keys = keys.security_token(token);
    }
    if let Some(project) = text(input, "project_id") {
        keys = keys.project_id(project);
    }
    if let Some(domain) = text(input, "domain_id") {
        keys = keys.domain_id(domain);
    }
    let mut request = http::Request::builder()
        .method(text(input, "method").unwrap())
        .uri(text(input, "url").unwrap());
    for (name, value) in input.get("headers").unwrap().as_object().unwrap() {
        request = request.header(name, value.as_str().unwrap());
    }
    let body = STANDARD.decode(text(input, "body_base64").unwrap_or_default()).unwrap();
    let mut request = request.body(Body::from(body)).unwrap();
    let now = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%SZ", text(input, "time").unwrap());
    let now = now.unwrap().to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    keys.sign(&mut request, now).unwrap();
    request
}

#[test]
fn every_common_vector_agrees() {
    let Some(vectors) = vectors() else {
        println!("skipped: there is no folder with vectors; set CALLWRIGHT_SHARED");
        return;
    };
    let mut compared = 0;
    let mut wrong = Vec::new();
    for vector in vectors.get("vectors").unwrap().as_array().unwrap() {
        let tags = vector.get("tags").unwrap().as_array().unwrap();
        if tags.iter().any(|tag| matches!(tag.as_str(), Some("derived" | "quirk"))) {
            continue;
        }
        let request = sign(vector.get("input").unwrap());
        let expected = text(vector.get("expected").unwrap(), "authorization").unwrap();
        if request.headers()["authorization"] != *expected {
            wrong.push(text(vector, "name").unwrap());
        }
        compared += 1;
    }
    assert_eq!(wrong, [""; 0]);
    assert!(compared > 0);
}
