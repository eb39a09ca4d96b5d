//! Plans sequences: tuples, and lists that contain themselves.

use super::context::Context;
use super::item::Sequence;
use super::rules::Rules;
use super::type_ref::TypeRef;
use crate::ir::{Constraint, SchemaId};
use crate::problem::Problems;

/// Plans the sequence of a tuple.
///
/// In JSON Schema, an array may end early: only the positions up to `minItems` are certain to be
/// present.
pub(super) fn plan_tuple(
    context: &Context<'_>,
    id: SchemaId,
    items: &[SchemaId],
    rest: Option<SchemaId>,
    problems: &Problems,
) -> Sequence {
    let least = context.api.schemas[id].constraints.iter().filter_map(|one| match one {
        Constraint::MinItems(least) => least.as_usize(),
        _ => None,
    });
    let least = least.max().unwrap_or(0);
    let mut rules = Rules::of(context, id, problems);
    for (index, item) in items.iter().enumerate() {
        rules.part(index, *item);
    }
    if let Some(rest) = rest {
        rules.item(items.len(), rest);
    }
    let items = items.iter().enumerate().map(|(index, item)| {
        let mut ty = context.refs.of(*item);
        if context.boxed.contains(&(id, index)) {
            ty = ty.boxed();
        }
        let required = index < least && !context.opened.contains(&(id, index));
        let ty = match (required, context.refs.is_nullable(*item)) {
            (true, false) => ty,
            (true, true) | (false, false) => ty.optional(),
            // The last position may be null, or absent.
            (false, true) => ty.nullable(),
        };
        (ty, required)
    });
    let rest = rest.map_or(TypeRef::Json, |rest| context.refs.value(rest));
    Sequence { items: items.collect(), rest, rules: rules.finish() }
}
