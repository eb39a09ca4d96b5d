//! Conjunctions that no value satisfies.

use super::Conjunct;
use super::flatten::flatten;
use crate::collections::HashMap;
use crate::document::NodeId;
use crate::lower::Context;
use crate::normalise::TypeSet;

/// The maximum depth of required members that are compared.
pub(super) const DEPTH: usize = 3;

/// Whether types or listed values contradict each other, in the conjunction or in a member that it
/// requires. Nothing is reported: an alternative without values is left out of its union.
pub(super) fn is_contradiction(
    context: Context<'_>,
    conjunction: &[Conjunct],
    depth: usize,
) -> bool {
    let facets = flatten(context, conjunction);
    if facets.iter().any(|facet| facet.keywords.nullable) {
        return false;
    }
    let shapes = || facets.iter().map(|facet| &facet.keywords.shape);
    let types = shapes().filter_map(|shape| shape.types).fold(TypeSet::ALL, TypeSet::and);
    if types.is_empty() || shapes().any(|shape| shape.never || shape.boolean == Some(false)) {
        return true;
    }
    let kind = |node: &NodeId| context.document.kind(*node);
    let common = shapes().filter_map(|shape| shape.enumeration.as_deref()).fold(None, both(kind));
    if common.is_some_and(|common| common.is_empty()) {
        return true;
    }
    let Some(depth) = depth.checked_sub(1) else { return false };
    let mut members: HashMap<&str, Vec<Conjunct>> = HashMap::default();
    for (name, node) in shapes().flat_map(|shape| &shape.properties) {
        members.entry(name).or_default().push(Conjunct::whole(*node));
    }
    let required = shapes().flat_map(|shape| &shape.required);
    let mut declared = required.filter_map(|(name, _)| members.get(name.as_str()));
    declared.any(|member| member.len() > 1 && is_contradiction(context, member, depth))
}

/// Intersects lists of values.
fn both<'a, V: PartialEq>(
    value: impl Fn(&NodeId) -> V,
) -> impl FnMut(Option<Vec<NodeId>>, &'a [NodeId]) -> Option<Vec<NodeId>> {
    move |before, list| {
        Some(match before {
            None => list.to_vec(),
            Some(mut before) => {
                before.retain(|one| list.iter().any(|other| value(one) == value(other)));
                before
            }
        })
    }
}
