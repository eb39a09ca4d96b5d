//! Predicates of errors, which the document names.

use super::{Context, envelope};
use crate::document::NodeId;

/// `x-callwright-predicates` of the root or an operation.
pub(super) fn of(context: Context<'_>, node: NodeId) -> Vec<(String, Vec<String>)> {
    let Some(predicates) = context.object(node, "x-callwright-predicates") else {
        return Vec::new();
    };
    context
        .document
        .members(predicates)
        .map(|(name, codes)| (name.to_owned(), envelope::texts(context, Some(codes))))
        .collect()
}
