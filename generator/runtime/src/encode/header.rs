use std::fmt::Write as _;

use http::HeaderValue;

use super::content::content;
use super::percent::Keep;
use super::refusal::Refusal;
use super::shape::Shape;
use super::style::expand;
use crate::Json;
use crate::describe::{MediaKind, Parameter, Style};

/// The value of a header parameter, in style `simple` and not percent-encoded;
/// `None` for an undefined value.
pub(crate) fn header(parameter: &Parameter, value: &Json) -> Result<Option<HeaderValue>, Refusal> {
    if let Some(media) = parameter.content {
        let Some(text) = content(media, value)? else { return Ok(None) };
        let text = if media.kind == MediaKind::Json { ascii(&text) } else { text };
        return header_value(&text).map(Some);
    }
    let Some(shape) = Shape::of(value)? else { return Ok(None) };
    match expand(parameter.name, &shape, Style::Simple, parameter.explodes(), Keep::All) {
        Some(text) => header_value(&text).map(Some),
        None => Ok(None),
    }
}

/// Text as a header value: visible ASCII, spaces and tabs (RFC 9110, section 5.5).
pub(crate) fn header_value(text: &str) -> Result<HeaderValue, Refusal> {
    let refused = text.chars().find(|c| !matches!(c, '\t' | ' '..='~'));
    match refused {
        Some(c) => Err(match u8::try_from(c) {
            Ok(byte) if c.is_ascii() => Refusal::HeaderByte(byte),
            _ => Refusal::HeaderCharacter(c),
        }),
        None => HeaderValue::from_str(text).map_err(|_| Refusal::HeaderByte(0)),
    }
}

/// JSON text with what is not ASCII as `\u` escapes, which mean the same.
fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}
