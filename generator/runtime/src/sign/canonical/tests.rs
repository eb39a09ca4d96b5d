use http::HeaderValue;
use proptest::prelude::*;

use super::*;

fn sorted(text: &str) -> String {
    let mut pairs = pairs(text);
    pairs.sort_unstable();
    query(&pairs)
}

fn host_of(uri: &str) -> Option<String> {
    host(&uri.parse().unwrap())
}

#[test]
fn a_path_is_encoded_segment_by_segment() {
    let rows = [
        ("/", "/"),
        ("", "/"),
        ("/v1/a", "/v1/a/"),
        ("/v1/a/", "/v1/a/"),
        ("/v1//a/./../b", "/v1//a/./../b/"),
        ("/a%20b/%e4%b8%ad/%7e", "/a%20b/%E4%B8%AD/~/"),
        ("/100%25/%2541/a+b", "/100%25/%2541/a%2Bb/"),
        ("/!$&'()*,;=:@", "/%21%24%26%27%28%29%2A%2C%3B%3D%3A%40/"),
        ("/a%2Fb", "/a/b/"),
        ("/%ff/%", "/%EF%BF%BD/%25/"),
    ];
    assert_eq!(rows.map(|(sent, _)| path(sent)), rows.map(|(_, canonical)| canonical));
}

#[test]
fn a_query_is_sorted_by_what_it_means_and_encoded_then() {
    let rows = [
        ("", ""),
        ("b=1&a=2&a=10&B=3", "B=3&a=10&a=2&b=1"),
        ("k=%3A&k=0&a%5B=3&a0=2", "a0=2&a%5B=3&k=0&k=%3A"),
        ("%E4%B8%AD=3&z=2&%C3%A9=1", "z=2&%C3%A9=1&%E4%B8%AD=3"),
        ("flag&b=&&c=a=b&", "b=&c=a%3Db&flag="),
        ("q=a+b%2bc%20d", "q=a%2Bb%2Bc%20d"),
        ("q=%ff", "q=%FF"),
    ];
    assert_eq!(rows.map(|(sent, _)| sorted(sent)), rows.map(|(_, canonical)| canonical));
}

#[test]
fn a_host_is_what_http_libraries_send() {
    let hosts = [
        "https://Api.Example.com/v1",
        "https://api.example.com:443/v1",
        "http://api.example.com:443/v1",
        "http://[::1]:80/",
        "http://user:word@127.0.0.1:18080/",
        "/v1/only/a/path",
    ];
    assert_eq!(
        hosts.map(host_of),
        [
            Some("api.example.com".to_owned()),
            Some("api.example.com".to_owned()),
            Some("api.example.com:443".to_owned()),
            Some("[::1]".to_owned()),
            Some("127.0.0.1:18080".to_owned()),
            None,
        ]
    );
}

#[test]
fn headers_are_sorted_and_those_that_may_change_are_left_out() {
    let mut map = HeaderMap::new();
    for (name, value) in [
        ("zeta", " 1\t"),
        ("accept", "*/*"),
        ("x_under_score", "dropped by gateways"),
        ("content-length", "3"),
        ("connection", "close"),
        ("authorization", "SDK-HMAC-SHA256 Access=earlier"),
        ("x-empty", ""),
        ("x-twice", "a"),
        ("x-twice", "b"),
    ] {
        map.append(name, HeaderValue::from_static(value));
    }
    let expected: [(&str, &[u8]); 4] =
        [("accept", b"*/*"), ("host", b"api.example.com"), ("x-empty", b""), ("zeta", b"1")];
    assert_eq!(headers(&map, "api.example.com"), expected);
}

#[test]
fn a_host_header_wins_over_the_uri() {
    let mut map = HeaderMap::new();
    map.insert(HOST, HeaderValue::from_static("override.example.com"));
    let expected: [(&str, &[u8]); 1] = [("host", b"override.example.com")];
    assert_eq!(headers(&map, "api.example.com"), expected);
}

proptest! {
    #[test]
    fn canonical_forms_are_their_own(text in any::<String>()) {
        let (once, sorted_once) = (path(&text), sorted(&text));
        prop_assert_eq!(path(&once), once);
        prop_assert_eq!(sorted(&sorted_once), sorted_once);
    }

    #[test]
    fn a_query_means_what_it_meant(
        given in prop::collection::vec(("\\PC{1,4}", "\\PC{0,4}"), 0..6)
    ) {
        let given: Vec<(Vec<u8>, Vec<u8>)> =
            given.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        prop_assert_eq!(pairs(&query(&given)), given);
    }
}
