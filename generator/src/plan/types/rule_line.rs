//! Constraints as lines of text in a generated table, which the runtime's `check/rule.rs` parses.

use crate::ir::{Constraint, PropertyNames};

/// The keyword and value of a checked constraint, in the runtime's terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RuleLine {
    /// Whether it applies to the member names of an object.
    pub(super) names: bool,
    pub(super) keyword: &'static str,
    pub(super) value: String,
}

impl RuleLine {
    /// The lines of a constraint; none if the runtime does not check it.
    pub(super) fn of(constraint: &Constraint) -> Vec<Self> {
        let line =
            |keyword, value: &str| vec![Self { names: false, keyword, value: value.to_owned() }];
        match constraint {
            Constraint::Minimum(value) => line("minimum", value),
            Constraint::ExclusiveMinimum(value) => line("exclusiveMinimum", value),
            Constraint::Maximum(value) => line("maximum", value),
            Constraint::ExclusiveMaximum(value) => line("exclusiveMaximum", value),
            Constraint::MultipleOf(value) => line("multipleOf", value),
            Constraint::MinLength(least) => line("minLength", least.as_str()),
            Constraint::MaxLength(most) => line("maxLength", most.as_str()),
            Constraint::MinItems(least) => line("minItems", least.as_str()),
            Constraint::MaxItems(most) => line("maxItems", most.as_str()),
            Constraint::MinProperties(least) => line("minProperties", least.as_str()),
            Constraint::MaxProperties(most) => line("maxProperties", most.as_str()),
            Constraint::Pattern(pattern) => line("pattern", pattern),
            Constraint::UniqueItems => line("uniqueItems", "true"),
            Constraint::Format(format) => line("format", format.name()),
            Constraint::PropertyNames(names) => Self::of_names(names),
            Constraint::Condition(_) | Constraint::MinContains(_) => Vec::new(),
        }
    }

    /// The line, with the location of the values that it applies to.
    pub(super) fn at(&self, place: &str) -> String {
        let Self { names, keyword, value } = self;
        let subject = if *names { " names" } else { "" };
        format!("{place}{subject} {keyword} {value}")
    }

    fn of_names(names: &PropertyNames) -> Vec<Self> {
        let PropertyNames { listed, format: _, constraints } = names;
        let listed = listed.as_ref().map(|names| {
            let value = serde_json::Value::from(names.as_slice()).to_string();
            Self { names: true, keyword: "enum", value }
        });
        let each = constraints.iter().filter(|one| is_about_strings(one)).flat_map(Self::of);
        listed.into_iter().chain(each.map(|line| Self { names: true, ..line })).collect()
    }
}

/// Whether a keyword applies to strings, which all member names are.
fn is_about_strings(constraint: &Constraint) -> bool {
    match constraint {
        Constraint::MinLength(_)
        | Constraint::MaxLength(_)
        | Constraint::Pattern(_)
        | Constraint::Format(_) => true,
        Constraint::Minimum(_)
        | Constraint::ExclusiveMinimum(_)
        | Constraint::Maximum(_)
        | Constraint::ExclusiveMaximum(_)
        | Constraint::MultipleOf(_)
        | Constraint::MinItems(_)
        | Constraint::MaxItems(_)
        | Constraint::MinProperties(_)
        | Constraint::MaxProperties(_)
        | Constraint::UniqueItems
        | Constraint::PropertyNames(_)
        | Constraint::Condition(_)
        | Constraint::MinContains(_) => false,
    }
}

#[cfg(test)]
mod tests;
