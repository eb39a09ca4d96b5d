//! Writes the generated files into the output folder, and over no file of anyone else.
//!
//! The folder keeps a list of the files that callwright wrote into it ([`list`]). A run compares the disk with that
//! list and with what is generated ([`plan`]), and refuses before the first change if anything else is in the way. The
//! changes are staged as files of a work folder, which is also the lock between two runs ([`work`]), and then moved to
//! their places ([`apply`]). At every moment, the list on the disk covers whatever the run has written so far, so that
//! the run after a killed one repairs the folder.

mod apply;
#[cfg(feature = "cli")]
mod diff;
mod disk;
mod list;
mod look;
mod plan;
mod single;
#[cfg(test)]
mod tests;
mod work;

pub(crate) use single::put;

use std::io;
use std::path::{Path, PathBuf};

use disk::Disk;
use plan::{Plan, Wanted};
use work::WorkFolder;

/// What is done with the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The disk is changed.
    Write,
    /// The disk is only compared with.
    Compare,
}

/// A way in which a file differs from what is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// The file is missing, and is created.
    Create,
    /// The file has other contents, and is replaced.
    Update,
    /// The file is no longer generated, and is deleted.
    Delete,
    /// Something that callwright did not write is in the file's place. It is kept, so that nothing can be generated.
    Blocked,
}

impl Action {
    /// `create`, `update`, `delete` or `blocked`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Blocked => "blocked",
        }
    }
}

/// A file that differs from what is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The file, below the output folder.
    pub path: PathBuf,
    /// How it differs.
    pub action: Action,
    /// Whether someone edited the file since callwright wrote it; such edits are lost when it is replaced or deleted.
    pub edited: bool,
    /// What the file holds, unless it is missing or is not a file.
    before: Option<String>,
    /// What is generated in its place, unless it is deleted.
    after: Option<String>,
}

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

impl Change {
    /// A change of a file whose contents do not matter.
    #[cfg(test)]
    pub(crate) fn of(path: &str, action: Action) -> Self {
        Self { path: path.into(), action, edited: false, before: None, after: None }
    }

    /// A line that names a file whose edits by hand were lost with it; `None` for any other.
    pub(crate) fn lost_edit(&self) -> Option<String> {
        let done = if self.action == Action::Delete { "deleted" } else { "replaced" };
        self.edited
            .then(|| format!("{} was edited by hand and has been {done}", self.path.display()))
    }
}

impl WriteFailure {
    fn of(path: &Path) -> impl Fn(io::Error) -> Self {
        |error| Self::System { path: path.to_path_buf(), error }
    }
}

/// Makes the folder `out` hold `files` (paths below it with `/`, and texts), and returns what differed.
pub(crate) fn write(
    out: &Path,
    files: &[(String, String)],
    mode: Mode,
) -> Result<Vec<Change>, WriteFailure> {
    let wanted = Wanted::of(files)?;
    match mode {
        Mode::Write => write_on(&mut Disk::new(&mut |_| Ok(())), out, &wanted),
        Mode::Compare => Ok(Plan::of(out, &wanted)?.changes()),
    }
}

fn write_on(
    disk: &mut Disk<'_>,
    out: &Path,
    wanted: &Wanted<'_>,
) -> Result<Vec<Change>, WriteFailure> {
    // Cargo runs a build script again after any change of its output folder, even of a lock.
    let plan = Plan::of(out, wanted)?;
    plan.refuse_blocked(out)?;
    if plan.is_empty() && !WorkFolder::exists(out) {
        return Ok(Vec::new());
    }
    let work = WorkFolder::enter(disk, out, work::PATIENCE)?;
    let applied = locked(disk, out, wanted, &work);
    let left = work.leave(disk);
    let changes = applied?;
    left?;
    Ok(changes)
}

/// Plans once more, since another run may have written before this one had the lock, and applies the plan.
fn locked(
    disk: &mut Disk<'_>,
    out: &Path,
    wanted: &Wanted<'_>,
    work: &WorkFolder,
) -> Result<Vec<Change>, WriteFailure> {
    let plan = Plan::of(out, wanted)?;
    plan.refuse_blocked(out)?;
    apply::apply(disk, out, &plan, work)?;
    Ok(plan.changes())
}
