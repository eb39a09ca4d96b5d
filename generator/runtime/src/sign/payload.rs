use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http_body::Body as _;

use super::sha256::{EMPTY, sha256};
use super::{SIGNED_BODY_LIMIT, SignError};
use crate::body::Body;

/// The header that declares a payload hash other than that of the body.
const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-sdk-content-sha256");
const UNSIGNED: HeaderValue = HeaderValue::from_static("UNSIGNED-PAYLOAD");

/// Determines the payload hash for the signature, and declares it in the headers if the gateway
/// expects that.
///
/// - No body: the hash of the empty input, whatever the headers say. A hash that the caller
///   declared is overwritten, since official signers disagree about its meaning without a body.
/// - A declared `X-Sdk-Content-Sha256` is used as is.
/// - Media types that do not begin with `application/json` or `application/bson` are not signed,
///   only declared as unsigned.
/// - Any other body is hashed, which requires it in memory.
pub(super) fn hash(headers: &mut HeaderMap, body: &Body) -> Result<HeaderValue, SignError> {
    let length = body.as_bytes().map_or_else(
        || usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX),
        <[u8]>::len,
    );
    if length > SIGNED_BODY_LIMIT {
        return Err(SignError::BodyTooLarge { length });
    }
    if body.as_bytes().is_some_and(<[u8]>::is_empty) {
        let hash = HeaderValue::from_static(EMPTY);
        if headers.contains_key(&CONTENT_SHA256) {
            headers.insert(CONTENT_SHA256, hash.clone());
        }
        return Ok(hash);
    }
    if let Some(declared) = headers.get(&CONTENT_SHA256) {
        return Ok(declared.clone());
    }
    if headers.get(CONTENT_TYPE).is_some_and(is_unsigned) {
        headers.insert(CONTENT_SHA256, UNSIGNED);
        return Ok(UNSIGNED);
    }
    let bytes = body.as_bytes().ok_or(SignError::StreamedBody)?;
    HeaderValue::try_from(sha256(bytes)).map_err(|_| SignError::Header)
}

/// The official signers compare only the first characters, case-sensitively.
fn is_unsigned(media_type: &HeaderValue) -> bool {
    let media_type = media_type.as_bytes().trim_ascii();
    !media_type.is_empty()
        && !media_type.starts_with(b"application/json")
        && !media_type.starts_with(b"application/bson")
}
