//! Members of the envelope by the type that the specification gives them: null counts as an empty one, any
//! other type is reported.

use super::Context;
use crate::document::{Kind, NodeId};
use crate::normalise::Members;

impl<'d> Context<'d> {
    /// The member that should be an object, behind references.
    ///
    /// The specification permits a reference in few of these places; documents have them in all.
    pub(super) fn object(self, node: NodeId, key: &str) -> Option<NodeId> {
        let member = self.document.get(node, key)?;
        self.as_object(member, key)
    }

    /// The node itself where it should be an object, behind references; `what` is its name in the report.
    pub(super) fn as_object(self, node: NodeId, what: &str) -> Option<NodeId> {
        let found = self.behind(node)?;
        match self.document.kind(found) {
            Kind::Object(_) | Kind::Null => Some(found),
            _ => {
                self.members(found).wrong(found, what, "an object");
                None
            }
        }
    }

    /// The items of the member that should be an array, behind references.
    pub(super) fn list(self, node: NodeId, key: &str) -> &'d [NodeId] {
        let Some(member) = self.document.get(node, key) else { return &[] };
        let Some(found) = self.behind(member) else { return &[] };
        match self.document.kind(found) {
            Kind::Array(items) => items,
            Kind::Null => &[],
            _ => {
                self.members(found).wrong(found, key, "an array");
                &[]
            }
        }
    }

    /// The member that should be a string; see [`Members::text`].
    pub(super) fn word(self, node: NodeId, key: &str) -> Option<String> {
        self.members(node).text(key)
    }

    /// Whether the member is true; see [`Members::flag`].
    pub(super) fn flag(self, node: NodeId, key: &str) -> Option<bool> {
        self.members(node).flag(key)
    }

    fn members(self, node: NodeId) -> Members<'d> {
        Members { document: self.document, problems: self.problems, node }
    }

    /// What the node refers to; itself where it has no reference. A member `$ref` that is an object is not
    /// one, but something of that name.
    fn behind(self, node: NodeId) -> Option<NodeId> {
        match self.document.get(node, "$ref") {
            Some(reference) if !self.document.is_object(reference) => self.resolver.follow(node),
            _ => Some(node),
        }
    }
}
