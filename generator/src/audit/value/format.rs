//! Names of formats and media types that are close to known ones.

use crate::closest::closest;

/// The formats that give values a type or a check in Rust.
const FOLLOWED: &[&str] = &[
    "binary",
    "byte",
    "date",
    "date-time",
    "decimal",
    "decimal128",
    "double",
    "duration",
    "email",
    "float",
    "hostname",
    "int32",
    "int64",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "password",
    "time",
    "uint64",
    "uri",
    "uri-reference",
    "uuid",
];

/// Other formats that are close to those, and are meant as they are written.
const MEANT: &[&str] = &[
    "bytes",
    "data",
    "dates",
    "float32",
    "float64",
    "guid",
    "ip",
    "int16",
    "int8",
    "int",
    "int128",
    "integer",
    "long",
    "number",
    "timestamp",
    "times",
    "title",
    "type",
    "uid",
    "uint",
    "uint16",
    "uint32",
    "uint8",
    "ulid",
    "url",
    "urn",
    "uuid4",
    "cuid",
    "email-address",
    "mime",
    "gate",
];

/// The followed format that an unknown one is close to.
pub(in crate::audit) fn close_format(format: &str) -> Option<&'static str> {
    if FOLLOWED.contains(&format) || MEANT.contains(&format) {
        return None;
    }
    closest(format, FOLLOWED.iter().copied())
}

/// Media types that APIs use.
const MEDIA_TYPES: &[&str] = &[
    "application/geo+json",
    "application/graphql",
    "application/gzip",
    "application/hal+json",
    "application/javascript",
    "application/json",
    "application/json-patch+json",
    "application/json-seq",
    "application/jsonl",
    "application/jwt",
    "application/ld+json",
    "application/merge-patch+json",
    "application/msgpack",
    "application/octet-stream",
    "application/pdf",
    "application/problem+json",
    "application/problem+xml",
    "application/scim+json",
    "application/sdp",
    "application/soap+xml",
    "application/sql",
    "application/text",
    "application/vnd.api+json",
    "application/wasm",
    "application/x-ndjson",
    "application/x-tar",
    "application/x-www-form-urlencoded",
    "application/x-yaml",
    "application/xhtml+xml",
    "application/xml",
    "application/yaml",
    "application/zip",
    "audio/aac",
    "audio/flac",
    "audio/mp3",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
    "image/avif",
    "image/bmp",
    "image/gif",
    "image/heic",
    "image/jp2",
    "image/jpeg",
    "image/jpg",
    "image/png",
    "image/svg+xml",
    "image/tiff",
    "image/webp",
    "multipart/byteranges",
    "multipart/form-data",
    "multipart/mixed",
    "multipart/related",
    "text/calendar",
    "text/css",
    "text/csv",
    "text/event-stream",
    "text/html",
    "text/javascript",
    "text/json",
    "text/markdown",
    "text/plain",
    "text/turtle",
    "text/vcard",
    "text/xml",
    "text/yaml",
    "video/mp4",
    "video/mpeg",
    "video/webm",
];

/// The known media type that an unknown one is close to; parameters do not count.
pub(in crate::audit) fn close_media_type(name: &str) -> Option<&'static str> {
    let essence = name.split(';').next().unwrap_or_default().trim();
    let is_known = MEDIA_TYPES.iter().any(|known| known.eq_ignore_ascii_case(essence));
    // Vendors name as they like; a range is no single media type.
    if is_known || essence.contains('*') || essence.contains("/vnd.") || essence.contains("/x-") {
        return None;
    }
    let (kind, subtype) = essence.split_once('/')?;
    MEDIA_TYPES.iter().copied().find(|known| {
        let (known_kind, known_subtype) = known.split_once('/').unwrap_or_default();
        is_close(kind, known_kind) && is_close(subtype, known_subtype)
    })
}

fn is_close(name: &str, known: &str) -> bool {
    name == known || closest(name, [known]).is_some()
}

#[cfg(test)]
mod tests {
    use super::{close_format, close_media_type};

    #[test]
    fn formats_and_media_types_have_slips_too() {
        let formats = ["date-tme", "datetime", "int46", "uuuid", "double", "isbn-13", "color"];
        assert_eq!(
            formats.map(close_format),
            [Some("date-time"), Some("date-time"), Some("int64"), Some("uuid"), None, None, None]
        );
        let names = [
            "aplication/json",
            "application/jsn",
            "application/json; charset=utf-8",
            "text/plan",
            "image/jp2",
            "application/vnd.acme.v1+json",
            "application/cbor",
        ];
        assert_eq!(
            names.map(close_media_type),
            [
                Some("application/json"),
                Some("application/json"),
                None,
                Some("text/plain"),
                None,
                None,
                None,
            ]
        );
    }
}
