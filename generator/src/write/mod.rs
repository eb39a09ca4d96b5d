//! Writes the generated files into the output folder, and over no file of anyone else.
//!
//! The folder keeps a list of the files that callwright wrote into it ([`list`]). A run compares the disk with that
//! list and with what is generated ([`plan`]), and refuses before the first change if anything else is in the way. The
//! changes are staged as files of a work folder, which is also the lock between two runs ([`work`]), and then moved to
//! their places ([`apply`]). At every moment, the list on the disk covers whatever the run has written so far, so that
//! the run after a killed one repairs the folder.

mod apply;
mod change;
#[cfg(feature = "cli")]
mod diff;
mod disk;
mod failure;
mod list;
mod look;
mod plan;
mod single;
#[cfg(test)]
mod tests;
mod work;

pub use change::{Action, Change};
pub(crate) use failure::WriteFailure;
pub(crate) use single::put;

use std::path::Path;

use disk::Disk;
use plan::{Plan, Wanted};
use work::WorkFolder;

/// The use of the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The disk is changed.
    Write,
    /// The disk is only compared with.
    Compare,
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
    // Cargo runs a build script again after any change of its output folder, even of a lock. Without the lock, nothing
    // but "nothing to do" is certain: another run may write between the look at the list and that at a file.
    if Plan::of(out, wanted)?.is_empty() && !WorkFolder::exists(out) {
        return Ok(Vec::new());
    }
    let work = WorkFolder::enter(disk, out, work::PATIENCE)?;
    let applied = locked(disk, out, wanted, &work);
    let left = work.leave(disk);
    let changes = applied?;
    left?;
    Ok(changes)
}

/// Plans and applies the plan, unless anything is in the way.
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
