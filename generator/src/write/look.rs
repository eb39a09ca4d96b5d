//! Finds what is on the disk at a path, without following links.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::failure::WriteFailure;

/// The thing at the path of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing; a file can be created there.
    Nothing,
    /// A file with these contents.
    File(Vec<u8>),
    /// A link, a folder or a device, or one of them or a file in place of a parent folder; its path.
    Other(PathBuf),
}

/// Looks at paths below one folder.
pub(super) struct Looker<'o> {
    out: &'o Path,
    /// Folders, not links to them, that were seen already.
    folders: BTreeSet<PathBuf>,
}

impl<'o> Looker<'o> {
    /// Fails if `out` is something else than a folder, or a link to one.
    pub(super) fn of(out: &'o Path) -> Result<Self, WriteFailure> {
        match fs::metadata(out) {
            Ok(found) if !found.is_dir() => {
                let error = io::Error::from(io::ErrorKind::NotADirectory);
                return Err(WriteFailure::of(out)(error));
            }
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(WriteFailure::of(out)(error));
            }
            Ok(_) | Err(_) => {}
        }
        Ok(Self { out, folders: BTreeSet::new() })
    }

    pub(super) fn look(&mut self, path: &Path) -> Result<Found, WriteFailure> {
        let parents: Vec<&Path> = path.ancestors().skip(1).filter(|at| !is_empty(at)).collect();
        for parent in parents.into_iter().rev() {
            if self.folders.contains(parent) {
                continue;
            }
            match self.kind(parent)? {
                None => return Ok(Found::Nothing),
                Some(kind) if kind.is_dir() => self.folders.insert(parent.to_path_buf()),
                Some(_) => return Ok(Found::Other(parent.to_path_buf())),
            };
        }
        match self.kind(path)? {
            None => Ok(Found::Nothing),
            Some(kind) if kind.is_file() => {
                let place = self.out.join(path);
                match fs::read(&place) {
                    Ok(bytes) => Ok(Found::File(bytes)),
                    // Another run deleted it at this moment.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
                    Err(error) => Err(WriteFailure::of(&place)(error)),
                }
            }
            Some(_) => Ok(Found::Other(path.to_path_buf())),
        }
    }

    fn kind(&self, path: &Path) -> Result<Option<fs::FileType>, WriteFailure> {
        let place = self.out.join(path);
        match fs::symlink_metadata(&place) {
            Ok(found) => Ok(Some(found.file_type())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(WriteFailure::of(&place)(error)),
        }
    }
}

fn is_empty(path: &Path) -> bool {
    path == Path::new("")
}
