//! Selection of values by `JSONPath` (RFC 9535) in the document.

use serde_json::{Map, Value};
use serde_json_path::{JsonPath, PathElement};

use crate::document::{Document, Kind, NodeId};

/// The values that a path selects, each once, in the order of the path.
pub(super) fn select(document: &Document, root: NodeId, path: &str) -> Result<Vec<NodeId>, String> {
    let query = JsonPath::parse(path)
        .map_err(|error| format!("`{path}` is not a JSONPath (RFC 9535): {error}"))?;
    let value = value(document, root);
    let mut found: Vec<NodeId> = Vec::new();
    for location in query.query_located(&value).locations() {
        let node = location.iter().try_fold(root, |at, element| match element {
            PathElement::Name(name) => document.get(at, name),
            PathElement::Index(index) => document.items(at).get(*index).copied(),
        });
        if let Some(node) = node.filter(|node| !found.contains(node)) {
            found.push(node);
        }
    }
    Ok(found)
}

/// A value of the document as JSON.
fn value(document: &Document, node: NodeId) -> Value {
    match document.kind(node) {
        Kind::Null => Value::Null,
        Kind::Boolean(value) => Value::Bool(*value),
        Kind::Number(text) => {
            serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_string()))
        }
        Kind::String(text) => Value::String(text.to_string()),
        Kind::Array(items) => items.iter().map(|item| value(document, *item)).collect(),
        Kind::Object(members) => Value::Object(
            members
                .iter()
                .map(|(key, member)| (key.to_string(), value(document, *member)))
                .collect::<Map<String, Value>>(),
        ),
    }
}
