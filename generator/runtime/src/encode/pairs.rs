use super::deep::deep;
use super::flat_value::FlatValue;
use super::percent::{Keep, decode, encode};
use super::refusal::Refusal;
use super::style::expand;
use crate::describe::Style;
use crate::json::Json;

/// Adds the `name=value` pairs of a value in a style.
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
        if let (Some(separator), false) = (separator(style), explode) {
            check(&shape, separator)?;
        }
        pairs.extend(expand(name, &shape, style, explode, keep));
    }
    Ok(())
}

/// The separator of a list that percent-encoding does not tell apart from one within an item.
fn separator(style: Style) -> Option<char> {
    match style {
        Style::SpaceDelimited => Some(' '),
        Style::PipeDelimited => Some('|'),
        Style::TabDelimited => Some('\t'),
        Style::Simple
        | Style::Label
        | Style::Matrix
        | Style::Form
        | Style::DeepObject
        | Style::Cookie => None,
    }
}

fn check(shape: &FlatValue, separator: char) -> Result<(), Refusal> {
    let holds = |text: &String| text.contains(separator);
    let is_split = match shape {
        FlatValue::Text(_) => false,
        FlatValue::List(items) => items.iter().any(holds),
        FlatValue::Pairs(pairs) => pairs.iter().any(|(name, value)| holds(name) || holds(value)),
    };
    if is_split { Err(Refusal::ListSeparator(separator)) } else { Ok(()) }
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

/// Encodes a `name=value` pair.
pub(super) fn pair(name: &str, value: &str, keep: Keep) -> String {
    let mut pair = String::new();
    encode(name, keep.in_names(), &mut pair);
    pair.push('=');
    encode(value, keep, &mut pair);
    pair
}
