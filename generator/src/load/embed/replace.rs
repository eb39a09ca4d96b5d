//! Puts targets in the places of references.

use super::find::Found;
use crate::collections::{HashMap, IndexMap};
use crate::document::{Document, Kind, NodeId, Step};

/// The number of items that lists may gain by references to other lists.
const MOST_ITEMS: usize = 1_000_000;

/// Puts each target in the place of its reference.
pub(super) fn replace(document: &mut Document, found: &[Found]) {
    // Lists first, so that whatever copies a list copies all of its items.
    let (items, others): (Vec<Found>, Vec<Found>) =
        found.iter().partition(|found| is_list_in_list(document, found));
    splice(document, &items);
    for Found { node, target } in others {
        embed(document, node, target);
    }
}

/// Whether the reference is an item of a list, and its target a list too.
fn is_list_in_list(document: &Document, found: &Found) -> bool {
    let is_item = matches!(document.parent(found.node), Some((_, Step::Index(_))));
    let is_list = |target| matches!(document.kind(target), Kind::Array(_));
    is_item && found.target.is_some_and(is_list)
}

/// Puts the items of each target in place of the reference.
fn splice(document: &mut Document, found: &[Found]) {
    let mut targets: HashMap<NodeId, NodeId> = HashMap::default();
    let mut lists: IndexMap<NodeId, usize> = IndexMap::default();
    for (index, Found { node, target }) in found.iter().enumerate() {
        let (Some(target), Some((list, _))) = (target, document.parent(*node)) else { continue };
        targets.insert(*node, *target);
        lists.insert(list, index);
    }
    // A list is complete once the last of its references is.
    lists.sort_unstable_by(|_, one, _, other| one.cmp(other));
    let mut gained = 0;
    for list in lists.into_keys() {
        let mut items = Vec::new();
        for item in document.items(list) {
            match targets.get(item).map(|target| document.items(*target)) {
                Some(others) if gained + others.len() <= MOST_ITEMS => {
                    gained += others.len();
                    items.extend(others);
                }
                _ => items.push(*item),
            }
        }
        document.replace(list, Kind::Array(items));
    }
}

/// Puts a target in place of the reference; members beside the reference override those of the target.
fn embed(document: &mut Document, node: NodeId, target: Option<NodeId>) {
    let Kind::Object(members) = document.kind(node) else { return };
    let own = members.iter().filter(|(name, _)| &***name != "$ref");
    let mut own: IndexMap<Box<str>, NodeId> = own.map(|(name, id)| (name.clone(), *id)).collect();
    match target {
        Some(target) if own.is_empty() => document.exchange(node, target),
        Some(target) => {
            let Kind::Object(inherited) = document.kind(target) else { return };
            let mut all = inherited.clone();
            all.append(&mut own);
            document.replace(node, Kind::Object(all));
        }
        // The broken reference was reported.
        None if own.is_empty() => document.replace(node, Kind::Null),
        None => document.replace(node, Kind::Object(own)),
    }
}
