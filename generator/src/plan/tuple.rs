//! From tuples, and lists that hold themselves, to sequences.

use super::TypeRef;
use super::item::Sequence;
use super::object::Context;
use crate::ir::SchemaId;

/// The sequence of a tuple.
///
/// JSON Schema lets an array end early: a position is sure to be there as far as `minItems` says.
pub(super) fn plan_tuple(
    context: &Context<'_>,
    id: SchemaId,
    items: &[SchemaId],
    rest: Option<SchemaId>,
) -> Sequence {
    let schema = &context.api.schemas[id];
    let least = context.document.get(schema.origin, "minItems");
    let least = least.and_then(|node| context.document.number(node));
    let least: usize = least.and_then(|text| text.parse().ok()).unwrap_or(0);
    let items = items.iter().enumerate().map(|(index, item)| {
        let mut ty = context.refs.of(*item);
        if context.boxed.contains(&(id, index)) {
            ty = ty.boxed();
        }
        let required = index < least && !context.opened.contains(&(id, index));
        let optional = !required || context.refs.is_nullable(*item);
        (if optional { ty.optional() } else { ty }, required)
    });
    let rest = rest.map_or(TypeRef::Json, |rest| context.refs.value(rest));
    Sequence { items: items.collect(), rest }
}
