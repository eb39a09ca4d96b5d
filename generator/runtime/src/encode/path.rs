use super::percent::{Keep, decode, encode};
use super::refusal::Refusal;
use super::shape::Shape;
use super::style::expand;
use crate::Json;
use crate::describe::Parameter;

/// Expands a path parameter into the text that replaces its `{name}`.
///
/// A value that is empty, `.` or `..`, however often percent-encoded, is
/// refused: a URL library or a server would fold the segment away (RFC 3986,
/// section 5.2.4) and the request would hit another resource.
pub(crate) fn path(parameter: &Parameter, value: &Json) -> Result<String, Refusal> {
    if parameter.json {
        let mut out = String::new();
        encode(&value.to_string(), Keep::Unreserved, &mut out);
        return Ok(out);
    }
    let shape = Shape::of(value)?.ok_or(Refusal::Null)?;
    if let Shape::Text(text) = &shape {
        if text.is_empty() {
            return Err(Refusal::EmptySegment);
        }
        if dot_segment(text) {
            return Err(Refusal::DotSegment);
        }
    }
    let keep = Keep::Unreserved;
    let expanded = expand(parameter.name, &shape, parameter.style, parameter.explodes(), keep)
        .ok_or(Refusal::Null)?;
    if expanded.is_empty() { Err(Refusal::EmptySegment) } else { Ok(expanded) }
}

/// How often a segment is decoded before it is compared.
const ROUNDS: usize = 32;

/// Whether a text is `.` or `..` after percent-decoding it as often as it changes.
pub(crate) fn dot_segment(text: &str) -> bool {
    // The bound keeps a hostile text from costing a round per character.
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        let decoded = decode(&text);
        if decoded == text {
            break;
        }
        text = decoded;
    }
    text == "." || text == ".."
}
