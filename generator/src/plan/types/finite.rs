//! Makes types and values finite: boxes members, and makes required members optional.

use crate::collections::HashSet;
use crate::ir::{Form, SchemaId, Schemas};

/// A member: of an object by property, of a tuple by position, of a union by alternative.
pub(super) type Member = (SchemaId, usize);

/// The edges that close a cycle in a depth-first walk from each of `nodes` in order: without them
/// there is no cycle.
pub(super) fn closing_edges(
    schemas: &Schemas,
    edges: &dyn Fn(SchemaId) -> Vec<(usize, SchemaId)>,
) -> HashSet<Member> {
    let mut marks = vec![Mark::Unseen; schemas.0.len()];
    let mut closing = HashSet::default();
    for start in schemas.ids() {
        if marks.get(start.0 as usize) != Some(&Mark::Unseen) {
            continue;
        }
        let mut walk = vec![(start, edges(start).into_iter())];
        set(&mut marks, start, Mark::Open);
        while let Some((node, rest)) = walk.last_mut() {
            let node = *node;
            match rest.next() {
                None => {
                    set(&mut marks, node, Mark::Done);
                    walk.pop();
                }
                Some((index, target)) => match marks.get(target.0 as usize) {
                    Some(Mark::Open) => {
                        closing.insert((node, index));
                    }
                    Some(Mark::Unseen) => {
                        set(&mut marks, target, Mark::Open);
                        walk.push((target, edges(target).into_iter()));
                    }
                    Some(Mark::Done) | None => {}
                },
            }
        }
    }
    closing
}

/// The progress of a walk at a schema.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Unseen,
    Open,
    Done,
}

fn set(marks: &mut [Mark], id: SchemaId, mark: Mark) {
    if let Some(slot) = marks.get_mut(id.0 as usize) {
        *slot = mark;
    }
}

/// The members held by value, with their schemas.
///
/// Lists and maps store their items on the heap, and unions box their records.
pub(super) fn by_value(schemas: &Schemas, id: SchemaId) -> Vec<(usize, SchemaId)> {
    let holds = |(index, member): (usize, SchemaId)| {
        let target = schemas.resolve(member);
        matches!(schemas[target].form, Form::Object(_) | Form::Tuple { .. } | Form::Union(_))
            .then_some((index, target))
    };
    match &schemas[id].form {
        Form::Object(object) => {
            let members = object.properties.iter().map(|property| property.schema);
            members.enumerate().filter_map(holds).collect()
        }
        Form::Tuple { items, .. } => items.iter().copied().enumerate().filter_map(holds).collect(),
        Form::Union(union) => union
            .alternatives
            .iter()
            .map(|alternative| alternative.schema)
            .enumerate()
            .filter_map(holds)
            .filter(|(_, target)| matches!(schemas[*target].form, Form::Union(_)))
            .collect(),
        _ => Vec::new(),
    }
}
