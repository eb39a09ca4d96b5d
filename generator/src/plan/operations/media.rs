//! The representations of bodies, by media type.

use crate::ir::Essence;

/// The representation of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum MediaKind {
    /// One JSON value of the schema's type.
    Json,
    /// Text, including XML.
    Text,
    /// Bytes held in memory.
    Bytes,
    /// Streamed bytes.
    Stream,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data` and the other multipart types.
    Multipart,
    /// `text/event-stream`.
    Events,
    /// JSON Lines or a JSON sequence (RFC 7464).
    Lines,
}

/// The representation that a body's schema implies, if the media type is ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SchemaHint {
    /// No schema, or one that admits any value.
    Nothing,
    /// `format: binary`.
    Binary,
    /// A string.
    Text,
    /// An object, an array, a number: a value that must be decoded.
    Structured,
}

/// The representation of a media type, including parameters and ranges, case-insensitively.
///
/// A range (`*/*`) or an unknown name follows the schema: a structured value with an unspecific
/// media type is JSON, since nothing else could be meant.
pub(crate) fn media_kind(name: &str, hint: SchemaHint) -> MediaKind {
    let essence = Essence::of(name);
    let (kind, subtype) = (essence.kind(), essence.subtype());
    if hint == SchemaHint::Binary && kind != "multipart" {
        return MediaKind::Bytes;
    }
    match (kind, subtype) {
        ("multipart", _) => MediaKind::Multipart,
        ("text", "event-stream") => MediaKind::Events,
        // A string is the encoded form.
        (_, "x-www-form-urlencoded") if hint == SchemaHint::Text => MediaKind::Text,
        (_, "x-www-form-urlencoded") => MediaKind::Form,
        (
            _,
            "json-seq" | "x-ndjson" | "ndjson" | "jsonl" | "x-jsonl" | "jsonlines" | "x-jsonlines"
            | "stream+json" | "x-json-stream",
        ) => MediaKind::Lines,
        _ if essence.is_json() => MediaKind::Json,
        _ if essence.is_xml() => MediaKind::Text,
        ("text" | "*" | "" | "application", "*") => match hint {
            SchemaHint::Structured => MediaKind::Json,
            SchemaHint::Text => MediaKind::Text,
            SchemaHint::Nothing if kind == "text" => MediaKind::Text,
            SchemaHint::Nothing | SchemaHint::Binary => MediaKind::Bytes,
        },
        // No other text represents such a value, and servers that declare both mean the same.
        ("text", "plain") if hint == SchemaHint::Structured => MediaKind::Json,
        ("text" | "application", _) if essence.is_text() => MediaKind::Text,
        _ => MediaKind::Bytes,
    }
}

/// Whether bodies of a media type are raw bytes by definition, so that no schema could describe
/// their structure: images, sounds, fonts, archives.
pub(crate) fn is_raw(name: &str) -> bool {
    let essence = Essence::of(name);
    match (essence.kind(), essence.subtype()) {
        ("image" | "audio" | "video" | "font", _) => true,
        ("application", subtype) => matches!(
            subtype,
            "octet-stream"
                | "binary"
                | "x-binary"
                | "pdf"
                | "zip"
                | "x-zip-compressed"
                | "gzip"
                | "x-gzip"
                | "x-tar"
                | "wasm"
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{MediaKind, SchemaHint, is_raw, media_kind};

    #[test]
    fn the_name_decides_where_it_says_enough() {
        let kind = |name| media_kind(name, SchemaHint::Structured);
        assert_eq!(kind("application/json; charset=utf-8"), MediaKind::Json);
        assert_eq!(kind("Application/JSON"), MediaKind::Json);
        assert_eq!(kind("application/vnd.github.v3+json"), MediaKind::Json);
        assert_eq!(kind("text/json"), MediaKind::Json);
        assert_eq!(kind("application/x-www-form-urlencoded"), MediaKind::Form);
        let text = media_kind("application/x-www-form-urlencoded", SchemaHint::Text);
        assert_eq!(text, MediaKind::Text);
        assert_eq!(kind("multipart/form-data"), MediaKind::Multipart);
        assert_eq!(kind("multipart/*"), MediaKind::Multipart);
        assert_eq!(kind("text/event-stream"), MediaKind::Events);
        assert_eq!(kind("application/x-ndjson"), MediaKind::Lines);
        assert_eq!(kind("application/json-seq"), MediaKind::Lines);
        assert_eq!(kind("application/stream+json"), MediaKind::Lines);
        assert_eq!(kind("application/xml"), MediaKind::Text);
        assert_eq!(kind("image/svg+xml"), MediaKind::Text);
        assert_eq!(kind("text/csv"), MediaKind::Text);
        assert_eq!(kind("text/plain"), MediaKind::Json);
        assert_eq!(media_kind("text/plain", SchemaHint::Text), MediaKind::Text);
        assert_eq!(kind("application/octet-stream"), MediaKind::Bytes);
        assert_eq!(kind("image/*"), MediaKind::Bytes);
        assert_eq!(kind("nonsense"), MediaKind::Bytes);
        assert_eq!(kind("json"), MediaKind::Json);
    }

    #[test]
    fn a_range_takes_the_word_of_the_schema() {
        assert_eq!(media_kind("*/*", SchemaHint::Structured), MediaKind::Json);
        assert_eq!(media_kind("*/*", SchemaHint::Text), MediaKind::Text);
        assert_eq!(media_kind("*/*", SchemaHint::Nothing), MediaKind::Bytes);
        assert_eq!(media_kind("*/*", SchemaHint::Binary), MediaKind::Bytes);
        assert_eq!(media_kind("text/*", SchemaHint::Nothing), MediaKind::Text);
    }

    #[test]
    fn only_media_types_defined_as_bytes_are_raw() {
        let names =
            ["Image/PNG", "audio/*", "application/octet-stream; a=b", "application/x-a", ""];
        assert_eq!(names.map(is_raw), [true, true, true, false, false]);
    }

    #[test]
    fn binary_schemas_are_bytes_whatever_they_are_called() {
        assert_eq!(media_kind("text/csv", SchemaHint::Binary), MediaKind::Bytes);
        assert_eq!(media_kind("application/pdf", SchemaHint::Binary), MediaKind::Bytes);
        assert_eq!(media_kind("application/json", SchemaHint::Binary), MediaKind::Bytes);
        assert_eq!(media_kind("multipart/form-data", SchemaHint::Binary), MediaKind::Multipart);
    }
}
