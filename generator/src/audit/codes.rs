//! Error codes that no enumeration of the document lists.

use crate::collections::HashSet;
use crate::document::{Kind, NodeId};
use crate::lower::Context;
use crate::problem::ProblemKind;

/// Reports the codes below `predicates` and in `transient` that are in no `enum`, if the document
/// has any.
pub(super) fn check(
    context: Context<'_>,
    (predicates, transient): (&[NodeId], &[NodeId]),
    enumerations: &[NodeId],
) {
    let document = context.document;
    if predicates.is_empty() && transient.is_empty() {
        return;
    }
    let values = enumerations.iter().flat_map(|values| document.items(*values));
    let known: HashSet<&str> = values.filter_map(|value| document.text(*value)).collect();
    let of_predicates = predicates.iter().flat_map(|node| document.members(*node));
    for codes in of_predicates.map(|(_, codes)| codes).chain(transient.iter().copied()) {
        let codes = match document.kind(codes) {
            Kind::Array(items) => items.as_slice(),
            _ => continue,
        };
        for node in codes {
            let code = document.text(*node).unwrap_or_default();
            if !known.is_empty() && !known.contains(code) {
                let problem = ProblemKind::UnlistedErrorCode { code: code.into() };
                context.problems.report(*node, problem);
            }
        }
    }
}
