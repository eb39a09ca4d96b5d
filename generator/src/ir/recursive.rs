//! Lists and maps that contain themselves.

use super::{Form, SchemaId, Schemas};
use crate::collections::HashSet;

/// The schema that the type of a list, map or alias is written with.
fn expands_to(schemas: &Schemas, id: SchemaId) -> Option<SchemaId> {
    match schemas[id].form {
        Form::Array(inner) | Form::Map(inner) | Form::Alias(inner) => Some(inner),
        _ => None,
    }
}

/// The lists and maps that contain themselves: only a type of their own makes them finite.
pub(crate) fn recursive(schemas: &Schemas) -> HashSet<SchemaId> {
    let mut recursive = HashSet::default();
    // The walk that first came by, so that each schema is visited once and a cycle is seen as such.
    let mut walks: Vec<Option<SchemaId>> = vec![None; schemas.0.len()];
    for start in schemas.ids() {
        let mut at = Some(start);
        while let Some(id) = at {
            match walks.get_mut(id.0 as usize) {
                Some(walk @ None) => *walk = Some(start),
                Some(Some(walk)) if *walk == start => {
                    mark_cycle(schemas, id, &mut recursive);
                    break;
                }
                _ => break,
            }
            at = expands_to(schemas, id);
        }
    }
    recursive
}

fn mark_cycle(schemas: &Schemas, entry: SchemaId, recursive: &mut HashSet<SchemaId>) {
    let mut id = entry;
    loop {
        if !matches!(schemas[id].form, Form::Alias(_)) {
            recursive.insert(id);
        }
        match expands_to(schemas, id) {
            Some(next) if next != entry => id = next,
            _ => break,
        }
    }
}
