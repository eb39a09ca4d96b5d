//! Typed access to members of the envelope: null counts as absent, any other type is reported.

use super::Context;
use crate::document::{Kind, NodeId};
use crate::normalise::Members;

impl<'d> Context<'d> {
    /// An object member, with references resolved.
    ///
    /// The specification permits references in few of these places, but documents use them in all.
    pub(super) fn object(self, node: NodeId, key: &str) -> Option<NodeId> {
        let member = self.document.get(node, key)?;
        self.as_object(member, key)
    }

    /// The node itself, which should be an object, with references resolved; `what` names it in the
    /// report.
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

    /// The items of an array member, with references resolved.
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

    /// A string member; see [`Members::text`].
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

    /// The target of the node; the node itself without a reference. A `$ref` that is an object is
    /// an ordinary member.
    fn behind(self, node: NodeId) -> Option<NodeId> {
        match self.document.get(node, "$ref") {
            Some(reference) if !self.document.is_object(reference) => self.resolver.follow(node),
            _ => Some(node),
        }
    }
}
