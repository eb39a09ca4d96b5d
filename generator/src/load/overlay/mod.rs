//! Overlays: changes to a document from outside (OpenAPI Overlay Specification 1.0 and 1.1).
//!
//! An overlay is one more file of the document. Its values are copied to the places that its actions select, so later stages
//! see one document; a copy remembers where it was written, so that a problem with it is shown in the overlay.

mod merge;
mod query;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::failure::{LoadFailure, Rejected};
use super::{LoadOptions, bytes, parse};
use crate::document::{Document, NodeId, Place};
use crate::problem::{ProblemKind, Problems};

/// Applies the overlay at `path` to the document, action by action.
pub(super) fn apply(
    document: &mut Document,
    path: &Path,
    options: &LoadOptions,
    problems: &Problems,
) -> Result<(), Box<LoadFailure>> {
    let name = path.display().to_string();
    let read = bytes::read_file(path, options.limits.file_size);
    let parsed =
        read.and_then(|source| parse::parse(document, &name, source, &options.limits, problems));
    let file = parsed.map_err(|(rejected, source)| rejected.of(&name, source))?;
    document.mark_overlay(file);
    let Some(overlay) = document.file(file).map(|file| file.root) else { return Ok(()) };
    match fault(document, overlay) {
        Some(reason) => {
            let source = document.file(file).map(|file| file.source.clone());
            let problem = ProblemKind::MalformedOverlay { reason: reason.to_owned() };
            let place = Some(Place { line: 1, column: 1 });
            Err(Rejected { problem, place }.of(&name, source.unwrap_or_default()))
        }
        None => {
            apply_text(document, overlay, problems);
            Ok(())
        }
    }
}

/// The reason why a value is not an overlay.
fn fault(document: &Document, overlay: NodeId) -> Option<&'static str> {
    let version = document.get(overlay, "overlay").map(|node| document.spelled(node));
    match version {
        None => return Some("it has no `overlay` field with a version"),
        Some(version) if !version.starts_with("1.") => {
            return Some("only versions 1.0 and 1.1 of overlays are known");
        }
        Some(_) => {}
    }
    let actions = document.get(overlay, "actions").map(|actions| document.items(actions).len());
    (actions.unwrap_or_default() == 0).then_some("it has no list of `actions`")
}

/// Applies the actions of an overlay that was read.
fn apply_text(document: &mut Document, overlay: NodeId, problems: &Problems) {
    let Some(root) = document.root() else { return };
    let is_1_0 = document
        .get(overlay, "overlay")
        .is_some_and(|version| document.spelled(version).starts_with("1.0"));
    let actions = document.get(overlay, "actions");
    let actions = actions.map(|actions| document.items(actions).to_vec()).unwrap_or_default();
    for action in actions {
        let Some(targets) = selected(document, root, action, "target", problems) else { continue };
        if document.get_boolean(action, "remove") == Some(true) {
            for target in targets {
                document.remove(target);
            }
            continue;
        }
        let source = match document.get(action, "update") {
            Some(update) => Some(update),
            None => copied(document, root, action, problems),
        };
        if let Some(source) = source {
            for target in targets {
                merge::merge_into(document, target, source, is_1_0);
            }
        }
    }
}

/// The values that a member of an action selects; `None` if that was reported.
fn selected(
    document: &Document,
    root: NodeId,
    action: NodeId,
    member: &str,
    problems: &Problems,
) -> Option<Vec<NodeId>> {
    let Some((node, path)) =
        document.get(action, member).and_then(|node| Some((node, document.text(node)?)))
    else {
        let reason = format!("an action has no `{member}`");
        problems.report(action, ProblemKind::MalformedOverlay { reason });
        return None;
    };
    match query::select(document, root, path) {
        Ok(found) if found.is_empty() => {
            problems.report(node, ProblemKind::UnmatchedAction { target: path.to_owned() });
            None
        }
        Ok(found) => Some(found),
        Err(reason) => {
            problems.report(node, ProblemKind::MalformedOverlay { reason });
            None
        }
    }
}

/// The value that `copy` selects, which has to be one (Overlay 1.1).
fn copied(
    document: &Document,
    root: NodeId,
    action: NodeId,
    problems: &Problems,
) -> Option<NodeId> {
    // An action may have nothing to do.
    document.get(action, "copy")?;
    match *selected(document, root, action, "copy", problems)? {
        [source] => Some(source),
        _ => {
            let reason = "`copy` selects more than one value".to_owned();
            problems.report(action, ProblemKind::MalformedOverlay { reason });
            None
        }
    }
}
