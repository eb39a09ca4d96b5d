//! The differences between the disk and what is generated.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::change::{Action, Change};
use super::failure::WriteFailure;
use super::list::{self, FileList, Origin, hash, inner_path};
use super::look::{Found, Looker};

/// The files that the output folder is to hold: their texts, by their paths with `/`.
pub(super) struct Wanted<'f> {
    files: BTreeMap<&'f str, &'f str>,
}

impl<'f> Wanted<'f> {
    /// Fails if a path leads out of the folder.
    pub(super) fn of(files: &'f [(String, String)]) -> Result<Self, WriteFailure> {
        for (path, _) in files {
            if inner_path(path).is_none() {
                let error = io::Error::other("the path is not below the output folder");
                return Err(WriteFailure::of(Path::new(path))(error));
            }
        }
        Ok(Self {
            files: files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect(),
        })
    }
}

/// One file that differs.
pub(super) struct Step<'f> {
    pub(super) path: PathBuf,
    pub(super) action: Action,
    pub(super) edited: bool,
    /// The current contents, unless it is missing.
    pub(super) before: Option<Vec<u8>>,
    /// The new contents, unless it is deleted.
    pub(super) text: Option<&'f str>,
}

/// Everything that a run changes, or is kept from changing.
pub(super) struct Plan<'f> {
    /// In the order of their paths, without the list itself.
    pub(super) steps: Vec<Step<'f>>,
    /// Listed files that are gone already, and may have left empty folders.
    pub(super) gone: Vec<PathBuf>,
    /// The list on the disk.
    old_list: Option<String>,
    /// The list while the run changes files.
    pub(super) list_meanwhile: String,
    /// The list after the run.
    pub(super) list: String,
}

impl<'f> Plan<'f> {
    /// Compares the folder `out` with the files that are wanted.
    pub(super) fn of(out: &Path, wanted: &Wanted<'f>) -> Result<Self, WriteFailure> {
        let mut looker = Looker::of(out)?;
        let (list, old_list) = FileList::read(out)?;
        let (mut steps, gone) = stale(&mut looker, &list, wanted)?;
        let spelled = Respelled::among(&steps);
        for (path, text) in &wanted.files {
            let old = spelled.of(out, path);
            steps.extend(step(&mut looker, &list, path, text, old)?);
        }
        // A link in place of a folder is in the way of every file below.
        let mut seen = BTreeSet::new();
        steps.retain(|step| step.action != Action::Blocked || seen.insert(step.path.clone()));
        steps.sort_by(|one, other| one.path.cmp(&other.path));
        let (list_meanwhile, list) = lists(&list, &steps, wanted);
        Ok(Self { steps, gone, old_list, list_meanwhile, list })
    }

    /// Fails if anything is in the way.
    pub(super) fn refuse_blocked(&self, out: &Path) -> Result<(), WriteFailure> {
        let blocked = self.steps.iter().filter(|step| step.action == Action::Blocked);
        let blocked: Vec<PathBuf> = blocked.map(|step| out.join(&step.path)).collect();
        if blocked.is_empty() { Ok(()) } else { Err(WriteFailure::Blocked(blocked)) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty() && !self.list_differs()
    }

    pub(super) fn list_differs(&self) -> bool {
        self.old_list.as_ref() != Some(&self.list)
    }

    /// All changes in the order of their paths, that of the list among them.
    pub(super) fn changes(self) -> Vec<Change> {
        let list = self.list_differs().then(|| Change {
            path: PathBuf::from(list::NAME),
            action: if self.old_list.is_some() { Action::Update } else { Action::Create },
            edited: false,
            before: self.old_list,
            after: Some(self.list),
        });
        let steps = self.steps.into_iter().map(|step| {
            let Step { path, action, edited, before, text } = step;
            let before = before.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            Change { path, action, edited, before, after: text.map(str::to_owned) }
        });
        let mut changes: Vec<Change> = steps.chain(list).collect();
        changes.sort_by(|one, other| one.path.cmp(&other.path));
        changes
    }
}

/// The listed files that are no longer wanted: those that callwright wrote, and the paths of those that are gone.
fn stale<'f>(
    looker: &mut Looker<'_>,
    list: &FileList,
    wanted: &Wanted<'_>,
) -> Result<(Vec<Step<'f>>, Vec<PathBuf>), WriteFailure> {
    let (mut steps, mut gone) = (Vec::new(), Vec::new());
    for path in list.paths().filter(|path| !wanted.files.contains_key(path)) {
        let place: PathBuf = path.split('/').collect();
        let bytes = match looker.look(&place)? {
            Found::File(bytes) => bytes,
            Found::Nothing => {
                gone.push(place);
                continue;
            }
            // Someone put it there.
            Found::Other(_) => continue,
        };
        let edited = match list.origin(path, &bytes) {
            Origin::Written => false,
            Origin::Edited => true,
            Origin::Foreign => continue,
        };
        let (action, before) = (Action::Delete, Some(bytes));
        steps.push(Step { path: place, action, edited, before, text: None });
    }
    Ok((steps, gone))
}

