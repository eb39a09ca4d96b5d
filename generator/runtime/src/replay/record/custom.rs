//! Fields that HAR 1.2 does not know; it asks for a leading underscore, and
//! other tools pass over them.

/// `true` in `postData` or `content`: only the beginning of the body is there.
pub(crate) const TRUNCATED: &str = "_truncated";

/// `"base64"` in `postData`, which has no `encoding` as `content` has.
pub(crate) const ENCODING: &str = "_encoding";

/// `true` in `content`: the `Content-Encoding` of the response still applies,
/// where HAR wants decoded content.
pub(crate) const STILL_ENCODED: &str = "_stillEncoded";
