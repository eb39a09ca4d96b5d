//! Merges a value of an overlay into a value of the document.

use crate::document::{Document, Kind, NodeId, Step};

/// Merges `source` into `target`: objects member by member, lists item after item; anything else is replaced.
///
/// For overlays of version 1.0, a list as the target takes the source as one more item, whatever it is.
pub(super) fn merge_into(document: &mut Document, target: NodeId, source: NodeId, is_1_0: bool) {
    if is_1_0 && matches!(document.kind(target), Kind::Array(_)) {
        append(document, target, &[source]);
    } else {
        merge(document, target, source);
    }
}

fn merge(document: &mut Document, target: NodeId, source: NodeId) {
    match (document.kind(target), document.kind(source).clone()) {
        (Kind::Object(_), Kind::Object(members)) => {
            for (key, value) in members {
                match document.get(target, &key) {
                    Some(member) => merge(document, member, value),
                    None => {
                        let copy = document.copy(value, (target, Step::Key(key.clone())));
                        document.insert(target, key, copy);
                    }
                }
            }
        }
        (Kind::Array(_), Kind::Array(items)) => append(document, target, &items),
        (Kind::Array(_), _) => append(document, target, &[source]),
        _ => document.overwrite(target, source),
    }
}

fn append(document: &mut Document, list: NodeId, items: &[NodeId]) {
    for item in items {
        let next = document.items(list).len();
        let copy = document.copy(*item, (list, Step::Index(next)));
        document.push(list, copy);
    }
}
