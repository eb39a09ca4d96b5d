//! A line of a table's rules.

/// One constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// The part of the record or tuple that it is about; `None` for the whole.
    pub(super) part: Option<usize>,
    /// How many lists and maps stand around what is constrained.
    pub(super) steps: usize,
    /// It is about the names of a map or record.
    pub(super) names: bool,
    pub(super) keyword: &'static str,
    pub(super) value: &'static str,
    /// Keyword and value.
    pub(super) text: &'static str,
}

impl Rule {
    /// Reads a line such as `2 [] maxLength 5`; `None` where it is not one.
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
        Some(Self { part, steps, names, keyword, value, text })
    }
}
