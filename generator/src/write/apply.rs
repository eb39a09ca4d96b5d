//! Changes the output folder as planned, in an order that can be stopped anywhere.

use std::path::Path;

use super::change::Action;
use super::disk::Disk;
use super::failure::WriteFailure;
use super::list;
use super::plan::Plan;
use super::work::WorkFolder;

/// Applies a plan that nothing blocks.
///
/// 1. Everything new is written into the work folder: what fails or is killed here leaves the output as it was.
/// 2. The list takes in all that is about to change, with its old and its new contents.
/// 3. Files that are no longer generated are deleted. First, since their names may be those of new files where upper
///    and lower case are one.
/// 4. New files are moved to their places, each in one step.
/// 5. The list is that of the new files alone.
pub(super) fn apply(
    disk: &mut Disk<'_>,
    out: &Path,
    plan: &Plan<'_>,
    work: &WorkFolder,
) -> Result<(), WriteFailure> {
    let list_place = out.join(list::NAME);
    let (meanwhile, list) = (work.place(plan.steps.len()), work.place(plan.steps.len() + 1));
    for (index, step) in plan.steps.iter().enumerate() {
        if let Some(text) = step.text {
            disk.write(&work.place(index), text)?;
        }
    }
    disk.write(&list, &plan.list)?;
    if !plan.steps.is_empty() {
        disk.write(&meanwhile, &plan.list_meanwhile)?;
        disk.rename(&meanwhile, &list_place)?;
    }
    for step in plan.steps.iter().filter(|step| step.action == Action::Delete) {
        let place = out.join(&step.path);
        disk.remove_file(&place)?;
        remove_empty_folders(disk, out, &place)?;
    }
    for path in &plan.gone {
        remove_empty_folders(disk, out, &out.join(path))?;
    }
    for (index, step) in plan.steps.iter().enumerate().filter(|(_, step)| step.text.is_some()) {
        let place = out.join(&step.path);
        if let Some(folder) = place.parent()
            && !folder.is_dir()
        {
            disk.create_folders(folder)?;
        }
        disk.rename(&work.place(index), &place)?;
    }
    disk.rename(&list, &list_place)
}

/// Removes the folders of a file that is gone, up to `out`, as far as they are empty.
fn remove_empty_folders(disk: &mut Disk<'_>, out: &Path, path: &Path) -> Result<(), WriteFailure> {
    let mut folder = path.parent();
    while let Some(at) = folder.filter(|at| *at != out && at.starts_with(out)) {
        // A folder with anything else in it stays.
        if !disk.remove_empty_folder(at)? {
            break;
        }
        folder = at.parent();
    }
    Ok(())
}
