//! `enum` and `const`.

use super::merge::{Merged, MergedValue};
use crate::collections::HashSet;
use crate::document::{Kind, NodeId};
use crate::ir::{EnumValue, Enumeration, Form, Literal};
use crate::lower::Context;
use crate::normalise::TypeSet;
use crate::problem::ProblemKind;

/// The form of a schema with `enum`, and whether null is among its values; `None` if no value
/// matches the schema's type, which is reported.
pub(super) fn form(
    context: Context<'_>,
    merged: &Merged,
    values: &[MergedValue],
) -> Option<(Form, bool)> {
    let mut null = false;
    let mut kept: Vec<EnumValue> = Vec::with_capacity(values.len());
    let mut seen = HashSet::default();
    for MergedValue { node, name, description } in values {
        if *context.document.kind(*node) == Kind::Null {
            null = true;
            continue;
        }
        let Some(literal) = literal(context, *node, merged.types) else {
            let problem = if context.document.is_not_finite(*node) {
                ProblemKind::NotFinite {
                    text: context.document.text(*node).unwrap_or_default().to_owned(),
                }
            } else {
                ProblemKind::EnumValueOfOtherType { value: context.compact(*node) }
            };
            context.problems.report(*node, problem);
            continue;
        };
        if seen.insert(literal.clone()) {
            kept.push(EnumValue { literal, name: name.clone(), description: description.clone() });
        }
    }
    if kept.is_empty() {
        return null.then_some((Form::Null, true));
    }
    let both =
        kept.len() == 2 && kept.iter().all(|value| matches!(value.literal, Literal::Boolean(_)));
    let form = if both {
        Form::Boolean
    } else {
        Form::Enumeration(Enumeration { values: kept, admits_others: false })
    };
    Some((form, null))
}

/// The value, if it has one of the types.
///
/// YAML reads an unquoted `1.0`, `yes` or `2020` as a number or boolean although `type: string`
/// says otherwise: such a value counts as its text.
fn literal(context: Context<'_>, node: NodeId, types: Option<TypeSet>) -> Option<Literal> {
    let types = types.unwrap_or(TypeSet::ALL);
    match context.document.kind(node) {
        Kind::Boolean(value) if types.contains(TypeSet::BOOLEAN) => Some(Literal::Boolean(*value)),
        Kind::Number(text) if types.contains(TypeSet::INTEGER) => {
            Some(Literal::Number(text.to_string()))
        }
        Kind::String(text) if types.contains(TypeSet::STRING) => {
            Some(Literal::Text(text.to_string()))
        }
        Kind::Boolean(value) if types.contains(TypeSet::STRING) => {
            Some(Literal::Text(value.to_string()))
        }
        Kind::Number(_) if types.contains(TypeSet::STRING) => {
            Some(Literal::Text(context.document.spelled(node).to_owned()))
        }
        Kind::String(text) if types.contains(TypeSet::INTEGER) && is_number(text) => {
            Some(Literal::Number(text.to_string()))
        }
        Kind::String(text) if types.contains(TypeSet::BOOLEAN) => match &**text {
            "true" => Some(Literal::Boolean(true)),
            "false" => Some(Literal::Boolean(false)),
            _ => None,
        },
        Kind::Array(_) if types.contains(TypeSet::ARRAY) => {
            Some(Literal::Json(context.compact(node)))
        }
        Kind::Object(_) if types.contains(TypeSet::OBJECT) => {
            Some(Literal::Json(context.compact(node)))
        }
        _ => None,
    }
}

/// Whether a text is a JSON number (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<serde_json::Number>(text).is_ok()
}
