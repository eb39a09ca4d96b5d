//! Members of one node by the type that the specification gives them: null counts as absent, any other type is
//! reported.

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

    /// A member that should be a string. A number or a boolean, which YAML makes of an unquoted one, counts as its text.
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

    /// A member that should be a boolean. The strings `true` and `false` count as what they say.
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

    /// Reports a member that should be an object and is not.
    pub(super) fn expect_object(self, member: NodeId, key: &str) {
        if !self.document.is_object(member) && *self.document.kind(member) != Kind::Null {
            self.wrong(member, key, "an object");
        }
    }

    /// A member that is what it should be, by `read`; infinity has a report of its own.
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

    /// Reports a value that stands for infinity, or for "not a number"; whether it does.
    pub(super) fn reports_infinity(self, node: NodeId) -> bool {
        let found = self.document.is_not_finite(node);
        if found {
            let text = self.document.text(node).unwrap_or_default().to_owned();
            self.problems.report(node, ProblemKind::NotFinite { text });
        }
        found
    }

    /// Reports the node of a member of the wrong type.
    pub(crate) fn wrong(self, node: NodeId, key: &str, expected: &'static str) {
        self.wrong_part(node, format!("`{key}`"), expected);
    }

    /// Reports a node of the wrong type, `what` being its name in the report.
    pub(super) fn wrong_part(self, node: NodeId, what: String, expected: &'static str) {
        self.problems.report(node, ProblemKind::WrongType { what, expected });
    }
}
