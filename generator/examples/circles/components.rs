//! Strongly connected components.

use std::collections::{BTreeMap, BTreeSet};

use crate::arrows::Arrows;

/// Every set of more than one file in which each file reaches all the others.
pub(crate) fn circles(arrows: &Arrows) -> BTreeSet<BTreeSet<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reached_from(file, arrows))).collect();
    let mutual = |from: &str| -> BTreeSet<String> {
        let there = reached.get(from).into_iter().flatten();
        there
            .filter(|to| reached.get(**to).is_some_and(|back| back.contains(from)))
            .map(|to| (*to).to_owned())
            .collect()
    };
    reached.keys().map(|file| mutual(file)).filter(|circle| circle.len() > 1).collect()
}

fn reached_from<'a>(file: &str, arrows: &'a Arrows) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![file];
    while let Some(at) = waiting.pop() {
        for to in arrows.get(at).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(to.as_str()) {
                waiting.push(to);
            }
        }
    }
    reached
}
