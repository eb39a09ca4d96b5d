//! The codes that the document allows, by `x-callwright-allow` in an object around the problem.

use crate::document::{Document, NodeId};

/// The extension: a code, or a list of codes.
const EXTENSION: &str = "x-callwright-allow";

/// Whether an object that holds the node allows problems of the code.
pub(super) fn is_allowed(document: &Document, node: NodeId, code: &str) -> bool {
    let mut at = Some(node);
    while let Some(holder) = at {
        if let Some(list) = document.get(holder, EXTENSION) {
            let is_code = |node: NodeId| document.text(node) == Some(code);
            if is_code(list) || document.items(list).iter().any(|item| is_code(*item)) {
                return true;
            }
        }
        at = document.parent(holder).map(|(parent, _)| parent);
    }
    false
}
