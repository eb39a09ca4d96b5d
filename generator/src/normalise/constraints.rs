//! Reads the constraints of a node.

use super::member::Members;
use crate::document::Kind;
use crate::ir::{Condition, Constraint, Count, Format};

/// The constraints of the node in the order of their documentation. A wrong type is reported.
pub(super) fn read(members: Members<'_>) -> Vec<Constraint> {
    let mut found = Vec::new();
    let Kind::Object(written) = members.document.kind(members.node) else { return found };
    bounds(members, &mut found);
    let count = |key| {
        members.expect(key, "a whole number from 0 on", |kind| match kind {
            Kind::Number(text) => Count::parse(text),
            _ => None,
        })
    };
    // A minimum of zero has no effect.
    let least = |key| count(key).filter(|count| !count.is_zero());
    found.extend(least("minLength").map(Constraint::MinLength));
    found.extend(count("maxLength").map(Constraint::MaxLength));
    found.extend(least("minItems").map(Constraint::MinItems));
    found.extend(count("maxItems").map(Constraint::MaxItems));
    found.extend(least("minProperties").map(Constraint::MinProperties));
    found.extend(count("maxProperties").map(Constraint::MaxProperties));
    let pattern = members.expect("pattern", "a string", |kind| match kind {
        Kind::String(text) => Some(text.to_string()),
        _ => None,
    });
    found.extend(pattern.map(Constraint::Pattern));
    let unique = members.expect("uniqueItems", "a boolean", |kind| match kind {
        Kind::Boolean(value) => Some(*value),
        _ => None,
    });
    found.extend((unique == Some(true)).then_some(Constraint::UniqueItems));
    found.extend(format(members).map(Constraint::Format));
    let conditions = Condition::ALL.into_iter();
    let present = conditions.filter(|condition| written.contains_key(condition.keyword()));
    found.extend(present.map(Constraint::Condition));
    // Without `contains` it has no effect, and `contains` alone asks for one item (JSON Schema 2020-12 validation,
    // section 6.4.5).
    let matches = count("minContains").filter(|least| least.as_usize() != Some(1));
    let matches = matches.filter(|_| written.contains_key(Condition::Contains.keyword()));
    found.extend(matches.map(Constraint::MinContains));
    found
}

fn bounds(members: Members<'_>, found: &mut Vec<Constraint>) {
    let number = |key| {
        members.expect(key, "a number", |kind| match kind {
            Kind::Number(text) => Some(text.to_string()),
            _ => None,
        })
    };
    // In OpenAPI 3.0 a boolean makes the bound exclusive.
    let exclusive = |key| {
        let bound = members.expect(key, "a number", |kind| match kind {
            Kind::Number(text) => Some(Exclusive::Bound(text.to_string())),
            Kind::Boolean(value) => Some(Exclusive::Flag(*value)),
            _ => None,
        });
        bound.unwrap_or(Exclusive::Flag(false))
    };
    let pairs: [(_, _, fn(_) -> _, fn(_) -> _); 2] = [
        ("minimum", "exclusiveMinimum", Constraint::Minimum, Constraint::ExclusiveMinimum),
        ("maximum", "exclusiveMaximum", Constraint::Maximum, Constraint::ExclusiveMaximum),
    ];
    for (inclusive_key, exclusive_key, at, beyond) in pairs {
        match (number(inclusive_key), exclusive(exclusive_key)) {
            (bound, Exclusive::Flag(false)) => found.extend(bound.map(at)),
            (bound, Exclusive::Flag(true)) => found.extend(bound.map(beyond)),
            (bound, Exclusive::Bound(other)) => {
                found.extend(bound.map(at));
                found.push(beyond(other));
            }
        }
    }
    found.extend(number("multipleOf").map(Constraint::MultipleOf));
}

/// The value of `exclusiveMinimum` or `exclusiveMaximum`.
enum Exclusive {
    Flag(bool),
    Bound(String),
}

/// A format without a Rust type; the runtime checks formats with a type of their own by that type.
fn format(members: Members<'_>) -> Option<Format> {
    let written = members.document.get_text(members.node, "format")?;
    let untyped = [
        Format::Email,
        Format::Hostname,
        Format::Ipv4,
        Format::Ipv6,
        Format::Iri,
        Format::IriReference,
        Format::UriReference,
    ];
    untyped.into_iter().find(|format| format.name() == written)
}
