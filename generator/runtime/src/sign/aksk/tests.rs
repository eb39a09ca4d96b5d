use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue};
use proptest::prelude::*;

use std::time::SystemTime;

use super::*;
use crate::body::Body;
use crate::sign::procedure;
use crate::sign::{SIGNED_BODY_LIMIT, SignError};

/// The example of the API gateway's signing guide.
fn guide() -> (AkSk, http::Request<Body>) {
    let keys = AkSk::new("QTWAOYTTINDUT2QVKYUC", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc");
    let request = http::Request::get(
        "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs\
         ?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    )
    .header(CONTENT_TYPE, "application/json")
    .body(Body::empty())
    .unwrap();
    (keys, request)
}

fn at(moment: &str) -> SystemTime {
    moment.parse::<jiff::Timestamp>().unwrap().into()
}

const NOON: &str = "2024-05-01T12:00:00Z";

fn keys() -> AkSk {
    AkSk::new("ACCESS", "secret")
}

fn post(body: impl Into<Body>) -> http::Request<Body> {
    let mut request = http::Request::new(body.into());
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = "https://api.example.com/v1/things".parse().unwrap();
    request
}

fn sign(keys: &AkSk, request: &mut http::Request<Body>) -> Result<(), SignError> {
    procedure::sign(keys, request, at(NOON))
}

fn header<'a>(request: &'a http::Request<Body>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

fn signed_headers(request: &http::Request<Body>) -> &str {
    let authorization = header(request, "authorization").unwrap();
    authorization.split(", ").nth(1).unwrap()
}

/// A body known only to be non-empty.
struct Stream(u64);

impl http_body::Body for Stream {
    type Data = bytes::Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, std::io::Error>>> {
        std::task::Poll::Ready(None)
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(self.0)
    }
}

#[test]
fn the_example_of_the_guide_has_its_published_signature() {
    let (keys, mut request) = guide();
    procedure::sign(&keys, &mut request, at("2019-11-15T03:36:55Z")).unwrap();
    assert_eq!(
        header(&request, "authorization"),
        Some(
            "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, \
             SignedHeaders=content-type;host;x-sdk-date, \
             Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe"
        )
    );
    assert_eq!(header(&request, "x-sdk-date"), Some("20191115T033655Z"));
}

#[test]
fn signing_again_gives_what_signing_later_gives() {
    let (keys, mut twice) = guide();
    procedure::sign(&keys, &mut twice, at("2019-11-15T03:36:55Z")).unwrap();
    procedure::sign(&keys, &mut twice, at(NOON)).unwrap();
    let (keys, mut once) = guide();
    procedure::sign(&keys, &mut once, at(NOON)).unwrap();
    assert_eq!(twice.headers(), once.headers());
    assert_eq!(header(&twice, "x-sdk-date"), Some("20240501T120000Z"));
}

#[test]
fn what_the_keys_came_with_is_sent_and_signed() {
    let mut request = post("{}");
    sign(&keys().security_token("token").project_id("p").domain_id("d"), &mut request).unwrap();
    assert_eq!(header(&request, "x-security-token"), Some("token"));
    assert_eq!(header(&request, "x-project-id"), Some("p"));
    assert_eq!(header(&request, "x-domain-id"), None);
    assert_eq!(
        signed_headers(&request),
        "SignedHeaders=host;x-project-id;x-sdk-date;x-security-token"
    );
}

#[test]
fn the_project_of_the_request_stays() {
    let mut request = post("{}");
    request.headers_mut().insert("x-project-id", HeaderValue::from_static("other"));
    sign(&keys().project_id("p"), &mut request).unwrap();
    assert_eq!(header(&request, "x-project-id"), Some("other"));
}

#[test]
fn secrets_are_marked_for_logs() {
    let mut request = post("{}");
    sign(&keys().security_token("token"), &mut request).unwrap();
    let marked: Vec<_> = request
        .headers()
        .iter()
        .filter(|(_, value)| value.is_sensitive())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(marked, ["x-security-token", "authorization"]);
}

#[test]
fn nothing_of_the_keys_is_shown() {
    let shown = format!("{:?}", keys().security_token("token").project_id("p"));
    assert_eq!(shown, "AkSk { security_token: set, project_id: set, domain_id: not set, .. }");
}

#[test]
fn a_query_is_sent_in_its_order_and_encoded_in_full() {
    let mut request = post("{}");
    *request.uri_mut() = "https://api.example.com/v1?tag=b&tag=a+b&flag&at=10:30".parse().unwrap();
    sign(&keys(), &mut request).unwrap();
    assert_eq!(*request.uri(), "https://api.example.com/v1?tag=b&tag=a%2Bb&flag=&at=10%3A30");
}

#[test]
fn the_media_type_decides_whether_the_body_is_signed() {
    let declared = |media_type: Option<&'static str>, body: &'static str| {
        let mut request = post(body);
        if let Some(media_type) = media_type {
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        }
        sign(&keys(), &mut request).unwrap();
        header(&request, "x-sdk-content-sha256").map(str::to_owned)
    };
    let unsigned = Some("UNSIGNED-PAYLOAD".to_owned());
    assert_eq!(declared(None, "body"), None);
    assert_eq!(declared(Some("application/json; charset=utf-8"), "body"), None);
    assert_eq!(declared(Some("application/bson"), "body"), None);
    assert_eq!(declared(Some("multipart/form-data; boundary=x"), "body"), unsigned);
    assert_eq!(declared(Some("text/plain"), "body"), unsigned);
    assert_eq!(declared(Some("text/plain"), ""), None);
}

#[test]
fn a_declared_hash_without_a_body_is_corrected() {
    let mut request = post("");
    request
        .headers_mut()
        .insert("x-sdk-content-sha256", HeaderValue::from_static("UNSIGNED-PAYLOAD"));
    sign(&keys(), &mut request).unwrap();
    assert_eq!(
        header(&request, "x-sdk-content-sha256"),
        Some("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    );
}

#[test]
fn a_body_at_the_limit_is_signed_and_one_byte_more_is_not() {
    assert_eq!(sign(&keys(), &mut post(vec![b' '; SIGNED_BODY_LIMIT])), Ok(()));
    let length = SIGNED_BODY_LIMIT + 1;
    let beyond = SignError::BodyTooLarge { length };
    assert_eq!(sign(&keys(), &mut post(vec![b' '; length])), Err(beyond.clone()));
    assert_eq!(
        beyond.to_string(),
        "its body has 12582913 bytes or more, and signed requests may have 12582912; use a token \
         instead of keys for it"
    );
}

#[test]
fn a_stream_is_signed_only_where_its_bytes_are_not() {
    let streamed = |length: u64, header: Option<(HeaderName, &'static str)>| {
        let mut request = post(Body::from_body(Stream(length)));
        if let Some((name, value)) = header {
            request.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        sign(&keys(), &mut request)
    };
    let hash = HeaderName::from_static("x-sdk-content-sha256");
    assert_eq!(streamed(3, None), Err(SignError::StreamedBody));
    assert_eq!(streamed(3, Some((CONTENT_TYPE, "application/json"))), Err(SignError::StreamedBody));
    assert_eq!(streamed(3, Some((CONTENT_TYPE, "application/octet-stream"))), Ok(()));
    assert_eq!(streamed(3, Some((hash, "UNSIGNED-PAYLOAD"))), Ok(()));
    assert_eq!(
        streamed(13_000_000, Some((CONTENT_TYPE, "application/octet-stream"))),
        Err(SignError::BodyTooLarge { length: 13_000_000 })
    );
}

#[test]
fn a_refused_request_is_left_as_it_was() {
    let mut request = post("{}");
    request.headers_mut().insert(AUTHORIZATION, HeaderValue::from_static("Bearer token"));
    let before = request.headers().clone();
    assert_eq!(sign(&keys(), &mut request), Err(SignError::AlreadyAuthorized));
    assert_eq!(*request.headers(), before);
}

#[test]
fn what_cannot_be_signed_is_said() {
    let with = |name: &'static str, value: &'static str| {
        let mut request = post("{}");
        request.headers_mut().insert(name, HeaderValue::from_static(value));
        sign(&keys(), &mut request)
    };
    assert_eq!(sign(&AkSk::new("", "secret"), &mut post("{}")), Err(SignError::AccessKey));
    assert_eq!(sign(&AkSk::new("A,B", "secret"), &mut post("{}")), Err(SignError::AccessKey));
    assert_eq!(sign(&AkSk::new("ACCESS", ""), &mut post("{}")), Err(SignError::SecretKey));
    assert_eq!(sign(&AkSk::new("ACCESS", "s\n"), &mut post("{}")), Err(SignError::SecretKey));
    assert_eq!(sign(&keys().security_token("t\n"), &mut post("{}")), Err(SignError::SecurityToken));
    assert_eq!(sign(&keys().project_id("p\n"), &mut post("{}")), Err(SignError::Scope));
    assert_eq!(with("x-sdk-date", "2024-05-01"), Err(SignError::Date));
    let mut nowhere = post("{}");
    *nowhere.uri_mut() = "/v1".parse().unwrap();
    assert_eq!(sign(&keys(), &mut nowhere), Err(SignError::NoHost));
}

proptest! {
    #[test]
    fn any_request_is_signed_or_refused(
        access in any::<String>(),
        secret in any::<String>(),
        query in "[!-~]{0,20}",
        value in prop::collection::vec(any::<u8>(), 0..20),
        body in prop::collection::vec(any::<u8>(), 0..20),
    ) {
        let mut request = post(body);
        if let Ok(uri) = format!("https://api.example.com/v1?{query}").parse() {
            *request.uri_mut() = uri;
        }
        if let Ok(value) = HeaderValue::from_bytes(&value) {
            request.headers_mut().insert("x-any", value);
        }
        let signed = sign(&AkSk::new(access, secret), &mut request);
        prop_assert_eq!(signed.is_ok(), request.headers().contains_key(AUTHORIZATION));
    }
}
