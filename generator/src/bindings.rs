//! The bindings: a JSON map from parts of the document to Rust types and request builders, for
//! other tools.

use std::path::Path;
use std::{fs, io};

use serde_json::{Value, json};

use crate::collections::HashSet;
use crate::document::{Document, NodeId};
use crate::ir::{Api, Form, Place, SchemaId};
use crate::name::Names;
use crate::plan::{Item, ItemKind, Plan};

/// The members of bindings.
const MEMBERS: [&str; 4] = ["crate", "schemas", "unions", "operations"];

/// Whether bindings may be written to a path: nothing is there, or earlier bindings.
pub(crate) fn may_replace(path: &Path) -> bool {
    match fs::read(path) {
        Ok(text) => {
            let found: Option<serde_json::Map<String, Value>> = serde_json::from_slice(&text).ok();
            let is_known = |key: &String| MEMBERS.contains(&key.as_str());
            // Earlier versions did not list the unions.
            let had = ["crate", "schemas", "operations"];
            found.is_some_and(|found| {
                found.keys().all(is_known) && had.iter().all(|name| found.contains_key(*name))
            })
        }
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// The bindings of a plan.
///
/// They list the schemas with a type of their own, including inline ones, by pointer; a pointer into
/// another file is preceded by the file's name, relative to the document. Unions are listed with the variant of each
/// alternative that has a schema and a variant of its own.
pub(crate) fn bindings(api: &Api, names: &Names, document: &Document, plan: &Plan) -> String {
    let crate_name = plan.package.crate_name();
    // Only reachable schemas become types.
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
    let unions: Vec<Value> =
        plan.types.all().filter_map(|item| union(api, names, document, item)).collect();
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
    let all = json!({
        "crate": crate_name,
        "schemas": schemas,
        "unions": unions,
        "operations": operations,
    });
    // A tree of strings and lists always serializes.
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}

/// A union's type, and the schemas of its variants.
fn union(api: &Api, names: &Names, document: &Document, item: &Item) -> Option<Value> {
    let (Form::Union(union), ItemKind::Union(planned)) =
        (&api.schemas[item.schema].form, &item.kind)
    else {
        return None;
    };
    let variants = union.alternatives.iter().zip(names.types.variants(item.schema));
    let variants = variants.filter_map(|(alternative, ident)| {
        let Place::Node(node) = &api.schemas[alternative.schema].place else { return None };
        let exists = planned.variants.iter().any(|variant| variant.ident == *ident);
        exists.then(|| json!({ "variant": ident.as_str(), "pointer": document.reference(*node) }))
    });
    Some(json!({ "rust": item.ident.as_str(), "variants": variants.collect::<Vec<Value>>() }))
}
