//! Merge keys of YAML 1.1: `<<` brings in the members of other mappings.

use super::visitor::Build;
use super::{Kind, NodeId, Step};
use crate::collections::IndexMap;
use crate::problem::ProblemKind;

/// Moves the members of the mappings under `<<` into `members`; what stands there already wins, and among
/// several mappings the first one does.
pub(super) fn merge(build: &mut Build<'_>, into: NodeId, members: &mut IndexMap<Box<str>, NodeId>) {
    let Some(merged) = members.get("<<").copied() else { return };
    let sources = match build.document.kind(merged) {
        Kind::Object(_) => vec![merged],
        Kind::Array(items) if items.iter().all(|item| build.document.is_object(*item)) => {
            items.clone()
        }
        _ => {
            build.noticed.push((merged, ProblemKind::MalformedMerge));
            return;
        }
    };
    members.shift_remove("<<");
    for source in sources {
        let Kind::Object(entries) = build.document.kind(source).clone() else { continue };
        for (key, child) in entries {
            if !members.contains_key(&key) {
                build.document.move_below(child, into, Step::Key(key.clone()));
                members.insert(key, child);
            }
        }
    }
}
