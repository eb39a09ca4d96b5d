use std::fmt::Write as _;

use super::{Part, Subtype};
use crate::body::File;
use crate::body::FileData;

/// The head of a part: its boundary and headers, up to its content.
///
/// Headers that the part itself sets are not added again.
pub(super) fn head(part: &Part, subtype: Subtype, boundary: &str) -> String {
    let Part { name, file } = part;
    let File { content: _, file_name, content_type: _, headers } = file;
    let own = |wanted: &str| headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted));
    let mut head = format!("--{boundary}\r\n");
    // Writing to a string cannot fail.
    if !own("content-disposition") {
        let _ = match (subtype, file_name.as_deref().map(quoted)) {
            (Subtype::FormData, None) => {
                write!(head, "Content-Disposition: form-data; name=\"{}\"\r\n", quoted(name))
            }
            (Subtype::FormData, Some(file_name)) => write!(
                head,
                "Content-Disposition: form-data; name=\"{}\"; filename=\"{file_name}\"\r\n",
                quoted(name)
            ),
            // A file name is useful in any multipart body (RFC 2183, section 2.3).
            (Subtype::Other, Some(file_name)) => {
                write!(head, "Content-Disposition: attachment; filename=\"{file_name}\"\r\n")
            }
            (Subtype::Other, None) => Ok(()),
        };
    }
    if let Some(content_type) = media_type(part, subtype).filter(|_| !own("content-type")) {
        let _ = write!(head, "Content-Type: {content_type}\r\n");
    }
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head.push_str("\r\n");
    head
}

/// The media type of a part: its own; in other bodies than forms, also the default, ASCII text (RFC
/// 2046, section 5.1), since some parsers require a header in every part.
pub(super) fn media_type(part: &Part, subtype: Subtype) -> Option<&str> {
    let headers = part.file.headers.iter();
    let mut own = headers.filter(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    if let Some((_, value)) = own.next() {
        return Some(value);
    }
    let given = part.file.content_type.as_deref();
    given.or_else(|| match (&part.file.content, subtype) {
        (_, Subtype::FormData) => None,
        (FileData::Bytes(bytes), Subtype::Other) if bytes.is_ascii() => Some("text/plain"),
        (FileData::Bytes(bytes), Subtype::Other) if std::str::from_utf8(bytes).is_ok() => {
            Some("text/plain; charset=utf-8")
        }
        (FileData::Bytes(_) | FileData::Stream(_), Subtype::Other) => {
            Some("application/octet-stream")
        }
    })
}

/// A quoted name, as browsers write it (HTML standard, "multipart form data"): characters that
/// would end it are percent-encoded.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
