//! Members of the envelope by the type that the specification gives them: null counts as an empty one, any
//! other type is reported.

use super::Context;
use crate::document::{Kind, NodeId};
use crate::problem::ProblemKind;

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
                self.wrong(found, what, "an object");
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
                self.wrong(found, key, "an array");
                &[]
            }
        }
    }

    /// The member that should be text; a number or a boolean, which YAML makes of unquoted text, counts as
    /// its text.
    pub(super) fn word(self, node: NodeId, key: &str) -> Option<String> {
        let member = self.document.get(node, key)?;
        match self.document.kind(member) {
            Kind::String(_) | Kind::Number(_) => Some(self.document.spelled(member).to_owned()),
            Kind::Boolean(value) => Some(value.to_string()),
            Kind::Null => None,
            Kind::Array(_) | Kind::Object(_) => {
                self.wrong(member, key, "a string");
                None
            }
        }
    }

    /// Whether the member is true; the texts `true` and `false` count as what they say.
    pub(super) fn flag(self, node: NodeId, key: &str) -> Option<bool> {
        let member = self.document.get(node, key)?;
        match self.document.kind(member) {
            Kind::Boolean(value) => Some(*value),
            Kind::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Kind::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            Kind::Null => None,
            _ => {
                self.wrong(member, key, "a boolean");
                None
            }
        }
    }

    /// What the node refers to; itself where it has no reference. A member `$ref` that is an object is not
    /// one, but something of that name.
    fn behind(self, node: NodeId) -> Option<NodeId> {
        match self.document.get(node, "$ref") {
            Some(reference) if !self.document.is_object(reference) => self.resolver.follow(node),
            _ => Some(node),
        }
    }

    fn wrong(self, node: NodeId, what: &str, expected: &'static str) {
        self.problems.report(node, ProblemKind::WrongType { what: format!("`{what}`"), expected });
    }
}
