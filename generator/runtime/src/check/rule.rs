//! A line of a table's rules: its location and its constraint.

use super::constraint::Constraint;

/// A constraint, and the values that it applies to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    /// The part of the record or tuple; `None` for the whole.
    pub(super) part: Option<usize>,
    /// The number of lists and maps around the constrained values.
    pub(super) steps: usize,
    /// Whether it applies to the names of a map or record.
    pub(super) names: bool,
    pub(super) constraint: Constraint,
    /// Keyword and value.
    pub(super) text: &'static str,
}

impl Rule {
    /// Parses a line such as `2 [] maxLength 5`; `None` if this version does not know it.
    pub(super) fn parse(line: &'static str) -> Option<Self> {
        let (part, after) = line.split_once(' ')?;
        let part = if part == "." { None } else { Some(part.parse().ok()?) };
        let (mut text, mut steps) = (after, 0);
        while let Some(rest) = text.strip_prefix("[] ").or_else(|| text.strip_prefix("{} ")) {
            text = rest;
            steps += 1;
        }
        let names = text.starts_with("names ");
        let (keyword, value) = text.strip_prefix("names ").unwrap_or(text).split_once(' ')?;
        Some(Self { part, steps, names, constraint: Constraint::parse(keyword, value)?, text })
    }
}
