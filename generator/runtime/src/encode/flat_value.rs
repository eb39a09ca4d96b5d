use super::refusal::Refusal;
use crate::json::Json;

/// A value in the terms of RFC 6570: a string, a list of strings, or an associative array of
/// strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FlatValue {
    Text(String),
    List(Vec<String>),
    Pairs(Vec<(String, String)>),
}

impl FlatValue {
    /// Reads a value that is at most one level deep. `None` is an undefined value (null); undefined
    /// elements are skipped (RFC 6570, section 2.3).
    pub(crate) fn of(value: &Json) -> Result<Option<Self>, Refusal> {
        Ok(Some(match value {
            Json::Null => return Ok(None),
            Json::Array(items) => {
                let mut texts = Vec::with_capacity(items.len());
                for item in items {
                    texts.extend(text(item)?);
                }
                Self::List(texts)
            }
            Json::Object(members) => {
                let mut pairs = Vec::new();
                for (name, value) in members {
                    if let Some(value) = text(value)? {
                        pairs.push((name.to_string(), value));
                    }
                }
                Self::Pairs(pairs)
            }
            single => match text(single)? {
                Some(text) => Self::Text(text),
                None => return Ok(None),
            },
        }))
    }
}

/// The text of a scalar; `None` for null.
pub(crate) fn text(value: &Json) -> Result<Option<String>, Refusal> {
    match value {
        Json::Null => Ok(None),
        Json::Bool(value) => Ok(Some(value.to_string())),
        Json::Number(number) => Ok(Some(number.to_string())),
        Json::String(text) => Ok(Some(text.clone())),
        Json::Array(_) | Json::Object(_) => Err(Refusal::Nested),
    }
}
