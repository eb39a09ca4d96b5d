//! The named schemas that extend others by `allOf`.

use super::Conjunct;
use super::flatten::sole_reference;
use crate::collections::{HashMap, HashSet};
use crate::document::NodeId;
use crate::lower::Context;
use crate::normalise::Shape;

/// The extensions of named schemas.
#[derive(Debug, Default)]
pub(super) struct Extensions {
    /// Parent to children, in document order.
    children: HashMap<NodeId, Vec<NodeId>>,
    /// Children that add nothing to a parent that knows them by a tag, or as an alternative.
    bare: HashSet<NodeId>,
}

impl Extensions {
    pub(super) fn of(context: Context<'_>, roots: &[NodeId]) -> Self {
        let mut children: HashMap<NodeId, Vec<NodeId>> = HashMap::default();
        let mut bare = HashSet::default();
        for root in roots {
            let root = &context.resolver.follow(*root).unwrap_or(*root);
            let members = context
                .document
                .get(*root, "allOf")
                .map_or(&[][..], |members| context.document.items(members));
            for member in
                members.iter().filter(|member| context.document.get(**member, "$ref").is_some())
            {
                if let Some(parent) = context.resolver.follow(*member)
                    && parent != *root
                {
                    children.entry(parent).or_default().push(*root);
                    if is_bare(context, *root, parent) {
                        bare.insert(*root);
                    }
                }
            }
        }
        Self { children, bare }
    }

    /// Whether a schema only refers to one that it extends: it has the same members, and is one of
    /// its alternatives.
    pub(super) fn is_bare(&self, node: NodeId) -> bool {
        self.bare.contains(&node)
    }

    /// The schemas that extend the node, transitively.
    pub(super) fn descendants(&self, node: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut seen = HashSet::from_iter([node]);
        let mut open = vec![node];
        while let Some(parent) = open.pop() {
            for child in self.children.get(&parent).into_iter().flatten() {
                if seen.insert(*child) {
                    found.push(*child);
                    open.push(*child);
                }
            }
        }
        found
    }
}

/// Whether a child adds nothing to its parent, which has it as an alternative, or a discriminator
/// with a value for it.
fn is_bare(context: Context<'_>, child: NodeId, parent: NodeId) -> bool {
    let sole = sole_reference(context, &[Conjunct::whole(child)]);
    if sole.is_none_or(|sole| sole.target != parent) || context.keywords(child).nullable {
        return false;
    }
    let keywords = context.keywords(parent);
    let Shape { properties, one_of, any_of, discriminator, .. } = &keywords.shape;
    let is_child = |node: &NodeId| context.resolver.follow(*node) == Some(child);
    if !one_of.is_empty() || !any_of.is_empty() {
        return !properties.is_empty() && one_of.iter().chain(any_of).any(is_child);
    }
    let Some(discriminator) = discriminator else { return false };
    let mut targets = discriminator.mapping.iter().map(|(_, node)| context.mapped(*node));
    discriminator.mapping.is_empty()
        || targets.any(|target| target.is_ok_and(|target| target == child))
        || context.document.get(child, "x-ms-discriminator-value").is_some()
}
