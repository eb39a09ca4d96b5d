//! Constraints, as sentences and as rules: they are never enforced on what a server sends, but a value can be asked
//! to check itself.

use crate::ir::Rule;
use crate::load::{Document, Kind, NodeId};

/// Adds a rule for each constraint of the node.
pub(crate) fn rules(document: &Document, node: NodeId, rules: &mut Vec<Rule>) {
    let mut add = |keyword: &'static str, value: &str| {
        rules.push(Rule { keyword, value: value.to_owned() });
    };
    let number = |key: &str| document.get(node, key).and_then(|value| document.number(value));
    for (inclusive, strict) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        // OpenAPI 3.0 has a boolean beside the bound.
        let beyond = document.get_boolean(node, strict) == Some(true);
        if let Some(value) = number(inclusive) {
            add(if beyond { strict } else { inclusive }, value);
        }
        if let Some(value) = number(strict) {
            add(strict, value);
        }
    }
    if let Some(value) = number("multipleOf") {
        add("multipleOf", value);
    }
    for key in COUNTS {
        // A whole number may be written with a fraction of zero.
        let value = number(key).and_then(|text| text.parse::<f64>().ok());
        if let Some(value) = value.filter(|value| *value >= 0.0 && value.fract() == 0.0) {
            let idle = key.starts_with("min") && value == 0.0;
            if !idle {
                add(key, &value.to_string());
            }
        }
    }
    if let Some(pattern) = document.get_text(node, "pattern") {
        add("pattern", pattern);
    }
    if document.get_boolean(node, "uniqueItems") == Some(true) {
        add("uniqueItems", "true");
    }
}

/// The keywords whose values are numbers.
pub(super) const NUMBERS: [&str; 11] = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
];

const COUNTS: [&str; 6] =
    ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

/// Adds a sentence for each constraint of the node.
pub(crate) fn describe(document: &Document, node: NodeId, sentences: &mut Vec<String>) {
    let number = |key: &str| document.get(node, key).and_then(|value| document.number(value));
    let exclusive = |key: &str| document.get_boolean(node, key) == Some(true);
    let mut bound = |inclusive: &str, strict: &str, at: &str, beyond: &str| {
        if let Some(value) = number(inclusive) {
            sentences.push(format!("{} {value}.", if exclusive(strict) { beyond } else { at }));
        }
        if let Some(value) = number(strict) {
            sentences.push(format!("{beyond} {value}."));
        }
    };
    bound("minimum", "exclusiveMinimum", "At least", "Greater than");
    bound("maximum", "exclusiveMaximum", "At most", "Less than");
    if let Some(value) = number("multipleOf") {
        sentences.push(format!("A multiple of {value}."));
    }
    range(number("minLength"), number("maxLength"), "characters", sentences);
    range(number("minItems"), number("maxItems"), "items", sentences);
    range(number("minProperties"), number("maxProperties"), "members", sentences);
    if let Some(pattern) = document.get_text(node, "pattern") {
        sentences.push(format!("Matches the pattern `{}`.", pattern.replace('`', "'")));
    }
    if document.get_boolean(node, "uniqueItems") == Some(true) {
        sentences.push("No item occurs twice.".to_owned());
    }
    conditions(document, node, sentences);
}

fn range(least: Option<&str>, most: Option<&str>, unit: &str, sentences: &mut Vec<String>) {
    match (least.filter(|least| *least != "0"), most) {
        (Some(least), Some(most)) if least == most => {
            sentences.push(format!("Exactly {least} {unit}."));
        }
        (Some(least), Some(most)) => sentences.push(format!("From {least} to {most} {unit}.")),
        (Some(least), None) => sentences.push(format!("At least {least} {unit}.")),
        (None, Some(most)) => sentences.push(format!("At most {most} {unit}.")),
        (None, None) => {}
    }
}

/// Keywords that restrict values without giving them another shape.
fn conditions(document: &Document, node: NodeId, sentences: &mut Vec<String>) {
    let Kind::Object(members) = document.kind(node) else { return };
    let known = ["not", "if", "dependentRequired", "dependentSchemas", "dependencies", "contains"];
    let present: Vec<String> = known
        .iter()
        .filter(|key| members.contains_key(**key))
        .map(|key| format!("`{key}`"))
        .collect();
    if !present.is_empty() {
        sentences.push(format!("The document restricts it further ({}).", present.join(", ")));
    }
}
