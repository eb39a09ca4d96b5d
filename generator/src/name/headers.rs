//! Names of the fields of response headers.

use super::{Candidate, Case, Ident, NameRequest, Scope};
use crate::ir::Header;
use crate::problem::Problems;

/// The struct has no other fields.
const FIELDS: Scope = Scope { reserved: &[], suffix: "", remedy: Scope::RENAME };

/// A field per header, in order.
pub(crate) fn header_fields<'h>(
    headers: impl IntoIterator<Item = &'h Header>,
    problems: &Problems,
) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = headers
        .into_iter()
        .map(|header| NameRequest {
            node: header.origin,
            candidates: vec![
                Candidate::plain(Case::Snake, &header.name),
                Candidate::spelled(Case::Snake, &header.name),
            ],
            rank: NameRequest::NAMED,
        })
        .collect();
    FIELDS.settle(&requests, problems)
}
