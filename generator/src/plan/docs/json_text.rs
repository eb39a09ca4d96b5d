//! Nodes of the document as compact JSON text.

use crate::document::{Document, Kind, NodeId};

/// The JSON text of a node, in the order of the document; `None` where it would be longer than `limit` bytes.
pub(crate) fn json_text(document: &Document, node: NodeId, limit: usize) -> Option<String> {
    let mut out = String::new();
    write(document, node, limit, &mut out).then_some(out)
}

/// Appends a node; false as soon as the text is too long. Nesting is bounded by the loader.
fn write(document: &Document, node: NodeId, limit: usize, out: &mut String) -> bool {
    match document.kind(node) {
        Kind::Null => out.push_str("null"),
        Kind::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        Kind::Number(text) => out.push_str(text),
        Kind::String(text) => write_text(text, out),
        Kind::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                if !write(document, *item, limit, out) {
                    return false;
                }
            }
            out.push(']');
        }
        Kind::Object(members) => {
            out.push('{');
            for (index, (key, member)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                if !write(document, *member, limit, out) {
                    return false;
                }
            }
            out.push('}');
        }
    }
    out.len() <= limit
}

fn write_text(text: &str, out: &mut String) {
    // Serialising a string into memory cannot fail.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}
