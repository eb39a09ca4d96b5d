//! Everything a document does that callwright cannot follow, as data.

mod fault;

pub use fault::CODES;
pub(crate) use fault::Fault;

use std::cell::RefCell;

use crate::collections::IndexSet;
use crate::load::NodeId;

/// How much a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// No crate can be written.
    Error,
    /// The node named is left out or typed loosely; the rest is written.
    Warning,
}

/// One fault of the document, at one of its nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Problem {
    pub(crate) fault: Fault,
    pub(crate) node: NodeId,
}

/// Where the stages put what they find; order of reports is order of discovery.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<IndexSet<Problem>>);

impl Problems {
    /// Reports a fault, once: repeating the same fault at the same node has no effect.
    pub(crate) fn report(&self, node: NodeId, fault: Fault) {
        self.0.borrow_mut().insert(Problem { fault, node });
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.0.into_inner().into_iter().collect()
    }
}
