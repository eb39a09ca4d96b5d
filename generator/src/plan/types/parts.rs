//! Distinguishes alternatives by the members of their members.
//!
//! Two alternatives may differ only in a constant further down: cells whose `definition` has
//! another `type` in each alternative.

use super::decision::{Decisions, differing_tags};
use super::item::{Decision, Kinds};
use crate::collections::HashMap;
use crate::ir::{Form, SchemaId, Schemas};

/// The maximum number of levels below the alternatives that are examined.
const LEVELS: usize = 3;

/// Adds the facts that distinguish object members of a union's alternatives to their decisions.
pub(super) fn add_parts(
    decisions: &mut [Decision],
    alternatives: &[SchemaId],
    schemas: &Schemas,
    known: &Decisions<'_>,
) {
    let places: Vec<(usize, SchemaId)> = alternatives.iter().copied().enumerate().collect();
    for (index, parts) in apart(&places, schemas, known, LEVELS) {
        if let Some(decision) = decisions.get_mut(index) {
            decision.parts = parts;
        }
    }
}

/// The members of each object that differ from the same members of another.
fn apart(
    objects: &[(usize, SchemaId)],
    schemas: &Schemas,
    known: &Decisions<'_>,
    levels: usize,
) -> Vec<(usize, Vec<(String, Decision)>)> {
    let Some(levels) = levels.checked_sub(1) else { return Vec::new() };
    let mut members: HashMap<&str, Vec<(usize, SchemaId)>> = HashMap::default();
    for (index, id) in objects {
        let Form::Object(object) = &schemas[schemas.resolve(*id)].form else { continue };
        for property in &object.properties {
            let id = schemas.resolve(property.schema);
            if matches!(schemas[id].form, Form::Object(_) | Form::Union(_)) {
                members.entry(&property.name).or_default().push((*index, id));
            }
        }
    }
    let mut members: Vec<(&str, Vec<(usize, SchemaId)>)> = members.into_iter().collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    let mut found: HashMap<usize, Vec<(String, Decision)>> = HashMap::default();
    for (name, places) in members {
        if places.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            continue;
        }
        for (index, part) in parts(&places, schemas, known, levels) {
            found.entry(index).or_default().push((name.to_owned(), part));
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_unstable_by_key(|(index, _)| *index);
    found
}

/// The differences between the objects at one member; nothing if there are none.
fn parts(
    places: &[(usize, SchemaId)],
    schemas: &Schemas,
    known: &Decisions<'_>,
    levels: usize,
) -> Vec<(usize, Decision)> {
    let mut inner: HashMap<usize, Vec<(String, Decision)>> =
        apart(places, schemas, known, levels).into_iter().collect();
    let wholes: Vec<(usize, Decision)> =
        places.iter().map(|(index, id)| (*index, known.of(*id))).collect();
    let differing = differing_tags(wholes.iter().map(|(_, whole)| whole));
    let parts = wholes.into_iter().map(|(index, whole)| {
        let mut tags = whole.tags;
        tags.retain(|(name, values)| differing.contains(name) && values.len() == 1);
        let parts = inner.remove(&index).unwrap_or_default();
        (index, Decision { kinds: whole.kinds, tags, parts, ..Decision::default() })
    });
    let parts: Vec<(usize, Decision)> = parts.collect();
    let says = |part: &Decision| {
        part.kinds.has(Kinds::OBJECT) && (!part.tags.is_empty() || !part.parts.is_empty())
    };
    parts.into_iter().filter(|(_, part)| says(part)).collect()
}
