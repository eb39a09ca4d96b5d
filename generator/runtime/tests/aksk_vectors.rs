//! Signatures against those of the official signer, in a file of vectors that is not part of this repository:
//! `CALLWRIGHT_AKSK_VECTORS` names it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use callwright_runtime::{Body, Signer as _, http, sign::AkSk};
use http::{HeaderName, HeaderValue};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

/// What is not compared, and why: all that the file tags `derived`, and of
/// what it tags `quirk` (one version of one signer) the one that a request of
/// this signer cannot be. The other quirks agree.
const LEFT_OUT: [(&str, &str); 5] = [
    ("kat-java-derived", "another algorithm, V11-HMAC-SHA256, which is not offered"),
    ("derived-get", "another algorithm, V11-HMAC-SHA256, which is not offered"),
    ("derived-post-token-project", "another algorithm, V11-HMAC-SHA256, which is not offered"),
    ("derived-globe", "another algorithm, V11-HMAC-SHA256, which is not offered"),
    (
        "quirk-octet-stream-empty-body",
        "official signers disagree about UNSIGNED-PAYLOAD without a body; it is not declared then",
    ),
];

#[test]
#[ignore = "needs the vectors: .ci/gates/vectors"]
fn every_vector_agrees() {
    let path = std::env::var_os("CALLWRIGHT_AKSK_VECTORS").expect("it names the file of vectors");
    let text = std::fs::read(path).unwrap();
    let file: Value = serde_json::from_slice(&text).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    let mut compared = 0;
    for vector in vectors {
        let name = vector["name"].as_str().unwrap();
        if LEFT_OUT.iter().any(|(left_out, _)| *left_out == name) {
            continue;
        }
        let (input, expected) = (&vector["input"], &vector["expected"]);
        assert_eq!((name, signed(input)), (name, headers(&expected["headers"])));
        if let Some(published) = vector["published_signature"].as_str() {
            assert_eq!((name, expected["signature"].as_str()), (name, Some(published)));
        }
        compared += 1;
    }
    assert_eq!(compared + LEFT_OUT.len(), vectors.len());
}

/// The headers of the request once signed, by lower-case name.
fn signed(input: &Value) -> BTreeMap<String, Vec<u8>> {
    let text = |member: &str| input[member].as_str();
    let mut keys = AkSk::new(text("ak").unwrap(), text("sk").unwrap());
    if let Some(token) = text("security_token") {
        keys = keys.security_token(token);
    }
    if let Some(id) = text("project_id") {
        keys = keys.project_id(id);
    }
    if let Some(id) = text("domain_id") {
        keys = keys.domain_id(id);
    }
    let body = text("body_base64").map(|body| STANDARD.decode(body).unwrap()).unwrap_or_default();
    let mut request = http::Request::new(Body::from(body));
    *request.method_mut() = text("method").unwrap().parse().unwrap();
    *request.uri_mut() = text("url").unwrap().parse().unwrap();
    for (name, value) in input["headers"].as_object().unwrap() {
        request.headers_mut().insert(
            HeaderName::from_bytes(name.as_bytes()).unwrap(),
            HeaderValue::from_bytes(value.as_str().unwrap().as_bytes()).unwrap(),
        );
    }
    keys.sign(&mut request, moment(text("time").unwrap())).unwrap();
    // The transport adds it; the signature covers what it will be.
    let host = HeaderValue::from_str(text("host").unwrap()).unwrap();
    request.headers_mut().entry(http::header::HOST).or_insert(host);
    let named = |(name, value): (&HeaderName, &HeaderValue)| {
        (name.as_str().to_owned(), value.as_bytes().to_vec())
    };
    request.headers().iter().map(named).collect()
}

fn headers(expected: &Value) -> BTreeMap<String, Vec<u8>> {
    let named = |(name, value): (&String, &Value)| {
        (name.to_ascii_lowercase(), value.as_str().unwrap().as_bytes().to_vec())
    };
    expected.as_object().unwrap().iter().map(named).collect()
}

fn moment(text: &str) -> std::time::SystemTime {
    let civil = DateTime::strptime("%Y%m%dT%H%M%SZ", text).unwrap();
    civil.to_zoned(TimeZone::UTC).unwrap().timestamp().into()
}
