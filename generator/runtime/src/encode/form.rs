use super::flat_value::FlatValue;
use super::pairs::{pair, styled};
use super::percent::Keep;
use super::refusal::Refusal;
use crate::describe::{Media, PropertyEncoding, Style};
use crate::json::Json;

/// Encodes an object as `application/x-www-form-urlencoded`, each property in the style of its
/// Encoding Object; the default is `form`, exploded, with objects as JSON, also as items of an
/// array.
pub(crate) fn form(media: &Media, value: &Json) -> Result<String, Refusal> {
    let members = match value {
        Json::Object(members) => members,
        Json::Null => return Ok(String::new()),
        // The form as sent.
        Json::String(text) => return Ok(text.clone()),
        _ => return Err(Refusal::NotAnObject),
    };
    let mut pairs = Vec::new();
    for (name, member) in members {
        let encoding = media.properties.iter().find(|encoding| encoding.name == name);
        property(name, member, encoding, &mut pairs)?;
    }
    Ok(pairs.join("&"))
}

fn property(
    name: &str,
    value: &Json,
    encoding: Option<&PropertyEncoding>,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    let default = PropertyEncoding::new("");
    let encoding = encoding.unwrap_or(&default);
    let keep = if encoding.allow_reserved { Keep::Query } else { Keep::Form };
    let styled_by_hand =
        encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved;
    let is_json = encoding.content_type.is_some_and(crate::media::is_json);
    // An explicit style takes precedence over a content type (Encoding Object).
    if !styled_by_hand && !matches!(value, Json::Null) {
        if is_json || matches!(value, Json::Object(_)) {
            pairs.push(pair(name, &value.to_string(), keep));
            return Ok(());
        }
        // Without one, an object is JSON, and an array is encoded item by item.
        if let (Json::Array(items), Err(Refusal::Nested)) = (value, FlatValue::of(value)) {
            let texts = items.iter().map(|item| match item {
                Json::String(text) => text.clone(),
                item => item.to_string(),
            });
            pairs.extend(texts.map(|text| pair(name, &text, keep)));
            return Ok(());
        }
    }
    let style = encoding.style.unwrap_or(Style::Form);
    let explode = encoding.explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject));
    styled(name, value, style, explode, keep, pairs)
}
