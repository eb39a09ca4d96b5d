//! Keeps the document finite: a target must not contain itself, nor too many others.

use super::find::Found;
use crate::collections::{HashMap, IndexMap};
use crate::document::{Document, NodeId};

/// The number of embedded targets within one.
pub(super) const LIMIT: usize = 10_000;

/// The reason why a reference cannot be embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its target would contain itself.
    Cycle,
    /// Its target contains too many others.
    TooMany,
}

/// Sorts the references so that a target is complete before it is copied, and takes away the targets of those that
/// cannot be embedded, which are returned.
pub(super) fn sort(document: &Document, found: &mut [Found]) -> Vec<(NodeId, Fault)> {
    let (contents, around) = containers(document, found);
    let sizes = sizes(&contents);
    let mut faults = Vec::new();
    for (reference, containers) in found.iter_mut().zip(around) {
        let Some(target) = reference.target else { continue };
        let fault = match sizes.get(&target) {
            Some(size) => (*size > LIMIT).then_some(Fault::TooMany),
            None => {
                let leads_back = |container| !sizes.contains_key(container);
                containers.iter().any(leads_back).then_some(Fault::Cycle)
            }
        };
        if let Some(fault) = fault {
            faults.push((reference.node, fault));
            reference.target = None;
        }
    }
    found.sort_by_key(|found| found.target.map(|target| sizes.get_index_of(&target)));
    faults
}

/// The targets within each target, and the targets around each reference.
fn containers(
    document: &Document,
    found: &[Found],
) -> (IndexMap<NodeId, Vec<NodeId>>, Vec<Vec<NodeId>>) {
    let mut contents: IndexMap<NodeId, Vec<NodeId>> =
        found.iter().filter_map(|found| Some((found.target?, Vec::new()))).collect();
    let mut around = Vec::with_capacity(found.len());
    for Found { node, target } in found {
        let mut containers = Vec::new();
        let mut at = Some(*node);
        while let (Some(inside), Some(target)) = (at, target) {
            if let Some(contents) = contents.get_mut(&inside) {
                contents.push(*target);
                containers.push(inside);
            }
            at = document.parent(inside).map(|(parent, _)| parent);
        }
        around.push(containers);
    }
    (contents, around)
}

/// The number of targets within each target, itself included, inner ones first; absent if it contains a cycle.
fn sizes(contents: &IndexMap<NodeId, Vec<NodeId>>) -> IndexMap<NodeId, usize> {
    let mut containers: HashMap<NodeId, Vec<NodeId>> = HashMap::default();
    let mut open: IndexMap<NodeId, usize> = IndexMap::default();
    for (container, inside) in contents {
        open.insert(*container, inside.len());
        for target in inside {
            containers.entry(*target).or_default().push(*container);
        }
    }
    let mut ready: Vec<NodeId> =
        open.iter().filter(|(_, count)| **count == 0).map(|(target, _)| *target).collect();
    let mut sizes: IndexMap<NodeId, usize> = IndexMap::default();
    while let Some(target) = ready.pop() {
        let inside = contents.get(&target).into_iter().flatten();
        let size = inside
            .filter_map(|inside| sizes.get(inside))
            .fold(1, |sum: usize, size| sum.saturating_add(*size));
        sizes.insert(target, size);
        for container in containers.get(&target).into_iter().flatten() {
            let Some(count) = open.get_mut(container) else { continue };
            *count -= 1;
            if *count == 0 {
                ready.push(*container);
            }
        }
    }
    sizes
}
