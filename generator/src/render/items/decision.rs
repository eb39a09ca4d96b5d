//! The runtime's tables that distinguish the alternatives of a union.

use crate::plan::{Decision, Kinds, Variant};
use crate::render::text::Expression;

/// `rt::Alternative { name: …, kinds: …, ..rt::ALTERNATIVE }`
pub(super) fn alternative(variant: &Variant) -> Expression {
    let Variant { ident, decision, sent, docs: _, ty: _, converts: _ } = variant;
    stated(Some(ident.as_str()), decision, sent)
}

/// An alternative, or one within another, which has no name: what differs from the table's own defaults.
fn stated(name: Option<&str>, decision: &Decision, sent: &[(String, String)]) -> Expression {
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
        parts,
    } = decision;
    let tagged = |(name, values): &(String, Vec<String>)| pair(name, Expression::strings(values));
    let restricts_items = !items.is_empty() && *items != Kinds::ANY;
    let facts = [
        name.map(|name| ("name".to_owned(), Expression::quoted(name))),
        Some(("kinds".to_owned(), kinds_of(*kinds))),
        list("tags", tags.iter().map(tagged)),
        list("hints", hints.iter().map(tagged)),
        list("required", required.iter().map(|name| Expression::quoted(name))),
        list("declared", declared.iter().map(|name| Expression::quoted(name))),
        list("values", values.iter().map(|value| Expression::quoted(value))),
        restricts_items.then(|| ("items".to_owned(), kinds_of(*items))),
        list("members", members.iter().map(|(name, kinds)| pair(name, kinds_of(*kinds)))),
        list("element", element.iter().map(|element| stated(None, element, &[]))),
        list("elements", elements.iter().map(|(name, of)| pair(name, stated(None, of, &[])))),
        list("parts", parts.iter().map(|(name, of)| pair(name, stated(None, of, &[])))),
        list("sent", sent.iter().map(|(name, json)| pair(name, Expression::quoted(json)))),
    ];
    Expression::literal("rt::Alternative", facts.into_iter().flatten(), Some("rt::ALTERNATIVE"))
}

fn pair(name: &str, value: Expression) -> Expression {
    Expression::tuple([Expression::quoted(name), value])
}

/// Nothing for an empty list, which is the default.
fn list(
    name: &str,
    items: impl ExactSizeIterator<Item = Expression>,
) -> Option<(String, Expression)> {
    (items.len() > 0).then(|| (name.to_owned(), Expression::list(items)))
}

fn kinds_of(kinds: Kinds) -> Expression {
    if kinds == Kinds::ANY {
        return Expression::word("rt::Kinds::ANY");
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
    let own = names.iter().filter(|(kind, _)| kinds.has(*kind));
    let mut own = own.map(|(_, name)| Expression::word(format_args!("rt::Kinds::{name}")));
    let first = own.next().unwrap_or_else(|| Expression::word("rt::Kinds::ANY"));
    first.then(own.map(|kind| Expression::call("or", [kind])))
}
