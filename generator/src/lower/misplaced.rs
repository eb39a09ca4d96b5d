//! Schemas where the specification expects an object that contains one: `content` or `schema` is
//! missing.

use super::Context;
use crate::document::{Kind, NodeId};
use crate::problem::ProblemKind;

/// The schema in place of `expected`: the one under `schema`, or the node itself if it looks like
/// one. It is reported.
///
/// `node` is where it is written, `origin` is its target.
pub(super) fn schema(
    context: Context<'_>,
    (node, origin): (NodeId, NodeId),
    expected: &'static str,
) -> Option<NodeId> {
    let found = context
        .document
        .get(origin, "schema")
        .or_else(|| is_schema(context, origin).then_some(node))?;
    context.problems.report(node, ProblemKind::MisplacedSchema { expected });
    Some(found)
}

/// Whether an object has keywords that only schemas have.
pub(crate) fn is_schema(context: Context<'_>, node: NodeId) -> bool {
    let has = |key: &str, is_such: fn(&Kind) -> bool| {
        context.document.get(node, key).is_some_and(|member| is_such(context.document.kind(member)))
    };
    let is_object = |kind: &Kind| matches!(kind, Kind::Object(_));
    let is_array = |kind: &Kind| matches!(kind, Kind::Array(_));
    has("type", |kind| matches!(kind, Kind::String(_) | Kind::Array(_)))
        || has("properties", is_object)
        || has("items", is_object)
        || ["allOf", "anyOf", "oneOf", "enum"].into_iter().any(|key| has(key, is_array))
}
