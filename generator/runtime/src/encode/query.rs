use super::content::content;
use super::pairs::{pair, styled};
use super::percent::{Keep, encode};
use super::refusal::Refusal;
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
