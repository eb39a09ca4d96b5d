use super::canonical::SignedHeaders;
use super::*;
use crate::body::{Body, ByteStream};
use crate::credential::Signer;

/// 2024-02-29T23:59:59Z
fn now() -> jiff::Timestamp {
    "2024-02-29T23:59:59Z".parse().unwrap()
}

fn keys() -> AkSk {
    AkSk::new("QTWAOYTTINDUT2QVKYUC", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc")
}

fn signed(keys: &AkSk, request: http::request::Builder, body: Body) -> http::Request<Body> {
    let mut request = request.body(body).unwrap();
    keys.sign(&mut request, now()).unwrap();
    request
}

/// The worked example of the signing guide that the keys are taken from.
#[test]
fn the_published_example_is_reproduced() {
    let request = http::Request::get(
        "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs\
         ?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    )
    .header("content-type", "application/json")
    .header("x-sdk-date", "20191115T033655Z");
    let request = signed(&keys(), request, Body::empty());
    assert_eq!(
        request.headers()["authorization"],
        "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, \
         SignedHeaders=content-type;host;x-sdk-date, \
         Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe"
    );
    assert_eq!(request.headers()["host"], "service.region.example.com");
    assert!(request.headers()["authorization"].is_sensitive());
}

fn canonical_of(uri: &str) -> String {
    let headers = SignedHeaders::of(&http::HeaderMap::new());
    canonical::request("get", &uri.parse().unwrap(), &headers, "HASH")
}

#[test]
fn the_canonical_request_does_not_depend_on_how_a_url_is_written() {
    let rows = [
        ("https://h", "GET\n/\n\n\n\nHASH"),
        ("https://h/a/", "GET\n/a/\n\n\n\nHASH"),
        ("https://h/%7e/a+b/100%25", "GET\n/~/a%2Bb/100%25/\n\n\n\nHASH"),
        ("https://h/a//.", "GET\n/a//./\n\n\n\nHASH"),
        ("https://h/x?b&a=2&a=10&a:=0&a0=1", "GET\n/x/\na=10&a=2&a0=1&a%3A=0&b=\n\n\nHASH"),
    ];
    for (uri, expected) in rows {
        assert_eq!(canonical_of(uri), expected);
    }
}

#[test]
fn every_header_but_underscored_ones_is_signed_trimmed() {
    let request = http::Request::post("http://h:8080/")
        .header("X-Trim", "  a  b\t")
        .header("x_skipped", "v")
        .header("User-Agent", "u");
    let request = signed(&keys().security_token("t/+="), request, Body::from("{}"));
    let authorization = request.headers()["authorization"].to_str().unwrap();
    let (_, rest) = authorization.split_once("SignedHeaders=").unwrap();
    let (names, _) = rest.split_once(',').unwrap();
    assert_eq!(names, "host;user-agent;x-sdk-date;x-security-token;x-trim");
    assert_eq!(request.headers()["x-trim"], "a  b");
    assert_eq!(request.headers()["host"], "h:8080");
    assert_eq!(request.headers()["x-sdk-date"], "20240229T235959Z");
}

#[test]
fn bodies_that_are_not_json_are_not_hashed() {
    let post = || http::Request::post("http://h/").header("content-type", "image/png");
    let request = signed(&keys(), post(), Body::from("PNG"));
    assert_eq!(request.headers()["x-sdk-content-sha256"], "UNSIGNED-PAYLOAD");
    let streamed = ByteStream::from_reader(&b"PNG"[..], None).into_body();
    let other = signed(&keys(), post(), streamed);
    assert_eq!(other.headers()["authorization"], request.headers()["authorization"]);
}

#[test]
fn what_cannot_be_signed_is_refused() {
    let refused = |body: Body, keys: &AkSk| {
        let mut request = http::Request::post("http://h/").body(body).unwrap();
        keys.sign(&mut request, now()).unwrap_err().to_string()
    };
    let large = vec![0; 12 * 1024 * 1024 + 1];
    assert_eq!(
        refused(Body::from(large), &keys()),
        "the body is larger than the 12 MB that can be signed; authenticate this call by a token \
         instead"
    );
    let streamed = ByteStream::from_reader(&b"{}"[..], None).into_body();
    assert_eq!(
        refused(streamed, &keys()),
        "a streamed body of JSON cannot be signed; send it from memory, or set the header \
         X-Sdk-Content-Sha256"
    );
    assert_eq!(
        refused(Body::empty(), &AkSk::new("a\n", "s")),
        "a key or id holds a character that a header cannot, such as a line break"
    );
}

#[test]
fn an_authorization_that_is_there_is_left_alone() {
    let request = http::Request::get("http://h/").header("authorization", "own");
    let request = signed(&keys(), request, Body::empty());
    assert_eq!(request.headers().len(), 1);
}

#[test]
fn the_environment_gives_keys() {
    let lookup = |name: &str| match name {
        "HUAWEICLOUD_SDK_AK" => Some("ak\n".to_owned()),
        "HUAWEICLOUD_SDK_SK" => Some("s%k".to_owned()),
        _ => None,
    };
    let keys = AkSk::from_lookup(lookup).unwrap();
    assert_eq!((keys.access_key.as_str(), keys.secret_key.expose()), ("ak", "s%k"));
    assert!(keys.security_token.is_none());
    let missing = AkSk::from_lookup(|name| lookup(name).filter(|_| name.ends_with("AK")));
    assert_eq!(
        missing.unwrap_err().to_string(),
        "the environment variable HUAWEICLOUD_SDK_SK is not set; it holds half of a pair of keys"
    );
}

#[test]
fn a_profile_is_read_as_it_is_written() {
    let text = "\u{feff}# keys\r\n[global]\r\nak=other\r\n\r\n[ basic ]\r\nAK = a#k ; mine\r\n\
                sk: 100%(x)s=;y\t# secret\r\nproject_id=\r\nidp_id = i\r\n";
    let keys = profile::parse(text, "basic").unwrap();
    assert_eq!((keys.access_key.as_str(), keys.secret_key.expose()), ("a#k", "100%(x)s=;y"));
    assert_eq!(keys.project_id, None);
    assert_eq!(profile::parse(text, "none").unwrap_err(), "has no section [none]");
    assert_eq!(
        profile::parse(text, "global").unwrap_err(),
        "needs both `ak` and `sk` in its section [global]"
    );
    let missing = AkSk::from_profile_at("/nonexistent", "basic").unwrap_err();
    assert_eq!(missing.to_string(), "the profile file /nonexistent cannot be opened");
}

#[test]
fn debug_forms_show_no_key() {
    let keys = AkSk::new("hunter2", "hunter2").security_token("hunter2");
    assert_eq!(format!("{keys:?}").matches("hunter2").count(), 0);
}
