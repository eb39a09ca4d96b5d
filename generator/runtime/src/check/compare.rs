//! Compares a value with a constraint.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::constraint::{Constraint, Count};
use super::format::Format;
use super::pattern::Patterns;
use super::rule::Rule;
use crate::json::Map;
use crate::json::{Json, Number};
use crate::model::{Slot, to_value};

/// The expected and the actual value.
pub(super) type Broken = (String, String);

/// The expected and the actual value if the value violates the rule; an error if that is unknown.
///
/// A keyword does not apply to values of other kinds (JSON Schema 2020-12 validation, section 6).
pub(super) fn compare(
    rule: &Rule,
    value: &dyn Slot,
    patterns: &mut Patterns,
) -> Result<Option<Broken>, String> {
    if !rule.names
        && let Constraint::Pattern(_) | Constraint::Format(_) = rule.constraint
    {
        // Strings are examined without a copy.
        return match (&rule.constraint, value.as_text()) {
            (Constraint::Pattern(pattern), Some(text)) => of_pattern(pattern, text, patterns),
            (Constraint::Format(format), Some(text)) => Ok(of_format(*format, text)),
            _ => Ok(None),
        };
    }
    // The bytes of a file are not a JSON value.
    if value.as_file().is_some() {
        return Ok(None);
    }
    let json = to_value(value).map_err(|error| error.to_string())?;
    if !rule.names {
        return of_value(&rule.constraint, &json, patterns);
    }
    for (name, _) in json.as_object().into_iter().flatten() {
        let name_value = Json::from(name);
        if let Some((expected, found)) = of_value(&rule.constraint, &name_value, patterns)? {
            return Ok(Some((format!("names that are {expected}"), format!("{name:?}, {found}"))));
        }
    }
    Ok(None)
}

fn of_value(
    constraint: &Constraint,
    value: &Json,
    patterns: &mut Patterns,
) -> Result<Option<Broken>, String> {
    let text = value.as_str();
    let number = value.as_number();
    let length = || text.map(|text| text.chars().count());
    let items = || value.as_array().map(<[Json]>::len);
    let members = || value.as_object().map(Map::len);
    match constraint {
        Constraint::Minimum(limit) => bound(number, limit, "at least", Ordering::is_ge),
        Constraint::ExclusiveMinimum(limit) => bound(number, limit, "more than", Ordering::is_gt),
        Constraint::Maximum(limit) => bound(number, limit, "at most", Ordering::is_le),
        Constraint::ExclusiveMaximum(limit) => bound(number, limit, "less than", Ordering::is_lt),
        Constraint::MultipleOf(factor) => {
            of_number(number, factor, "a multiple of", |one, two| two != 0 && one % two == 0)
        }
        Constraint::MinLength(least) => Ok(at_least(length(), *least, "characters")),
        Constraint::MaxLength(most) => Ok(at_most(length(), *most, "characters")),
        Constraint::MinItems(least) => Ok(at_least(items(), *least, "items")),
        Constraint::MaxItems(most) => Ok(at_most(items(), *most, "items")),
        Constraint::MinProperties(least) => Ok(at_least(members(), *least, "members")),
        Constraint::MaxProperties(most) => Ok(at_most(members(), *most, "members")),
        Constraint::Pattern(pattern) => {
            text.map_or(Ok(None), |text| of_pattern(pattern, text, patterns))
        }
        Constraint::Format(format) => Ok(text.and_then(|text| of_format(*format, text))),
        Constraint::UniqueItems => Ok(value.as_array().and_then(repeated)),
        Constraint::Enum(listed, written) => Ok(text.and_then(|_| {
            let expected = || (format!("one of {written}"), "another".to_owned());
            (!listed.contains(value)).then(expected)
        })),
    }
}

fn of_pattern(
    pattern: &'static str,
    text: &str,
    patterns: &mut Patterns,
) -> Result<Option<Broken>, String> {
    let matches = patterns.matches(pattern, text)?;
    let expected = || format!("a text that matches {pattern:?}");
    Ok((!matches).then(|| (expected(), "another text".to_owned())))
}

pub(super) fn of_format(format: Format, text: &str) -> Option<Broken> {
    let broken = || (format.expected().to_owned(), "another text".to_owned());
    (!format.admits(text)).then(broken)
}

fn repeated(items: &[Json]) -> Option<Broken> {
    let mut seen = HashSet::new();
    let again = items.iter().position(|item| !seen.insert(item))?;
    Some(("items that all differ".to_owned(), format!("the item at {again} a second time")))
}

fn at_least(count: Option<usize>, least: Count, unit: &str) -> Option<Broken> {
    let count = count.filter(|count| *count < least)?;
    Some((format!("at least {least} {unit}"), format!("{count} {unit}")))
}

fn at_most(count: Option<usize>, most: Count, unit: &str) -> Option<Broken> {
    let count = count.filter(|count| *count > most)?;
    Some((format!("at most {most} {unit}"), format!("{count} {unit}")))
}

fn bound(
    number: Option<&Number>,
    limit: &Number,
    words: &str,
    keeps: fn(Ordering) -> bool,
) -> Result<Option<Broken>, String> {
    of_number(number, limit, words, |one, two| keeps(one.cmp(&two)))
}

fn of_number(
    number: Option<&Number>,
    limit: &Number,
    words: &str,
    keeps: impl Fn(i128, i128) -> bool,
) -> Result<Option<Broken>, String> {
    let Some(number) = number else { return Ok(None) };
    let too_many = || "the numbers have too many digits to compare".to_owned();
    let (one, two) = aligned(number, limit).ok_or_else(too_many)?;
    let broken = || (format!("{words} {limit}"), format!("{number:.40}"));
    Ok((!keeps(one, two)).then(broken))
}

/// Both numbers as multiples of one power of ten; `None` if that exceeds 128 bits.
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
