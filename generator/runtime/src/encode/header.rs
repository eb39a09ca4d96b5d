use std::fmt::Write as _;

use http::HeaderValue;

use super::content::content;
use super::flat_value::FlatValue;
use super::percent::Keep;
use super::refusal::Refusal;
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
    let Some(shape) = FlatValue::of(value)? else { return Ok(None) };
    check(&shape, parameter.explodes())?;
    match expand(parameter.name, &shape, Style::Simple, parameter.explodes(), Keep::All) {
        Some(text) => header_value(&text).map(Some),
        None => Ok(None),
    }
}

/// Refuses what would end a part of a list or an object, since nothing encodes it.
fn check(shape: &FlatValue, explode: bool) -> Result<(), Refusal> {
    match shape {
        FlatValue::Text(_) => Ok(()),
        FlatValue::List(items) => items.iter().try_for_each(|item| part(item, None)),
        FlatValue::Pairs(pairs) => pairs.iter().try_for_each(|(name, value)| {
            part(name, explode.then_some('='))?;
            part(value, None)
        }),
    }
}

/// One part: a comma within quotes ends none (RFC 9110, section 5.6.4).
fn part(text: &str, also: Option<char>) -> Result<(), Refusal> {
    let (mut quoted, mut escaped) = (false, false);
    for character in text.chars() {
        match character {
            _ if std::mem::take(&mut escaped) => {}
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ',' if !quoted => return Err(Refusal::HeaderSeparator(character)),
            _ if also == Some(character) => return Err(Refusal::HeaderSeparator(character)),
            _ => {}
        }
    }
    if text.trim_matches([' ', '\t']).len() < text.len() {
        return Err(Refusal::HeaderSpace);
    }
    Ok(())
}

/// Text as a header value: visible ASCII, and spaces and tabs within (RFC 9110, section 5.5).
pub(crate) fn header_value(text: &str) -> Result<HeaderValue, Refusal> {
    let refused = text.chars().find(|c| !matches!(c, '\t' | ' '..='~'));
    match refused {
        Some(c) => Err(match u8::try_from(c) {
            Ok(byte) if c.is_ascii() => Refusal::HeaderByte(byte),
            _ => Refusal::HeaderCharacter(c),
        }),
        None if text.trim_matches([' ', '\t']).len() < text.len() => Err(Refusal::HeaderSpace),
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
