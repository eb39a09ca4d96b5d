//! Failures to read or write the output folder.

use std::io;
use std::path::{Path, PathBuf};

/// A reason why the output folder could not be read or written.
#[derive(Debug)]
pub(crate) enum WriteFailure {
    /// The system refused.
    System { path: PathBuf, error: io::Error },
    /// The list of generated files has a line that callwright does not write.
    BrokenList { path: PathBuf, line: usize },
    /// Files that callwright did not write are in the way.
    Blocked(Vec<PathBuf>),
    /// Another run has been writing into the folder for a long time.
    Busy { path: PathBuf },
}

impl WriteFailure {
    pub(super) fn of(path: &Path) -> impl Fn(io::Error) -> Self {
        |error| Self::System { path: path.to_path_buf(), error }
    }
}
