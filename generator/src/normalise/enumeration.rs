//! Names and descriptions of `enum` values, from extensions in several spellings.

use crate::collections::HashMap;
use crate::document::{Document, Kind, NodeId};
use crate::problem::{ProblemKind, Problems};

/// In order of precedence.
const NAMES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
const DESCRIPTIONS: [&str; 4] =
    ["x-enum-descriptions", "x-enumDescriptions", "x-enum-comments", "x-enumComments"];

/// The document's words for the values of an `enum`, by index; empty if there is none.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) names: Vec<String>,
    pub(super) descriptions: Vec<String>,
}

/// Reads the words for `values` from arrays next to them, from maps by value or name, or from
/// `x-ms-enum`.
pub(super) fn words(
    document: &Document,
    node: NodeId,
    values: &[NodeId],
    problems: &Problems,
) -> Words {
    let texts: Vec<String> = values.iter().map(|value| text(document, *value)).collect();
    let mut words = Words::default();
    if let Some((key, list)) = first(document, node, &NAMES) {
        words.names = of_list_or_map(document, key, list, &[&texts], problems);
    }
    if let Some((key, list)) = first(document, node, &DESCRIPTIONS) {
        words.descriptions = of_list_or_map(document, key, list, &[&texts, &words.names], problems);
    }
    if let Some(listed) = document.get(node, "x-ms-enum").and_then(|of| document.get(of, "values"))
    {
        let items = document.items(listed).iter().filter_map(|item| {
            let value = document.get(*item, "value")?;
            Some((text(document, value), *item))
        });
        let items: HashMap<String, NodeId> = items.collect();
        let member = |key: &str| -> Vec<String> {
            let of = |value: &String| document.get_text(*items.get(value)?, key);
            texts.iter().map(|value| of(value).unwrap_or_default().to_owned()).collect()
        };
        if words.names.is_empty() {
            words.names = member("name");
        }
        if words.descriptions.is_empty() {
            words.descriptions = member("description");
        }
    }
    words
}

fn first(
    document: &Document,
    node: NodeId,
    keys: &[&'static str],
) -> Option<(&'static str, NodeId)> {
    keys.iter().find_map(|key| Some((*key, document.get(node, key)?)))
}

/// `keys`: the possible map keys of each value; those of the first list take precedence.
fn of_list_or_map(
    document: &Document,
    key: &'static str,
    node: NodeId,
    keys: &[&Vec<String>],
    problems: &Problems,
) -> Vec<String> {
    let [values, ..] = keys else { return Vec::new() };
    match document.kind(node) {
        Kind::Array(items) => {
            let mut words = items.iter().map(|item| text(document, *item));
            // Null often has no word.
            let named = values.iter().filter(|value| *value != "null").count();
            if items.len() == named {
                let of = |value: &String| {
                    if value == "null" { None } else { words.next() }.unwrap_or_default()
                };
                return values.iter().map(of).collect();
            }
            if items.len() != values.len() {
                let (words, values) = (items.len(), values.len());
                problems.report(node, ProblemKind::EnumWordsMismatch { key, words, values });
            }
            words.collect()
        }
        Kind::Object(_) => {
            let of = |index: usize| {
                let mut known = keys.iter().filter_map(|list| list.get(index));
                known.find_map(|name| document.get_text(node, name).filter(|text| !text.is_empty()))
            };
            (0..values.len()).map(|index| of(index).unwrap_or_default().to_owned()).collect()
        }
        Kind::Null => Vec::new(),
        _ => {
            let what = format!("`{key}`");
            problems
                .report(node, ProblemKind::WrongType { what, expected: "an array or an object" });
            Vec::new()
        }
    }
}

/// A scalar as a map key.
fn text(document: &Document, node: NodeId) -> String {
    match document.kind(node) {
        Kind::String(text) | Kind::Number(text) => text.to_string(),
        Kind::Boolean(value) => value.to_string(),
        Kind::Null => "null".to_owned(),
        Kind::Array(_) | Kind::Object(_) => String::new(),
    }
}
