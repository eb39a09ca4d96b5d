//! Changes of the disk, one at a time.

use std::fs;
use std::io;
use std::path::Path;

use super::failure::WriteFailure;

/// The only way in which this module changes the disk, so that a test can stop a run before any one change.
pub(super) struct Disk<'t> {
    before_each: &'t mut dyn FnMut(&Path) -> io::Result<()>,
}

impl<'t> Disk<'t> {
    pub(super) fn new(before_each: &'t mut dyn FnMut(&Path) -> io::Result<()>) -> Self {
        Self { before_each }
    }

    fn change<T>(
        &mut self,
        path: &Path,
        change: impl FnOnce() -> io::Result<T>,
    ) -> Result<T, WriteFailure> {
        (self.before_each)(path).and_then(|()| change()).map_err(WriteFailure::of(path))
    }

    pub(super) fn create_folders(&mut self, path: &Path) -> Result<(), WriteFailure> {
        self.change(path, || fs::create_dir_all(path))
    }

    pub(super) fn open_lock(&mut self, path: &Path) -> Result<fs::File, WriteFailure> {
        let mut options = fs::OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        self.change(path, || options.open(path))
    }

    pub(super) fn write(&mut self, path: &Path, text: &str) -> Result<(), WriteFailure> {
        self.change(path, || fs::write(path, text))
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> Result<(), WriteFailure> {
        self.change(to, || fs::rename(from, to))
    }

    pub(super) fn remove_file(&mut self, path: &Path) -> Result<(), WriteFailure> {
        self.change(path, || fs::remove_file(path))
    }

    /// Removes a folder if it is empty, and returns whether it was.
    pub(super) fn remove_empty_folder(&mut self, path: &Path) -> Result<bool, WriteFailure> {
        self.change(path, || Ok(fs::remove_dir(path).is_ok()))
    }
}
