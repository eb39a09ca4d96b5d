use super::percent::{Keep, encode};
use super::refusal::Refusal;
use super::shape::Shape;
use super::style::expand;
use crate::Json;
use crate::describe::{Parameter, Style};

/// Adds the `name=value` pairs of a cookie parameter.
///
/// Values are percent-encoded, since RFC 6265 allows few bytes in them. An
/// exploded array or object becomes one cookie a part: the `&` of the style
/// table would make them one cookie with a strange value.
pub(crate) fn cookie(
    parameter: &Parameter,
    value: &Json,
    pairs: &mut Vec<String>,
) -> Result<(), Refusal> {
    let text = if parameter.json {
        let mut pair = String::new();
        encode(parameter.name, Keep::Unreserved, &mut pair);
        pair.push('=');
        encode(&value.to_string(), Keep::Unreserved, &mut pair);
        Some(pair)
    } else {
        Shape::of(value)?.and_then(|shape| {
            expand(parameter.name, &shape, Style::Form, parameter.explodes(), Keep::Unreserved)
        })
    };
    if let Some(text) = text {
        pairs.extend(text.split('&').map(str::to_owned));
    }
    Ok(())
}
