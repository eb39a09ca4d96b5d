//! Selection of values by `JSONPath` (RFC 9535) in the document.

use serde_json_path::{JsonPath, PathElement};

use crate::document::{AsJson, Document, NodeId};

/// The values that a path selects, each once, in the order of the path.
pub(super) fn select(document: &Document, root: NodeId, path: &str) -> Result<Vec<NodeId>, String> {
    let query = JsonPath::parse(path)
        .map_err(|error| format!("`{path}` is not a JSONPath (RFC 9535): {error}"))?;
    let value = serde_json::to_value(AsJson(document, root)).map_err(|error| error.to_string())?;
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
