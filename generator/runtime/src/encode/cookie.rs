use super::content::content;
use super::flat_value::FlatValue;
use super::pairs::pair;
use super::percent::Keep;
use super::refusal::Refusal;
use super::style::expand;
use crate::describe::{Parameter, Style};
use crate::json::Json;

/// Adds the `name=value` pairs of a cookie parameter.
///
/// Values are percent-encoded, since RFC 6265 allows few bytes, except in style `cookie`, which
/// refuses invalid characters. An exploded array or object becomes one cookie per item: the `&` of
/// style `form` would make them one cookie with a strange value.
pub(crate) fn cookie(
    parameter: &Parameter,
    value: &Json,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    let keep = if parameter.allow_reserved { Keep::Cookie } else { Keep::Unreserved };
    if let Some(media) = parameter.content {
        pairs.extend(content(media, value)?.map(|text| pair(parameter.name, &text, keep)));
        return Ok(());
    }
    let Some(shape) = FlatValue::of(value)? else { return Ok(()) };
    let is_plain = parameter.style == Style::Cookie;
    if is_plain {
        check(&shape)?;
    }
    let (keep, between) = if is_plain { (Keep::All, "; ") } else { (keep, "&") };
    let text = expand(parameter.name, &shape, parameter.style, parameter.explodes(), keep);
    pairs.extend(text.iter().flat_map(|text| text.split(between)).map(str::to_owned));
    Ok(())
}

/// Refuses characters that are invalid in a cookie.
fn check(shape: &FlatValue) -> Result<(), Refusal> {
    match shape {
        FlatValue::Text(text) => octets(text),
        FlatValue::List(items) => items.iter().try_for_each(|item| octets(item)),
        FlatValue::Pairs(pairs) => pairs.iter().try_for_each(|(name, value)| {
            octets(name)?;
            octets(value)
        }),
    }
}

/// `cookie-value` of RFC 6265, section 4.1.1, optionally quoted.
fn octets(text: &str) -> Result<(), Refusal> {
    let within = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let refused = within
        .unwrap_or(text)
        .chars()
        .find(|c| !c.is_ascii_graphic() || matches!(c, '"' | ',' | ';' | '\\'));
    refused.map_or(Ok(()), |character| Err(Refusal::CookieCharacter(character)))
}
