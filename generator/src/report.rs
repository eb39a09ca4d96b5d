//! The result of a run.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::problem::Severity;
use crate::write::Change;

/// The outcome of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The output folder holds what is generated.
    Clean,
    /// The output folder differs; it was only looked at.
    Drift,
    /// The document or the arguments are wrong; nothing was written.
    Refused,
}

impl Outcome {
    /// 0, 1 or 2, as the command line exits.
    #[must_use]
    pub fn exit_status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Drift => 1,
            Self::Refused => 2,
        }
    }
}

/// Everything that a run found and did.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// The outcome.
    pub outcome: Outcome,
    /// The problems of the document, by file and place.
    pub problems: Vec<Diagnostic>,
    /// The files that were changed, or would be, by path.
    pub changes: Vec<Change>,
    /// How many schemas are typed as any JSON value although the document says more; a problem
    /// tells the reason of each.
    pub untyped: usize,
    /// The number of files of the client.
    pub files: usize,
    /// Every file that the document was read from.
    pub sources: Vec<PathBuf>,
}

impl Report {
    /// The number of problems of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}
