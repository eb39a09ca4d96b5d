//! One constraint against one value.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::pattern::Patterns;
use super::rule::Rule;
use crate::json::{Json, Number};
use crate::model::{Slot, to_value};

/// What was expected and what was found, where the value breaks the rule; an error where that cannot be told.
///
/// A keyword says nothing about values of other kinds than its own (JSON Schema 2020-12 validation, section 6).
pub(super) fn compare(
    rule: &Rule,
    value: &dyn Slot,
    patterns: &mut Patterns,
) -> Result<Option<(String, String)>, String> {
    if matches!(rule.keyword, "pattern" | "format") && !rule.names {
        return match value.as_text() {
            Some(text) => of_text(rule, text, patterns),
            None => Ok(None),
        };
    }
    // The bytes of a file are no JSON value.
    if value.as_file().is_some() {
        return Ok(None);
    }
    let json = to_value(value).map_err(|error| error.to_string())?;
    match &json {
        Json::Object(members) if rule.names => {
            for (name, _) in members {
                if let Some((expected, found)) = of_text(rule, name, patterns)? {
                    return Ok(Some((
                        format!("names that are {expected}"),
                        format!("{name:?}, {found}"),
                    )));
                }
            }
            Ok(None)
        }
        _ if rule.names => Ok(None),
        Json::String(text) => of_text(rule, text, patterns),
        Json::Number(number) => of_number(rule, number),
        Json::Array(items) => Ok(of_array(rule, items)),
        Json::Object(members) => Ok(of_count(rule, "Properties", members.len(), "members")),
        Json::Null | Json::Bool(_) => Ok(None),
    }
}

fn of_text(
    rule: &Rule,
    text: &str,
    patterns: &mut Patterns,
) -> Result<Option<(String, String)>, String> {
    match rule.keyword {
        "pattern" => {
            let matches = patterns.matches(rule.value, text)?;
            let expected = || format!("a text that matches {:?}", rule.value);
            Ok((!matches).then(|| (expected(), "another text".to_owned())))
        }
        "format" => Ok(of_format(rule.value, text)),
        "enum" => {
            let known: Json = rule.value.parse().map_err(|_| "the rule is no JSON".to_owned())?;
            let Json::Array(known) = known else { return Ok(None) };
            let listed = known.iter().any(|one| one.as_str() == Some(text));
            Ok((!listed).then(|| (format!("one of {}", rule.value), "another".to_owned())))
        }
        _ => Ok(of_count(rule, "Length", text.chars().count(), "characters")),
    }
}

/// A format that is not judged asks for nothing.
pub(super) fn of_format(format: &str, text: &str) -> Option<(String, String)> {
    let (expected, kept) = super::format::judge(format, text)?;
    (!kept).then(|| (expected.to_owned(), "another text".to_owned()))
}

fn of_array(rule: &Rule, items: &[Json]) -> Option<(String, String)> {
    if rule.keyword != "uniqueItems" {
        return of_count(rule, "Items", items.len(), "items");
    }
    let mut seen = HashSet::new();
    let again = items.iter().position(|item| !seen.insert(item))?;
    Some(("items that all differ".to_owned(), format!("the item at {again} a second time")))
}

/// `minItems`, `maxLength` and so on.
fn of_count(rule: &Rule, what: &str, count: usize, unit: &str) -> Option<(String, String)> {
    let limit: f64 = rule.value.parse().ok()?;
    let least = match rule.keyword.split_at_checked(3)? {
        ("min", keyword) if keyword == what => true,
        ("max", keyword) if keyword == what => false,
        _ => return None,
    };
    #[allow(clippy::cast_precision_loss, reason = "nothing has 2^53 characters or items")]
    let count_as_float = count as f64;
    let broken = if least { count_as_float < limit } else { count_as_float > limit };
    let bound = if least { "at least" } else { "at most" };
    broken.then(|| (format!("{bound} {} {unit}", rule.value), format!("{count} {unit}")))
}

fn of_number(rule: &Rule, number: &Number) -> Result<Option<(String, String)>, String> {
    let bound = match rule.keyword {
        "minimum" => "at least",
        "maximum" => "at most",
        "exclusiveMinimum" => "more than",
        "exclusiveMaximum" => "less than",
        "multipleOf" => "a multiple of",
        _ => return Ok(None),
    };
    let limit: Number = rule.value.parse().map_err(|_| "the rule is no number".to_owned())?;
    let too_many = || "the numbers have too many digits to compare".to_owned();
    let (one, two) = aligned(number, &limit).ok_or_else(too_many)?;
    let order = one.cmp(&two);
    let kept = match rule.keyword {
        "minimum" => order != Ordering::Less,
        "maximum" => order != Ordering::Greater,
        "exclusiveMinimum" => order == Ordering::Greater,
        "exclusiveMaximum" => order == Ordering::Less,
        _ => two != 0 && one % two == 0,
    };
    Ok((!kept).then(|| (format!("{bound} {}", rule.value), format!("{number:.40}"))))
}

/// Both numbers as multiples of one power of ten; `None` where 128 bits do not hold them.
fn aligned(one: &Number, two: &Number) -> Option<(i128, i128)> {
    let ((one, one_exponent), (two, two_exponent)) = (one.scaled()?, two.scaled()?);
    let least = one_exponent.min(two_exponent);
    let shift = |digits: i128, exponent: i128| {
        if digits == 0 {
            return Some(0);
        }
        let power = 10_i128.checked_pow(u32::try_from(exponent.checked_sub(least)?).ok()?)?;
        digits.checked_mul(power)
    };
    Some((shift(one, one_exponent)?, shift(two, two_exponent)?))
}
