//! Distinguishes alternatives by the elements of arrays.
//!
//! Two alternatives may differ only in the items of a list: messages whose `content` is a list of
//! parts, with different parts in each alternative.

use super::decision::{Decisions, differing_tags, either};
use super::item::{Decision, Kinds};
use crate::collections::{HashMap, HashSet};
use crate::ir::{Form, SchemaId, Schemas};

/// Adds the facts that distinguish the lists of a union's alternatives (`schemas`) to their
/// decisions.
pub(super) fn add_elements(
    decisions: &mut [Decision],
    alternatives: &[SchemaId],
    schemas: &Schemas,
    known: &Decisions<'_>,
) {
    let mut own: Vec<(usize, Decision)> = Vec::new();
    let mut members: HashMap<String, Vec<(usize, Decision)>> = HashMap::default();
    for (index, alternative) in alternatives.iter().enumerate() {
        match &schemas[schemas.resolve(*alternative)].form {
            Form::Array(_) => {
                own.extend(element(schemas, known, *alternative).map(|element| (index, element)));
            }
            Form::Object(object) => {
                for property in &object.properties {
                    if let Some(element) = element(schemas, known, property.schema) {
                        members.entry(property.name.clone()).or_default().push((index, element));
                    }
                }
            }
            _ => {}
        }
    }
    for (index, element) in apart(own) {
        if let Some(decision) = decisions.get_mut(index) {
            decision.element = Some(Box::new(element));
        }
    }
    let mut members: Vec<_> = members.into_iter().collect();
    members.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    for (name, elements) in members {
        for (index, element) in apart(elements) {
            if let Some(decision) = decisions.get_mut(index) {
                decision.elements.push((name.clone(), element));
            }
        }
    }
}

/// The facts about list elements that may be objects; the list may be one of several types.
fn element(schemas: &Schemas, known: &Decisions<'_>, list: SchemaId) -> Option<Decision> {
    let mut seen: HashSet<SchemaId> = HashSet::default();
    let mut open = vec![list];
    let mut elements: Vec<Decision> = Vec::new();
    while let Some(id) = open.pop().map(|id| schemas.resolve(id)) {
        match &schemas[id].form {
            Form::Array(item) => elements.push(known.of(*item)),
            Form::Union(union) if seen.insert(id) => {
                open.extend(union.alternatives.iter().map(|alternative| alternative.schema));
            }
            _ => {}
        }
    }
    let whole = elements.into_iter().reduce(either)?;
    let Decision { kinds, tags, required, declared, .. } = whole;
    let is_object = kinds.has(Kinds::OBJECT) && kinds != Kinds::ANY;
    is_object.then(|| Decision { kinds, tags, required, declared, ..Decision::default() })
}

/// Keeps the differences between elements; nothing if all are alike, or there is only one.
fn apart(mut elements: Vec<(usize, Decision)>) -> Vec<(usize, Decision)> {
    let tags = differing_tags(elements.iter().map(|(_, element)| element));
    for (_, element) in &mut elements {
        element.tags.retain(|(name, _)| tags.contains(name));
        element.tags.sort();
        element.required.sort();
        element.declared.sort();
        if !tags.is_empty() {
            element.required.clear();
            element.declared.clear();
        }
    }
    match &elements[..] {
        [(_, first), rest @ ..] if rest.iter().any(|(_, other)| other != first) => elements,
        _ => Vec::new(),
    }
}
