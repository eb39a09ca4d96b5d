use std::ffi::OsString;
use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::replay::error::{ReplayError, ReplayErrorKind};

/// Replaces a file atomically: readers see either the old or the new content.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), ReplayError> {
    let failed = |error: std::io::Error| {
        ReplayError::new(ReplayErrorKind::File, format!("cannot be written: {error}"))
            .because(error)
    };
    let temporary = beside(path).ok_or_else(|| {
        ReplayError::new(ReplayErrorKind::File, "cannot be written: it is not the path of a file")
    })?;
    let written = File::create_new(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    });
    written.map_err(|error| {
        // The temporary file is useless now; the original error matters more than a failure to
        // remove it.
        let _ = fs::remove_file(&temporary);
        failed(error)
    })
}

/// A hidden name in the same folder, since a rename cannot cross file systems.
fn beside(path: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{:016x}", RandomState::new().hash_one(path)));
    Some(path.with_file_name(name))
}
