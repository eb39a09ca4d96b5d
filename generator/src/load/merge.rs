//! Merge keys of YAML 1.1: `<<` includes the members of other mappings.

use crate::collections::IndexMap;
use crate::document::{Document, Kind, NodeId, Step};

/// Merges the mappings under `<<` into `members`; existing members win, and among several mappings
/// the first. Returns the value under `<<` if it contains anything but mappings.
pub(super) fn merge(
    document: &mut Document,
    into: NodeId,
    members: &mut IndexMap<Box<str>, NodeId>,
) -> Result<(), NodeId> {
    let Some(merged) = members.get("<<").copied() else { return Ok(()) };
    let sources = match document.kind(merged) {
        Kind::Object(_) => vec![merged],
        Kind::Array(items) if items.iter().all(|item| document.is_object(*item)) => items.clone(),
        _ => return Err(merged),
    };
    members.shift_remove("<<");
    for source in sources {
        let Kind::Object(entries) = document.kind(source).clone() else { continue };
        for (key, child) in entries {
            if !members.contains_key(&key) {
                document.move_below(child, into, Step::Key(key.clone()));
                members.insert(key, child);
            }
        }
    }
    Ok(())
}
