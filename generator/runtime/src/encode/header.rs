use std::fmt::Write as _;

use http::HeaderValue;

use super::content::content;
use super::flat_value::FlatValue;
use super::percent::Keep;
use super::refusal::Refusal;
use super::style::expand;
use crate::describe::{MediaKind, Parameter, Style};
use crate::json::Json;

/// Encodes a header parameter in style `simple`, without percent-encoding; `None` for an undefined
/// value.
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

/// Refuses separators inside items of an array or object, since nothing escapes them.
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

/// Checks one item: a comma within quotes is not a separator (RFC 9110, section 5.6.4).
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

/// Checks a header value: visible ASCII, with spaces and tabs inside (RFC 9110, section 5.5).
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

/// Escapes non-ASCII characters of JSON as `\u`, which is equivalent.
fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}
