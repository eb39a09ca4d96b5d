//! The canonical form of each part of a request.

use http::Uri;
use http::header::{AUTHORIZATION, HOST, HeaderMap, HeaderName};
use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode, utf8_percent_encode,
};

#[cfg(test)]
mod tests;

/// All characters except the unreserved ones of RFC 3986, section 2.3.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Canonicalizes the path: decoded, each segment encoded again, with a trailing slash.
///
/// Empty and dot segments stay. As in the official Python signer, an encoded slash counts as a
/// slash, and invalid UTF-8 counts as U+FFFD: this path is signed, not sent, so nothing is lost.
pub(super) fn path(path: &str) -> String {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let mut canonical = String::with_capacity(path.len() + 1);
    for (index, segment) in decoded.split('/').enumerate() {
        if index > 0 {
            canonical.push('/');
        }
        canonical.extend(utf8_percent_encode(segment, ENCODED));
    }
    if !canonical.ends_with('/') {
        canonical.push('/');
    }
    canonical
}

/// The decoded names and values of a query, in order.
///
/// A plus sign is a plus sign (RFC 3986), not a space; a name without `=` has an empty value; empty
/// pairs between two `&` are skipped.
pub(super) fn pairs(query: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
    let decoded = |text: &str| percent_decode_str(text).collect();
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// Encodes a query, except for unreserved characters.
pub(super) fn query(pairs: &[(Vec<u8>, Vec<u8>)]) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        query.extend(percent_encode(name, ENCODED));
        query.push('=');
        query.extend(percent_encode(value, ENCODED));
    }
    query
}

/// The host as HTTP libraries send it: in lower case, with the port only if it is not the scheme's
/// default.
pub(super) fn host(uri: &Uri) -> Option<String> {
    let name = uri.host()?.to_ascii_lowercase();
    let default = match uri.scheme_str() {
        Some("http") => Some(80),
        Some("https") => Some(443),
        _ => None,
    };
    Some(match uri.port_u16() {
        Some(port) if Some(port) != default => format!("{name}:{port}"),
        _ => name,
    })
}

/// The headers to sign, by lower-case name.
pub(super) fn headers<'a>(headers: &'a HeaderMap, host: &'a str) -> Vec<(&'a str, &'a [u8])> {
    let mut signed: Vec<(&str, &[u8])> = headers
        .keys()
        .filter(|name| is_signed(name))
        .filter_map(|name| {
            let mut values = headers.get_all(name).iter();
            let value = values.next()?;
            values.next().is_none().then(|| (name.as_str(), value.as_bytes().trim_ascii()))
        })
        .collect();
    if !headers.contains_key(HOST) {
        signed.push((HOST.as_str(), host.as_bytes()));
    }
    signed.sort_unstable();
    signed
}

/// Whether the header reaches the gateway unchanged.
///
/// Gateways drop or rename names with an underscore; the others describe one connection only, and
/// intermediaries may rewrite them.
fn is_signed(name: &HeaderName) -> bool {
    const OF_THE_CONNECTION: [&str; 8] = [
        "connection",
        "content-length",
        "expect",
        "keep-alive",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ];
    let name_text = name.as_str();
    *name != AUTHORIZATION
        && !name_text.contains('_')
        && !name_text.starts_with("proxy-")
        && !OF_THE_CONNECTION.contains(&name_text)
}
