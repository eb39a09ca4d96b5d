//! The work folder: new files before they are moved to their places, and the lock between two runs.
//!
//! The lock is the system's own on a file, which ends with the process, so that a killed run locks nobody out.
//! Whoever leaves removes the folder; a run that waited for a lock that was removed meanwhile starts over.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use fs4::{FileExt, TryLockError};
use same_file::Handle;

use super::disk::Disk;
use super::failure::WriteFailure;

/// The name of the work folder in the output folder.
pub(super) const NAME: &str = ".callwright-work";

/// The time that a run waits for another one, which usually takes less than a second.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

const PAUSE: Duration = Duration::from_millis(20);

/// A work folder that this run alone uses.
pub(super) struct WorkFolder {
    path: PathBuf,
    lock: File,
}

impl WorkFolder {
    /// Whether another run is at work, or was killed.
    pub(super) fn exists(out: &Path) -> bool {
        fs::symlink_metadata(out.join(NAME)).is_ok()
    }

    /// Makes the folder and locks it, once every other run has left; removes what a killed run left in it.
    pub(super) fn enter(
        disk: &mut Disk<'_>,
        out: &Path,
        patience: Duration,
    ) -> Result<Self, WriteFailure> {
        let path = out.join(NAME);
        let start = Instant::now();
        loop {
            match disk.create_folders(&path) {
                // It was there, and the run before removed it at this moment; or it is not a folder, which the lock reports.
                Err(WriteFailure::System { error, .. })
                    if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => made?,
            }
            if let Some(lock) = try_lock(disk, &path)? {
                let work = Self { path, lock };
                work.clear(disk)?;
                return Ok(work);
            }
            if start.elapsed() >= patience {
                return Err(WriteFailure::Busy { path: out.to_path_buf() });
            }
            thread::sleep(PAUSE);
        }
    }

    /// The place of a staged file.
    pub(super) fn place(&self, index: usize) -> PathBuf {
        self.path.join(index.to_string())
    }

    /// Removes the folder; what someone else put into it stays.
    pub(super) fn leave(self, disk: &mut Disk<'_>) -> Result<(), WriteFailure> {
        self.clear(disk)?;
        let Self { path, lock } = self;
        if cfg!(windows) {
            // Windows removes no file that is open.
            drop(lock);
            let _ = disk.remove_file(&lock_path(&path));
        } else {
            disk.remove_file(&lock_path(&path))?;
            drop(lock);
        }
        // A run that waits may have made its own lock already.
        disk.remove_empty_folder(&path)?;
        Ok(())
    }

    /// Removes staged files, which have numbers for names.
    fn clear(&self, disk: &mut Disk<'_>) -> Result<(), WriteFailure> {
        for entry in fs::read_dir(&self.path).map_err(WriteFailure::of(&self.path))? {
            let entry = entry.map_err(WriteFailure::of(&self.path))?;
            if entry.file_name().to_str().is_some_and(|name| name.parse::<usize>().is_ok()) {
                disk.remove_file(&entry.path())?;
            }
        }
        Ok(())
    }
}

fn lock_path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

/// The lock of a work folder, unless another run has it or has just removed it.
fn try_lock(disk: &mut Disk<'_>, folder: &Path) -> Result<Option<File>, WriteFailure> {
    let path = lock_path(folder);
    // A link would lead out of the folder.
    for (place, is_folder) in [(folder, true), (path.as_path(), false)] {
        match fs::symlink_metadata(place) {
            Ok(found) if (is_folder && found.is_dir()) || (!is_folder && found.is_file()) => {}
            Ok(_) => return Err(WriteFailure::Blocked(vec![place.to_path_buf()])),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(WriteFailure::of(place)(error)),
        }
    }
    let lock = match disk.open_lock(&path) {
        Ok(lock) => lock,
        // The run before removed the folder at this moment.
        Err(WriteFailure::System { error, .. }) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(None);
        }
        Err(failure) => return Err(failure),
    };
    match FileExt::try_lock(&lock) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        // Some network file systems have no locks; one run after the other is safe there too.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(WriteFailure::of(&path)(error)),
    }
    let own = lock.try_clone().and_then(Handle::from_file).map_err(WriteFailure::of(&path))?;
    let is_current = Handle::from_path(&path).is_ok_and(|current| current == own);
    Ok(is_current.then_some(lock))
}
