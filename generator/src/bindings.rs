//! Which type and which request builder stands for what in the document, as JSON for other tools.

use serde_json::{Value, json};

use crate::collections::HashSet;
use crate::document::{Document, NodeId};
use crate::ir::{Api, Place, SchemaId};
use crate::name::Names;
use crate::plan::Plan;

/// The bindings of a whole plan.
///
/// Schemas are those that have a type of their own, inline ones included, each with the pointer it is written at; a
/// pointer into another file than the document's own has that file's name before it, as seen from the document.
pub(crate) fn bindings(api: &Api, names: &Names, document: &Document, plan: &Plan) -> String {
    let crate_name = plan.package.crate_name();
    // Only what something reaches becomes a type.
    let planned: HashSet<SchemaId> = plan.types.all().map(|item| item.schema).collect();
    let mut seen: HashSet<NodeId> = HashSet::default();
    let mut schemas: Vec<Value> = Vec::new();
    for id in api.schemas.ids().filter(|id| planned.contains(id)) {
        let (Some(ident), Place::Node(node)) = (names.types.type_of(id), &api.schemas[id].place)
        else {
            continue;
        };
        if seen.insert(*node) {
            let rust = format!("{crate_name}::types::{ident}");
            schemas.push(json!({ "pointer": document.reference(*node), "rust": rust }));
        }
    }
    let mut operations: Vec<Value> = Vec::new();
    for module in &plan.client.modules {
        for operation in &module.operations {
            operations.push(json!({
                "pointer": document.reference(operation.origin),
                "operation_id": document.get_text(operation.origin, "operationId"),
                "rust": format!("{crate_name}::{}::{}", module.ident, operation.builder),
            }));
        }
    }
    let all = json!({ "crate": crate_name, "schemas": schemas, "operations": operations });
    // A tree of text and lists always serialises.
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}
