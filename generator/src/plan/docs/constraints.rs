//! Constraints as sentences.

use super::inline_code;
use crate::ir::{Condition, Constraint, Count, PropertyNames};

/// The maximum size of a list of names in a sentence, in bytes.
const LISTED_LIMIT: usize = 4096;

/// A sentence per constraint. A minimum and a maximum of the same kind share a sentence, and so do
/// conditions.
pub(super) fn sentences(constraints: &[Constraint]) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut open = constraints;
    loop {
        open = match open {
            [] => return sentences,
            [Constraint::MinLength(least), Constraint::MaxLength(most), rest @ ..] => {
                sentences.push(range(least, most, "characters"));
                rest
            }
            [Constraint::MinItems(least), Constraint::MaxItems(most), rest @ ..] => {
                sentences.push(range(least, most, "items"));
                rest
            }
            [Constraint::MinProperties(least), Constraint::MaxProperties(most), rest @ ..] => {
                sentences.push(range(least, most, "members"));
                rest
            }
            [Constraint::Condition(first), rest @ ..] => {
                let (sentence, rest) = conditions(*first, rest);
                sentences.push(sentence);
                rest
            }
            [Constraint::PropertyNames(names), rest @ ..] => {
                sentences.extend(names_sentences(names));
                rest
            }
            [one, rest @ ..] => {
                sentences.extend(sentence(one));
                rest
            }
        };
    }
}

/// The sentence of a single constraint; `None` if the type or another sentence covers it.
fn sentence(constraint: &Constraint) -> Option<String> {
    Some(match constraint {
        Constraint::Minimum(value) => format!("At least {value}."),
        Constraint::ExclusiveMinimum(value) => format!("Greater than {value}."),
        Constraint::Maximum(value) => format!("At most {value}."),
        Constraint::ExclusiveMaximum(value) => format!("Less than {value}."),
        Constraint::MultipleOf(value) => format!("A multiple of {value}."),
        Constraint::MinLength(least) => format!("At least {} characters.", least.as_str()),
        Constraint::MaxLength(most) => format!("At most {} characters.", most.as_str()),
        Constraint::MinItems(least) => format!("At least {} items.", least.as_str()),
        Constraint::MaxItems(most) => format!("At most {} items.", most.as_str()),
        Constraint::MinProperties(least) => format!("At least {} members.", least.as_str()),
        Constraint::MaxProperties(most) => format!("At most {} members.", most.as_str()),
        Constraint::Pattern(pattern) => format!("Matches the pattern {}.", inline_code(pattern)),
        Constraint::MinContains(least) if least.is_zero() => {
            "No item must match `contains`.".to_owned()
        }
        Constraint::MinContains(least) => {
            format!("At least {} items match `contains`.", least.as_str())
        }
        Constraint::UniqueItems => "No item occurs twice.".to_owned(),
        Constraint::Format(_) | Constraint::PropertyNames(_) | Constraint::Condition(_) => {
            return None;
        }
    })
}

fn range(least: &Count, most: &Count, unit: &str) -> String {
    let (least, most) = (least.as_str(), most.as_str());
    if least == most {
        format!("Exactly {least} {unit}.")
    } else {
        format!("From {least} to {most} {unit}.")
    }
}

/// One sentence for consecutive conditions, and the rest.
fn conditions(first: Condition, after: &[Constraint]) -> (String, &[Constraint]) {
    let mut keywords = vec![inline_code(first.keyword())];
    let mut rest = after;
    while let [Constraint::Condition(next), after @ ..] = rest {
        keywords.push(inline_code(next.keyword()));
        rest = after;
    }
    (format!("The document has further restrictions ({}).", keywords.join(", ")), rest)
}

fn names_sentences(names: &PropertyNames) -> Vec<String> {
    let PropertyNames { listed, format, constraints } = names;
    let mut found = Vec::new();
    if let Some(listed) = listed {
        // Its length in JSON: each name has two quotes and a comma or bracket.
        let length = 1 + listed.iter().map(|name| name.len() + 3).sum::<usize>();
        found.push(if length <= LISTED_LIMIT {
            let quoted: Vec<String> = listed.iter().map(|name| inline_code(name)).collect();
            format!("The names are {}.", quoted.join(", "))
        } else {
            format!("The names are one of {} listed ones.", listed.len())
        });
    }
    found.extend(
        format.as_ref().map(|name| format!("Each name is in the format {}.", inline_code(name))),
    );
    let each = sentences(constraints);
    if !each.is_empty() {
        found.push(format!("Each name: {}", each.join(" ")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Count {
        Count::parse(text).unwrap()
    }

    #[test]
    fn a_least_and_a_most_number_side_by_side_make_one_sentence() {
        let said = sentences(&[
            Constraint::MinLength(count("1")),
            Constraint::MaxLength(count("5")),
            Constraint::MinItems(count("2")),
            Constraint::MaxItems(count("2")),
            Constraint::MaxProperties(count("9")),
        ]);
        assert_eq!(said, ["From 1 to 5 characters.", "Exactly 2 items.", "At most 9 members."]);
    }

    #[test]
    fn conditions_side_by_side_make_one_sentence() {
        let said = sentences(&[
            Constraint::Condition(Condition::Not),
            Constraint::Condition(Condition::Contains),
            Constraint::UniqueItems,
        ]);
        assert_eq!(
            said,
            ["The document has further restrictions (`not`, `contains`).", "No item occurs twice."]
        );
    }

    #[test]
    fn a_number_of_matches_goes_with_contains() {
        let said = |least| {
            let condition = Constraint::Condition(Condition::Contains);
            sentences(&[condition, Constraint::MinContains(count(least))])
        };
        let contains = "The document has further restrictions (`contains`).";
        assert_eq!(said("2"), [contains, "At least 2 items match `contains`."]);
        assert_eq!(said("0"), [contains, "No item must match `contains`."]);
    }

    #[test]
    fn a_long_list_of_names_is_counted() {
        let listed = (0..1000).map(|index| format!("name-{index}")).collect();
        let names = PropertyNames { listed: Some(listed), ..PropertyNames::default() };
        assert_eq!(
            sentences(&[Constraint::PropertyNames(names)]),
            ["The names are one of 1000 listed ones."]
        );
    }
}
