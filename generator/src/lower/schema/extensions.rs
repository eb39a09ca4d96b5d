//! The named schemas that extend others by `allOf`.

use crate::collections::{HashMap, HashSet};
use crate::document::NodeId;
use crate::lower::Context;

/// The extensions of each named schema: parent to children, in document order.
#[derive(Debug, Default)]
pub(super) struct Extensions(HashMap<NodeId, Vec<NodeId>>);

impl Extensions {
    pub(super) fn of(context: Context<'_>, roots: &[NodeId]) -> Self {
        let mut children: HashMap<NodeId, Vec<NodeId>> = HashMap::default();
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
                }
            }
        }
        Self(children)
    }

    /// The schemas that extend the node, transitively.
    pub(super) fn descendants(&self, node: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut seen = HashSet::from_iter([node]);
        let mut open = vec![node];
        while let Some(parent) = open.pop() {
            for child in self.0.get(&parent).into_iter().flatten() {
                if seen.insert(*child) {
                    found.push(*child);
                    open.push(*child);
                }
            }
        }
        found
    }
}
