//! The format of a string.

use super::merge::Merged;
use crate::ir::StringFormat;

/// The format of a string; of several, the first with a type of its own.
pub(super) fn string_format(merged: &Merged) -> StringFormat {
    if merged.base64 {
        return StringFormat::Base64;
    }
    let known = merged.formats.iter().map(|format| match format.as_str() {
        "date-time" | "datetime" => StringFormat::DateTime,
        "date" => StringFormat::Date,
        "time" => StringFormat::Time,
        "duration" => StringFormat::Duration,
        "uuid" => StringFormat::Uuid,
        "uri" | "url" => StringFormat::Uri,
        "byte" | "base64" => StringFormat::Base64,
        "binary" => StringFormat::Binary(merged.raw_media.clone()),
        _ => StringFormat::Other(format.clone()),
    });
    known
        .min_by_key(|format| matches!(format, StringFormat::Other(_)))
        .unwrap_or(StringFormat::Text)
}
