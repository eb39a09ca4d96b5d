//! Predicates of errors, which the document names.

use super::{Context, envelope};
use crate::document::NodeId;

/// `x-callwright-predicates` of the root or an operation, and the codes of
/// `x-callwright-transient` as one more predicate.
pub(super) fn of(context: Context<'_>, node: NodeId) -> Vec<(String, Vec<String>)> {
    let document = context.document;
    let mut predicates: Vec<(String, Vec<String>)> = Vec::new();
    if let Some(declared) = context.object(node, "x-callwright-predicates") {
        let codes = |codes| envelope::texts(context, Some(codes));
        predicates
            .extend(document.members(declared).map(|(name, of)| (name.to_owned(), codes(of))));
    }
    let transient = envelope::texts(context, document.get(node, "x-callwright-transient"));
    if !transient.is_empty() {
        predicates.push(("transient".to_owned(), transient));
    }
    predicates
}

/// `x-callwright-idempotency-key` of the root or an operation: the name of a request header.
pub(super) fn idempotency_key(context: Context<'_>, node: NodeId) -> Option<String> {
    let at = context.document.get(node, "x-callwright-idempotency-key")?;
    let name = context.word(node, "x-callwright-idempotency-key")?;
    context.header_name(at, &name)
}
