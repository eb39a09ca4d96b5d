use super::deep::deep;
use super::percent::{Keep, decode, encode};
use super::refusal::Refusal;
use super::shape::Shape;
use super::style::expand;
use crate::Json;
use crate::describe::{Media, Parameter, PropertyEncoding, Style};

/// Adds the `name=value` pairs of a query parameter; none for an undefined value.
pub(crate) fn query(
    parameter: &Parameter,
    value: &Json,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    let keep = if parameter.allow_reserved { Keep::Reserved } else { Keep::Unreserved };
    if parameter.json {
        pairs.push(pair(parameter.name, &value.to_string(), keep));
        return Ok(());
    }
    styled(parameter.name, value, parameter.style, parameter.explodes(), keep, pairs)
}

/// Writes an object as `application/x-www-form-urlencoded`, each property in
/// the style that its encoding names; by default `form`, exploded, and JSON
/// text for what that style cannot express.
pub(crate) fn form(media: &Media, value: &Json) -> Result<String, Refusal> {
    let Json::Object(members) = value else {
        return if matches!(value, Json::Null) {
            Ok(String::new())
        } else {
            Err(Refusal::NotAnObject)
        };
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
    let keep = if encoding.allow_reserved { Keep::Reserved } else { Keep::Form };
    let styled_by_hand =
        encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved;
    let is_json = encoding.content_type.is_some_and(crate::media::is_json);
    // A stated style wins over a content type (Encoding Object); an object
    // without one is JSON by default.
    if !styled_by_hand && !matches!(value, Json::Null) {
        let nested = matches!(value, Json::Object(_)) || Shape::of(value).is_err();
        if is_json || nested {
            pairs.push(pair(name, &value.to_string(), keep));
            return Ok(());
        }
    }
    let style = encoding.style.unwrap_or(Style::Form);
    let explode = encoding.explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject));
    styled(name, value, style, explode, keep, pairs)
}

fn styled(
    name: &str,
    value: &Json,
    style: Style,
    explode: bool,
    keep: Keep,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    if style == Style::DeepObject {
        return deep(name, value, keep, pairs);
    }
    if let Some(shape) = Shape::of(value)? {
        pairs.extend(expand(name, &shape, style, explode, keep));
    }
    Ok(())
}

/// The pairs of a style as they are before they are percent-encoded, for
/// bodies that need no encoding.
pub(crate) fn plain_pairs(
    name: &str,
    value: &Json,
    style: Style,
    explode: bool,
) -> Result<Vec<(String, String)>, Refusal> {
    let mut pairs = Vec::new();
    styled(name, value, style, explode, Keep::Unreserved, &mut pairs)?;
    // An exploded style joins its pairs by `&`, which no encoded text contains.
    let single = pairs.iter().flat_map(|pair| pair.split('&'));
    Ok(single
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect())
}

fn pair(name: &str, value: &str, keep: Keep) -> String {
    let mut pair = String::new();
    encode(name, if keep == Keep::Reserved { Keep::Unreserved } else { keep }, &mut pair);
    pair.push('=');
    encode(value, keep, &mut pair);
    pair
}
