//! Nullable alternatives of unions.

use crate::collections::{HashMap, HashSet};
use crate::ir::{Form, SchemaId, Schemas};

/// Marks every union with a nullable alternative as nullable, through any number of aliases and
/// unions.
///
/// The payload of an alternative is never null; the place that holds the union is.
pub(super) fn propagate(schemas: &mut Schemas) {
    let mut holders: HashMap<SchemaId, Vec<SchemaId>> = HashMap::default();
    for id in schemas.ids() {
        match &schemas[id].form {
            Form::Union(union) => {
                for alternative in &union.alternatives {
                    holders.entry(alternative.schema).or_default().push(id);
                }
            }
            Form::Alias(target) => holders.entry(*target).or_default().push(id),
            _ => {}
        }
    }
    let mut open: Vec<SchemaId> = schemas.ids().filter(|id| schemas[*id].nullable).collect();
    let mut seen: HashSet<SchemaId> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        for holder in holders.get(&id).into_iter().flatten() {
            if seen.insert(*holder) {
                open.push(*holder);
            }
            // An alias inherits the nullability of its target.
            let schema = &mut schemas.0[holder.0 as usize];
            schema.nullable |= matches!(schema.form, Form::Union(_));
        }
    }
}
