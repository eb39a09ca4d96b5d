//! The canonical request of `SDK-HMAC-SHA256`: what client and server both
//! compute, so that a signature covers the same text on both sides.

use std::fmt::Write as _;

use http::{HeaderMap, HeaderName, Uri};
use sha2::{Digest as _, Sha256};

use crate::encode::{Keep, decode, encode};

/// The headers that a signature covers, in order.
pub(super) struct SignedHeaders(Vec<(String, String)>);

impl SignedHeaders {
    /// Every header whose name has no `_`, which proxies drop.
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let mut names: Vec<&HeaderName> =
            headers.keys().filter(|name| !name.as_str().contains('_')).collect();
        names.sort_unstable_by_key(|name| name.as_str());
        let signed = names.into_iter().map(|name| {
            let values: Vec<_> = headers
                .get_all(name)
                .iter()
                .map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
                .collect();
            (name.as_str().to_owned(), values.join(","))
        });
        Self(signed.collect())
    }

    /// `content-type;host;x-sdk-date`
    pub(super) fn names(&self) -> String {
        let names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        names.join(";")
    }
}

/// The canonical request.
pub(super) fn request(method: &str, uri: &Uri, headers: &SignedHeaders, payload: &str) -> String {
    let mut out = format!("{}\n{}\n{}\n", method.to_uppercase(), path(uri.path()), query(uri));
    for (name, value) in &headers.0 {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{name}:{value}");
    }
    let _ = write!(out, "\n{}\n{payload}", headers.names());
    out
}

/// The path, decoded once and encoded anew, with a slash at its end.
fn path(path: &str) -> String {
    let mut out = String::new();
    for (index, segment) in decode(path).split('/').enumerate() {
        if index > 0 {
            out.push('/');
        }
        encode(segment, Keep::Unreserved, &mut out);
    }
    if !out.ends_with('/') {
        out.push('/');
    }
    out
}

/// The query: pairs sorted by their decoded text, then encoded anew.
fn query(uri: &Uri) -> String {
    let text = uri.query().unwrap_or_default();
    let mut pairs: Vec<(String, String)> = text
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
        .collect();
    pairs.sort_unstable();
    let mut out = String::new();
    for (key, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        encode(&key, Keep::Unreserved, &mut out);
        out.push('=');
        encode(&value, Keep::Unreserved, &mut out);
    }
    out
}

/// SHA-256 in lower-case hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
