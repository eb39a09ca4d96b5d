//! Problems: the parts of a document that callwright cannot follow, as data.

mod declare;
mod kind;
mod link;
mod severity;

pub use kind::CODES;
#[cfg(any(feature = "cli", test))]
pub(crate) use kind::EXAMPLES;
pub(crate) use kind::{ProblemKind, severity_of};
pub use severity::Severity;

use std::cell::RefCell;

use crate::collections::IndexSet;
use crate::document::NodeId;

/// A problem at a node of the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Problem {
    pub(crate) kind: ProblemKind,
    pub(crate) node: NodeId,
}

/// Collects the problems of all stages, in order of discovery.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<IndexSet<Problem>>);

impl Problems {
    /// Reports a problem once: repeating it at the same node has no effect.
    pub(crate) fn report(&self, node: NodeId, kind: ProblemKind) {
        self.0.borrow_mut().insert(Problem { kind, node });
    }

    /// Whether a problem of a code was reported at a node.
    pub(crate) fn has(&self, node: NodeId, code: &str) -> bool {
        self.0.borrow().iter().any(|problem| problem.node == node && problem.kind.code() == code)
    }

    /// The codes reported so far, in order.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.0.borrow().iter().map(|problem| problem.kind.code()).collect()
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.0.into_inner().into_iter().collect()
    }
}
