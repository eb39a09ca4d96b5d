//! Lists and maps that hold themselves: they need a type of their own to be finite.

use crate::collections::HashSet;
use crate::ir::{Form, SchemaId, Schemas};

/// What a schema that becomes no type of its own is spelled with: at most one other schema.
fn expands_to(schemas: &Schemas, id: SchemaId) -> Option<SchemaId> {
    match schemas[id].form {
        Form::Array(inner) | Form::Map(inner) | Form::Alias(inner) => Some(inner),
        _ => None,
    }
}

/// The lists and maps that are found again in their own expansion.
pub(super) fn recursive(schemas: &Schemas) -> HashSet<SchemaId> {
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
