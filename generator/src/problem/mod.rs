//! Everything a document does that callwright cannot follow, as data.

mod declare;
mod kind;
mod link;
mod severity;

pub use kind::CODES;
pub(crate) use kind::ProblemKind;
pub use severity::Severity;

use std::cell::RefCell;

use crate::collections::IndexSet;
use crate::document::NodeId;

/// One problem of the document, at one of its nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Problem {
    pub(crate) kind: ProblemKind,
    pub(crate) node: NodeId,
}

/// Where the stages put what they find; order of reports is order of discovery.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<IndexSet<Problem>>);

impl Problems {
    /// Reports a problem, once: repeating the same problem at the same node has no effect.
    pub(crate) fn report(&self, node: NodeId, kind: ProblemKind) {
        self.0.borrow_mut().insert(Problem { kind, node });
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.0.into_inner().into_iter().collect()
    }
}