/// The change of one wanted file; `old` is the same file under its previous spelling.
fn step<'f>(
    looker: &mut Looker<'_>,
    list: &FileList,
    path: &str,
    text: &'f str,
    old: Option<String>,
) -> Result<Option<Step<'f>>, WriteFailure> {
    let place: PathBuf = path.split('/').collect();
    let text_after = Some(text);
    let blocked = |path: PathBuf, before: Option<Vec<u8>>| {
        Some(Step { path, action: Action::Blocked, edited: false, before, text: text_after })
    };
    let bytes = match looker.look(&place)? {
        Found::Nothing => {
            let (action, edited) = (Action::Create, false);
            return Ok(Some(Step { path: place, action, edited, before: None, text: text_after }));
        }
        Found::Other(inside) => return Ok(blocked(inside, None)),
        Found::File(bytes) => bytes,
    };
    // Whoever wrote it, nothing is lost.
    if bytes == text.as_bytes() && old.is_none() {
        return Ok(None);
    }
    let edited = match list.origin(old.as_deref().unwrap_or(path), &bytes) {
        Origin::Written => false,
        Origin::Edited => true,
        Origin::Foreign => return Ok(blocked(place, Some(bytes))),
    };
    let (action, before) = (Action::Update, Some(bytes));
    Ok(Some(Step { path: place, action, edited, before, text: text_after }))
}

/// Files that go, by their paths in lower case: where names are compared so, one of them may be a wanted file.
struct Respelled {
    paths: BTreeMap<String, String>,
}

impl Respelled {
    fn among(stale: &[Step<'_>]) -> Self {
        let paths = stale.iter().map(|step| {
            let path = slashed(&step.path);
            (path.to_lowercase(), path)
        });
        Self { paths: paths.collect() }
    }

    /// The other spelling of a wanted path that leads to the same file.
    fn of(&self, out: &Path, path: &str) -> Option<String> {
        let old = self.paths.get(&path.to_lowercase())?;
        let is_same = same_file::is_same_file(out.join(path), out.join(old)).unwrap_or(false);
        is_same.then(|| old.clone())
    }
}

/// The texts of the list during and after the run. Each wanted file is hashed once.
fn lists(old: &FileList, steps: &[Step<'_>], wanted: &Wanted<'_>) -> (String, String) {
    let mut after = FileList::default();
    for (path, text) in &wanted.files {
        after.settle(path, hash(text.as_bytes()));
    }
    let changed: BTreeSet<String> = steps.iter().map(|step| slashed(&step.path)).collect();
    // A changed file that was listed stays so whatever it holds. One that goes does not, nor one that comes.
    let mut meanwhile =
        old.settled_among(|path| changed.contains(path) && wanted.files.contains_key(path));
    for path in wanted.files.keys().filter(|path| !changed.contains(**path)) {
        if let Some(hash) = after.settled_hash(path) {
            meanwhile.settle(path, hash.to_owned());
        }
    }
    for Step { path, action: _, edited: _, before, text: _ } in steps {
        let path = slashed(path);
        if let Some(before) = before {
            meanwhile.expect(&path, hash(before));
        }
        if let Some(hash) = after.settled_hash(&path) {
            meanwhile.expect(&path, hash.to_owned());
        }
    }
    (meanwhile.to_text(), after.to_text())
}

/// The path as the list has it.
fn slashed(path: &Path) -> String {
    let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.join("/")
}
