//! The checked constraints (JSON Schema 2020-12 validation, section 6).

use super::format::Format;
use crate::json::{Json, Number};

/// A keyword with its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Constraint {
    Minimum(Number),
    ExclusiveMinimum(Number),
    Maximum(Number),
    ExclusiveMaximum(Number),
    MultipleOf(Number),
    MinLength(Count),
    MaxLength(Count),
    MinItems(Count),
    MaxItems(Count),
    MinProperties(Count),
    MaxProperties(Count),
    Pattern(&'static str),
    UniqueItems,
    Format(Format),
    /// The permitted names, as written in the rule.
    Enum(Vec<Json>, &'static str),
}

/// A count of characters, items or members. It saturates beyond any possible size.
pub(super) type Count = usize;

impl Constraint {
    /// Parses a keyword and its value; `None` if this version does not know it, or the value is
    /// invalid.
    pub(super) fn parse(keyword: &str, value: &'static str) -> Option<Self> {
        let number = || value.parse::<Number>().ok();
        Some(match keyword {
            "minimum" => Self::Minimum(number()?),
            "exclusiveMinimum" => Self::ExclusiveMinimum(number()?),
            "maximum" => Self::Maximum(number()?),
            "exclusiveMaximum" => Self::ExclusiveMaximum(number()?),
            "multipleOf" => Self::MultipleOf(number()?),
            "minLength" => Self::MinLength(count(value)?),
            "maxLength" => Self::MaxLength(count(value)?),
            "minItems" => Self::MinItems(count(value)?),
            "maxItems" => Self::MaxItems(count(value)?),
            "minProperties" => Self::MinProperties(count(value)?),
            "maxProperties" => Self::MaxProperties(count(value)?),
            "pattern" => Self::Pattern(value),
            "uniqueItems" if value == "true" => Self::UniqueItems,
            "format" => Self::Format(Format::named(value)?),
            "enum" => match value.parse().ok()? {
                Json::Array(listed) => Self::Enum(listed, value),
                _ => return None,
            },
            _ => return None,
        })
    }

    pub(super) fn keyword(&self) -> &'static str {
        match self {
            Self::Minimum(_) => "minimum",
            Self::ExclusiveMinimum(_) => "exclusiveMinimum",
            Self::Maximum(_) => "maximum",
            Self::ExclusiveMaximum(_) => "exclusiveMaximum",
            Self::MultipleOf(_) => "multipleOf",
            Self::MinLength(_) => "minLength",
            Self::MaxLength(_) => "maxLength",
            Self::MinItems(_) => "minItems",
            Self::MaxItems(_) => "maxItems",
            Self::MinProperties(_) => "minProperties",
            Self::MaxProperties(_) => "maxProperties",
            Self::Pattern(_) => "pattern",
            Self::UniqueItems => "uniqueItems",
            Self::Format(_) => "format",
            Self::Enum(..) => "enum",
        }
    }
}

fn count(text: &str) -> Option<Count> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(Count::MAX))
}
