//! The reasons why a file cannot be loaded.

use crate::document::{BrokenFile, Place};
use crate::problem::ProblemKind;

/// A failure to load the document, before any node exists.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LoadFailure {
    pub(crate) problem: ProblemKind,
    pub(crate) file: BrokenFile,
}

/// The reason why a text is rejected, and the position in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rejected {
    pub(super) problem: ProblemKind,
    /// `None` for a problem of the whole file.
    pub(super) place: Option<Place>,
}

impl From<ProblemKind> for Rejected {
    fn from(problem: ProblemKind) -> Self {
        Self { problem, place: None }
    }
}

impl Rejected {
    /// The failure of the document whose file was rejected.
    pub(super) fn of(self, name: &str, source: String) -> Box<LoadFailure> {
        let Self { problem, place } = self;
        let file = BrokenFile { name: name.to_owned(), source, place };
        Box::new(LoadFailure { problem, file })
    }
}

/// A rejection, with the rejected text.
pub(super) type Returned = (Rejected, String);
