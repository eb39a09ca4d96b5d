//! What tells an alternative from others, as the runtime's tables have it.

use super::source::{Quoted, Source};
use crate::plan::{Decision, Kinds, Variant};

/// `rt::Alternative { name: …, kinds: …, ..rt::ALTERNATIVE }`
pub(super) fn alternative(out: &mut Source, variant: &Variant) {
    let Variant { ident, decision, .. } = variant;
    if decision.element.is_some() || !decision.elements.is_empty() {
        out.is_irregular();
    }
    let inside = |out: &mut Source| {
        for Fact { open, items, close } in facts(ident.as_str(), decision) {
            out.list(open, items, close);
        }
        out.line("..rt::ALTERNATIVE");
    };
    out.enclosed("rt::Alternative", " {", inside, "},");
}

/// `required: &["id"],`: a member of the table.
struct Fact {
    open: String,
    items: Vec<String>,
    close: &'static str,
}

/// What differs from the table's own defaults.
fn facts(name: &str, decision: &Decision) -> Vec<Fact> {
    let Decision {
        kinds,
        tags,
        hints,
        required,
        declared,
        values,
        items,
        members,
        element,
        elements,
    } = decision;
    let tagged = |(name, values): &(String, Vec<String>)| {
        format!("({}, &[{}])", Quoted(name), quoted(values).join(", "))
    };
    let member =
        |(name, kinds): &(String, Kinds)| format!("({}, {})", Quoted(name), kinds_of(*kinds));
    let of_member = |(name, of): &(String, Decision)| format!("({}, {})", Quoted(name), nested(of));
    let named = !name.is_empty();
    let restricts_items = !items.is_empty() && *items != Kinds::ANY;
    [
        named.then(|| single("name", &Quoted(name).to_string())),
        Some(single("kinds", &kinds_of(*kinds))),
        list("tags", tags.iter().map(tagged).collect()),
        list("hints", hints.iter().map(tagged).collect()),
        list("required", quoted(required)),
        list("declared", quoted(declared)),
        list("values", quoted(values)),
        restricts_items.then(|| single("items", &kinds_of(*items))),
        list("members", members.iter().map(member).collect()),
        list("element", element.iter().map(|element| nested(element)).collect()),
        list("elements", elements.iter().map(of_member).collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn single(name: &str, value: &str) -> Fact {
    Fact { open: format!("{name}: {value}"), items: Vec::new(), close: "," }
}

/// Nothing for an empty list, which is the default.
fn list(name: &str, items: Vec<String>) -> Option<Fact> {
    let open = format!("{name}: &[");
    (!items.is_empty()).then_some(Fact { open, items, close: "]," })
}

/// An alternative within another, on one line.
fn nested(decision: &Decision) -> String {
    let facts = facts("", decision).into_iter();
    let facts: String = facts
        .map(|Fact { open, items, close }| format!("{open}{}{close} ", items.join(", ")))
        .collect();
    format!("rt::Alternative {{ {facts}..rt::ALTERNATIVE }}")
}

fn quoted(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| Quoted(text).to_string()).collect()
}

fn kinds_of(kinds: Kinds) -> String {
    if kinds == Kinds::ANY {
        return "rt::Kinds::ANY".to_owned();
    }
    let names = [
        (Kinds::NULL, "NULL"),
        (Kinds::BOOLEAN, "BOOLEAN"),
        (Kinds::INTEGER, "INTEGER"),
        (Kinds::NUMBER, "NUMBER"),
        (Kinds::STRING, "STRING"),
        (Kinds::ARRAY, "ARRAY"),
        (Kinds::OBJECT, "OBJECT"),
    ];
    let mut own = names.iter().filter(|(kind, _)| kinds.has(*kind)).map(|(_, name)| *name);
    let first = own.next().unwrap_or("ANY");
    own.fold(format!("rt::Kinds::{first}"), |text, name| format!("{text}.or(rt::Kinds::{name})"))
}
