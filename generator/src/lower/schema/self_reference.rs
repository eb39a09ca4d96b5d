//! Unions that contain themselves as an alternative.

use std::collections::VecDeque;

use crate::collections::HashMap;
use crate::ir::{AnyReason, Discriminator, Form, SchemaId, Schemas, Union};
use crate::problem::{ProblemKind, Problems};

/// Removes every union from its own alternatives, if it admits nothing that the others do not.
///
/// If a single alternative remains, the union becomes an alias, which may put another union among
/// its own alternatives. A union of only itself is reported.
pub(super) fn remove(schemas: &mut Schemas, problems: &Problems) {
    let is_union = |id: &SchemaId| matches!(schemas[*id].form, Form::Union(_));
    let mut open: VecDeque<SchemaId> = schemas.ids().filter(is_union).collect();
    // The unions that contain each schema as an alternative.
    let mut holders: HashMap<SchemaId, Vec<SchemaId>> = HashMap::default();
    for id in &open {
        for target in targets(schemas, *id) {
            holders.entry(target).or_default().push(*id);
        }
    }
    while let Some(id) = open.pop_front() {
        let own: Vec<bool> = targets(schemas, id).into_iter().map(|target| target == id).collect();
        if !own.contains(&true) {
            continue;
        }
        let schema = &mut schemas.0[id.0 as usize];
        let Form::Union(union) = &mut schema.form else { continue };
        remove_alternatives(union, &own);
        match union.alternatives[..] {
            [] => {
                problems.report(schema.origin, ProblemKind::CircularReference);
                schema.form = Form::Any(AnyReason::Unsupported);
            }
            [ref only] => {
                let only = only.schema;
                schema.form = Form::Alias(only);
                let waiting = holders.remove(&id).unwrap_or_default();
                open.extend(&waiting);
                holders.entry(schemas.resolve(only)).or_default().extend(waiting);
            }
            [..] => {}
        }
    }
}

/// The alternatives of a union, with aliases resolved; none if the schema is not a union.
fn targets(schemas: &Schemas, id: SchemaId) -> Vec<SchemaId> {
    match &schemas[id].form {
        Form::Union(union) => union
            .alternatives
            .iter()
            .map(|alternative| schemas.resolve(alternative.schema))
            .collect(),
        _ => Vec::new(),
    }
}

/// Removes the marked alternatives and their tags.
fn remove_alternatives(union: &mut Union, marked: &[bool]) {
    let is_kept = |index: usize| !marked.get(index).copied().unwrap_or_default();
    if let Some(discriminator) = &mut union.discriminator {
        let Discriminator { property: _, mapping, sent } = discriminator;
        mapping.retain(|(_, index)| is_kept(*index));
        for (_, index) in mapping {
            *index = (0..*index).filter(|before| is_kept(*before)).count();
        }
        let mut index = 0;
        sent.retain(|_| {
            index += 1;
            is_kept(index - 1)
        });
    }
    let mut index = 0;
    union.alternatives.retain(|_| {
        index += 1;
        is_kept(index - 1)
    });
}
