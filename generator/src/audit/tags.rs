//! Tags of operations that are close to a declared one.

use crate::closest::closest;
use crate::document::NodeId;
use crate::lower::Context;
use crate::problem::ProblemKind;

/// Reports the tags in use that no declaration has, but nearly.
pub(super) fn check(context: Context<'_>, used: &[NodeId]) {
    let document = context.document;
    let tags = document.get(context.root(), "tags").map(|tags| document.items(tags));
    let declared: Vec<&str> =
        tags.unwrap_or_default().iter().filter_map(|tag| document.get_text(*tag, "name")).collect();
    for list in used {
        for node in document.items(*list) {
            let Some(tag) = document.text(*node).filter(|tag| !declared.contains(tag)) else {
                continue;
            };
            if let Some(instead) = closest(tag, declared.iter().copied()) {
                let (tag, instead) = (tag.into(), instead.into());
                context.problems.report(*node, ProblemKind::MisspelledTag { tag, instead });
            }
        }
    }
}
