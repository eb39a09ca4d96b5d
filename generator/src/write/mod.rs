//! Files reach the disk: only those that change, each as a whole.

mod place;
mod plan;
#[cfg(test)]
mod tests;

pub(crate) use place::put;
use plan::changes;

use std::io;
use std::path::{Path, PathBuf};

/// What is done with the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The disk is changed.
    Write,
    /// The disk is only compared with.
    Compare,
}

/// What becomes of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// There was no such file.
    Create,
    /// The file held something else.
    Update,
    /// The file is no longer generated.
    Delete,
}

/// A file that differs from what is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The file, below the output folder.
    pub path: PathBuf,
    /// What becomes of it.
    pub action: Action,
}

/// Why the output folder could not be read or written.
#[derive(Debug)]
pub(crate) struct WriteFailure {
    pub(crate) path: PathBuf,
    pub(crate) error: io::Error,
}

impl WriteFailure {
    fn new(path: &Path, error: io::Error) -> Self {
        Self { path: path.to_path_buf(), error }
    }
}

/// Makes the folder `out` hold `files` (paths below it with `/`, and texts), and tells what differed.
///
/// Everything that could be refused is looked at before the first change. A file that is no longer generated is
/// deleted only where its first line says that callwright wrote it.
pub(crate) fn write(
    out: &Path,
    files: &[(String, String)],
    mode: Mode,
) -> Result<Vec<Change>, WriteFailure> {
    let changes = changes(out, files)?;
    if mode == Mode::Write {
        for (change, text) in &changes {
            let path = out.join(&change.path);
            match text {
                Some(text) => put(&path, text)?,
                None => place::remove(&path, out)?,
            }
        }
    }
    Ok(changes.into_iter().map(|(change, _)| change).collect())
}
