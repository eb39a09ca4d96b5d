//! Constraints, as sentences and as rules: they are never enforced on what a server sends, but a value can be asked
//! to check itself.

use crate::document::{Document, Kind, NodeId};
use crate::ir::Rule;

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
        let value = number(key).filter(|text| is_count(text));
        if let Some(value) = value.and_then(|text| text.parse::<f64>().ok()) {
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
    if let Some(format) = document.get_text(node, "format").filter(|it| FORMATS.contains(it)) {
        add("format", format);
    }
}

/// The formats of strings that a program can judge (JSON Schema 2020-12 validation, section 7.3) and that have no Rust
/// type, which would be judged by itself.
const FORMATS: [&str; 7] =
    ["email", "hostname", "ipv4", "ipv6", "iri", "iri-reference", "uri-reference"];

/// The keywords whose values are numbers of any kind.
pub(super) const BOUNDS: [&str; 5] =
    ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/// The keywords whose values say how long a value is, or of how many parts.
pub(super) const COUNTS: [&str; 6] =
    ["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

/// Whether a number says how many: a whole one from 0 on, which may be written with a fraction of zero.
pub(super) fn is_count(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(|value| value >= 0.0 && value.fract() == 0.0)
}

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
    let count = |key: &str| number(key).filter(|text| is_count(text));
    range(count("minLength"), count("maxLength"), "characters", sentences);
    range(count("minItems"), count("maxItems"), "items", sentences);
    range(count("minProperties"), count("maxProperties"), "members", sentences);
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
