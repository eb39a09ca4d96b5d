use super::content::content;
use super::flat_value::FlatValue;
use super::percent::{Keep, decode, encode};
use super::refusal::Refusal;
use super::style::expand;
use crate::describe::{Parameter, Style};
use crate::json::Json;

/// Expands a path parameter into the text that replaces its `{name}`.
///
/// A value that is empty, `.` or `..`, however often it is percent-encoded, is refused as a whole
/// segment: a URL library or a server would remove the segment (RFC 3986, section 5.2.4), and the
/// request would reach another resource. For styles that write a prefix or a name before the value,
/// the whole segment decides.
pub(crate) fn path(parameter: &Parameter, value: &Json) -> Result<String, Refusal> {
    let keep = if parameter.allow_reserved { Keep::Path } else { Keep::Unreserved };
    if let Some(media) = parameter.content {
        let text = content(media, value)?.ok_or(Refusal::Null)?;
        return alone(&text, keep);
    }
    let shape = FlatValue::of(value)?.ok_or(Refusal::Null)?;
    if let (FlatValue::Text(text), Style::Simple) = (&shape, parameter.style) {
        return alone(text, keep);
    }
    let expanded = expand(parameter.name, &shape, parameter.style, parameter.explodes(), keep)
        .ok_or(Refusal::Null)?;
    if expanded.is_empty() { Err(Refusal::EmptySegment) } else { Ok(expanded) }
}

fn alone(text: &str, keep: Keep) -> Result<String, Refusal> {
    if text.is_empty() {
        return Err(Refusal::EmptySegment);
    }
    if dot_segment(text) {
        return Err(Refusal::DotSegment);
    }
    let mut out = String::new();
    encode(text, keep, &mut out);
    Ok(out)
}

/// The number of times that a segment is decoded before it is compared.
const ROUNDS: usize = 32;

/// Whether a text is `.` or `..` after repeated percent-decoding.
pub(crate) fn dot_segment(text: &str) -> bool {
    // The bound keeps a malicious text from costing one round per character.
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
