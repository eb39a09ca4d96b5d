//! The problem of a reference to a file that could not be used.

use super::kind::ProblemKind;
use crate::document::LinkFailure;

impl From<&LinkFailure> for ProblemKind {
    fn from(failure: &LinkFailure) -> Self {
        match failure.clone() {
            LinkFailure::Outside { file } => Self::OutsideReference { file },
            LinkFailure::Remote { address } => Self::RemoteReference { address },
            LinkFailure::Unfetched { address, reason } => Self::UnfetchedFile { address, reason },
            LinkFailure::Unusable { file, reason, remedy } => {
                let remedy =
                    remedy.as_deref().unwrap_or("correct the reference or the file").into();
                Self::UnusableFile { file, reason, remedy }
            }
            LinkFailure::TooManyFiles { limit } => Self::TooManyFiles { limit },
            LinkFailure::Broken { file, reason, remedy } => {
                Self::BrokenFile { file, reason, remedy }
            }
        }
    }
}
