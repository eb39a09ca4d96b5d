//! Lists and maps that contain themselves.

use super::{Form, SchemaId, Schemas};
use crate::collections::HashSet;

/// The schema that determines the type of a list, map or alias.
fn expands_to(schemas: &Schemas, id: SchemaId) -> Option<SchemaId> {
    match schemas[id].form {
        Form::Array(inner) | Form::Map(inner) | Form::Alias(inner) => Some(inner),
        _ => None,
    }
}

/// The lists and maps that contain themselves, which need a named type to be finite.
pub(crate) fn recursive(schemas: &Schemas) -> HashSet<SchemaId> {
    let mut recursive = HashSet::default();
    // The last visit to each schema: each is visited once, and a cycle is detected.
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
