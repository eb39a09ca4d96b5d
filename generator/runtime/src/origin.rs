//! The origin of a URL (RFC 9110, section 4.3.1), and what may be sent to another one.

use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH,
    CONTENT_TYPE, HeaderName, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE,
    IF_UNMODIFIED_SINCE, RANGE, USER_AGENT,
};
use http::{HeaderMap, Uri};

/// Whether two URLs have the same scheme, host and port.
pub(crate) fn is_same_origin(one: &Uri, other: &Uri) -> bool {
    let origin = |uri: &Uri| {
        let scheme = uri.scheme_str()?;
        let port = uri.port_u16().or(match scheme {
            "http" => Some(80),
            "https" => Some(443),
            _ => None,
        });
        Some((scheme.to_owned(), uri.host()?.to_ascii_lowercase(), port))
    };
    one.authority() == other.authority() && one.scheme() == other.scheme()
        || origin(one).is_some_and(|found| origin(other) == Some(found))
}

/// Headers that say nothing about the caller but what it can read.
const HARMLESS: [HeaderName; 14] = [
    ACCEPT,
    ACCEPT_ENCODING,
    ACCEPT_LANGUAGE,
    CONTENT_ENCODING,
    CONTENT_LANGUAGE,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    IF_MATCH,
    IF_MODIFIED_SINCE,
    IF_NONE_MATCH,
    IF_RANGE,
    IF_UNMODIFIED_SINCE,
    RANGE,
    USER_AGENT,
];

/// Removes every header that might be a secret: any other server gets those about the content only.
pub(crate) fn keep_harmless(headers: &mut HeaderMap) {
    let mut kept = HeaderMap::new();
    for name in HARMLESS {
        if let Some(value) = headers.remove(&name).filter(|value| !value.is_sensitive()) {
            kept.insert(name, value);
        }
    }
    *headers = kept;
}

/// A URL as a message shows it: a query may contain a key.
pub(crate) fn without_query(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or_default();
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let path: String = uri.path().chars().take(200).collect();
    format!("{scheme}://{authority}{path}")
}

#[cfg(test)]
mod tests {
    use super::is_same_origin;

    #[test]
    fn an_origin_is_a_scheme_a_host_and_a_port() {
        let same =
            |one: &str, other: &str| is_same_origin(&one.parse().unwrap(), &other.parse().unwrap());
        assert!(same("https://a.example/x", "https://A.example:443/y?z"));
        assert!(same("http://a.example:80", "http://a.example/"));
        for other in [
            "http://a.example/",
            "https://a.example:8443/",
            "https://b.example/",
            "https://a.example.evil/",
            "https://x.a.example/",
        ] {
            assert!(!same("https://a.example/", other), "{other}");
        }
    }
}
