//! Custom fields of HAR; HAR 1.2 requires a leading underscore, and other tools ignore them.

/// `true` in `postData` or `content`: the body is truncated.
pub(crate) const TRUNCATED: &str = "_truncated";

/// `"base64"` in `postData`, which has no `encoding`, unlike `content`.
pub(crate) const ENCODING: &str = "_encoding";

/// `true` in `content`: the body is still encoded with the response's `Content-Encoding`, although
/// HAR requires decoded content.
pub(crate) const STILL_ENCODED: &str = "_stillEncoded";
