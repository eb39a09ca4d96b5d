//! Values of nodes.

use crate::document::{Document, Kind, NodeId};
use crate::ir::Value;

/// The value of a node. The loader limits nesting.
pub(super) fn read(document: &Document, node: NodeId) -> Value {
    match document.kind(node) {
        Kind::Null => Value::Null,
        Kind::Boolean(value) => Value::Boolean(*value),
        Kind::Number(text) => Value::Number(text.clone()),
        Kind::String(text) => Value::Text(text.clone()),
        Kind::Array(items) => {
            Value::Array(items.iter().map(|item| read(document, *item)).collect())
        }
        Kind::Object(members) => Value::Object(
            members.iter().map(|(key, member)| (key.clone(), read(document, *member))).collect(),
        ),
    }
}
