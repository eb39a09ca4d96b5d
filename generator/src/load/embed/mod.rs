//! Replaces references in places where the specification has none by their targets.
//!
//! The specification has references in place of schemas, parameters, responses and a few other objects; later stages
//! follow those, since the name of the target matters. Documents also have them in place of operations, maps of
//! properties, lists, texts and everything else. Such a reference means only its target, so the target takes its place
//! before any stage reads it. Values of the API, such as examples, are left as they are.

mod find;
mod order;
mod replace;
#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::problem::{ProblemKind, Problems};
use crate::specification::Version;

/// Embeds the targets in the whole document, and in the files it refers to.
pub(super) fn embed(document: &mut Document, problems: &Problems) {
    let Some(version) = Version::of(document) else { return };
    let mut found = find::find(document, version, problems);
    for (node, fault) in order::sort(document, &mut found) {
        let written = document.get(node, "$ref").unwrap_or(node);
        let reference = document.text(written).unwrap_or_default().to_owned();
        let problem = match fault {
            order::Fault::Cycle => ProblemKind::CyclicReference { reference },
            order::Fault::TooMany => ProblemKind::ReferenceChain { limit: order::LIMIT },
        };
        problems.report(written, problem);
    }
    replace::replace(document, &found);
}
