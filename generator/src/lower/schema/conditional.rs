//! Members that exist under a condition: those of `then`, `else` and `dependentSchemas`.

use super::Conjunct;
use super::flatten::flatten;
use crate::collections::HashSet;
use crate::document::NodeId;
use crate::lower::Context;

/// The maximum number of schemas, against conditions that lead to each other.
const MOST: usize = 4_096;

/// The properties of the schemas, of their alternatives, and of conditions within them, in document order.
pub(super) fn members(context: Context<'_>, schemas: &[NodeId]) -> Vec<(String, NodeId)> {
    let mut found = Vec::new();
    let mut seen = HashSet::default();
    let mut open: Vec<NodeId> = schemas.iter().rev().copied().collect();
    while let Some(schema) = open.pop() {
        if !seen.insert(schema) || seen.len() > MOST {
            continue;
        }
        for facet in flatten(context, &[Conjunct::whole(schema)]) {
            let shape = &facet.keywords.shape;
            found.extend(shape.properties.iter().cloned());
            let within = [&shape.conditional, &shape.one_of, &shape.any_of];
            open.extend(within.into_iter().flatten().rev());
        }
    }
    found
}
