use super::content::content;
use super::deep::deep;
use super::flat_value::FlatValue;
use super::percent::{Keep, decode, encode};
use super::refusal::Refusal;
use super::style::expand;
use crate::describe::{MediaKind, Parameter, Style};
use crate::json::Json;

/// Adds the `name=value` pairs of a query parameter; none for an undefined value, unless the
/// parameter allows empty values.
pub(crate) fn query(
    parameter: &Parameter,
    value: &Json,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    let keep = if parameter.allow_reserved { Keep::Query } else { Keep::Unreserved };
    if let Some(media) = parameter.content {
        pairs.extend(content(media, value)?.map(|text| pair(parameter.name, &text, keep)));
        return Ok(());
    }
    let before = pairs.len();
    styled(parameter.name, value, parameter.style, parameter.explodes(), keep, pairs)?;
    // The other styles do not define empty values.
    if parameter.allow_empty && parameter.style == Style::Form && pairs.len() == before {
        pairs.push(pair(parameter.name, "", keep));
    }
    Ok(())
}

/// The query string of a `querystring` parameter; `None` for an undefined value.
pub(crate) fn query_string(parameter: &Parameter, value: &Json) -> Result<Option<String>, Refusal> {
    let Some(media) = parameter.content else { return Err(Refusal::NotAnObject) };
    let Some(text) = content(media, value)? else { return Ok(None) };
    if media.kind == MediaKind::Form {
        return Ok(Some(text).filter(|text| !text.is_empty()));
    }
    let mut out = String::new();
    encode(&text, Keep::Unreserved, &mut out);
    Ok(Some(out))
}

pub(super) fn styled(
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
    if let Some(shape) = FlatValue::of(value)? {
        pairs.extend(expand(name, &shape, style, explode, keep));
    }
    Ok(())
}

/// The pairs of a style before percent-encoding, for bodies that need none.
pub(crate) fn plain_pairs(
    name: &str,
    value: &Json,
    style: Style,
    explode: bool,
) -> Result<Vec<(String, String)>, Refusal> {
    let mut pairs = Vec::new();
    styled(name, value, style, explode, Keep::Unreserved, &mut pairs)?;
    // An exploded style joins its pairs with `&`, which no encoded text contains.
    let single = pairs.iter().flat_map(|pair| pair.split('&'));
    Ok(single
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect())
}

pub(super) fn pair(name: &str, value: &str, keep: Keep) -> String {
    let mut pair = String::new();
    encode(name, keep.in_names(), &mut pair);
    pair.push('=');
    encode(value, keep, &mut pair);
    pair
}
