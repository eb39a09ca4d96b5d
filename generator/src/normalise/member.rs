//! Typed access to the members of a node: null counts as absent, any other type is reported.

use crate::document::{Document, Kind, NodeId};
use crate::problem::{ProblemKind, Problems};

/// The members of one node.
#[derive(Clone, Copy)]
pub(crate) struct Members<'d> {
    pub(crate) document: &'d Document,
    pub(crate) problems: &'d Problems,
    pub(crate) node: NodeId,
}

impl<'d> Members<'d> {
    pub(crate) fn get(self, key: &str) -> Option<NodeId> {
        self.document.get(self.node, key)
    }

    /// A string member. An unquoted number or boolean of YAML counts as its text.
    pub(crate) fn text(self, key: &str) -> Option<String> {
        let member = self.get(key)?;
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

    /// A boolean member. The strings `true` and `false` count as booleans.
    pub(crate) fn flag(self, key: &str) -> Option<bool> {
        let member = self.get(key)?;
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

    pub(super) fn array(self, key: &str) -> Option<&'d [NodeId]> {
        let member = self.get(key)?;
        match self.document.kind(member) {
            Kind::Array(items) => Some(items),
            Kind::Null => None,
            _ => {
                self.wrong(member, key, "an array");
                None
            }
        }
    }

    pub(super) fn schemas(self, key: &str) -> Vec<NodeId> {
        self.array(key).map(<[NodeId]>::to_vec).unwrap_or_default()
    }

    pub(super) fn schemas_by_name(self, key: &str) -> Vec<(String, NodeId)> {
        let Some(member) = self.get(key) else { return Vec::new() };
        self.expect_object(member, key);
        self.document.members(member).map(|(name, schema)| (name.to_owned(), schema)).collect()
    }

    /// Reports a member that should be an object.
    pub(super) fn expect_object(self, member: NodeId, key: &str) {
        if !self.document.is_object(member) && *self.document.kind(member) != Kind::Null {
            self.wrong(member, key, "an object");
        }
    }

    /// Reads a member with `read`; infinity is reported separately.
    pub(super) fn expect<T>(
        self,
        key: &str,
        expected: &'static str,
        read: impl FnOnce(&'d Kind) -> Option<T>,
    ) -> Option<T> {
        let member = self.get(key)?;
        let kind = self.document.kind(member);
        let found = read(kind);
        if found.is_none() && *kind != Kind::Null && !self.reports_infinity(member) {
            self.wrong(member, key, expected);
        }
        found
    }

    /// Reports infinity or NaN; returns whether the value is one.
    pub(super) fn reports_infinity(self, node: NodeId) -> bool {
        let found = self.document.is_not_finite(node);
        if found {
            let text = self.document.text(node).unwrap_or_default().to_owned();
            self.problems.report(node, ProblemKind::NotFinite { text });
        }
        found
    }

    /// Reports a member of the wrong type.
    pub(crate) fn wrong(self, node: NodeId, key: &str, expected: &'static str) {
        self.wrong_part(node, format!("`{key}`"), expected);
    }

    /// Reports a node of the wrong type, called `what`.
    pub(super) fn wrong_part(self, node: NodeId, what: String, expected: &'static str) {
        self.problems.report(node, ProblemKind::WrongType { what, expected });
    }
}
