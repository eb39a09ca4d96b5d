//! Values in messages.

use crate::document::{Kind, NodeId};
use crate::lower::Context;

/// Formats a value for a message, truncated if it is long.
pub(super) fn shown(context: Context<'_>, node: NodeId) -> Box<str> {
    match context.document.kind(node) {
        Kind::Array(_) => "the array".into(),
        Kind::Object(_) => "the object".into(),
        _ => {
            let text = context.compact(node);
            let short: String = text.chars().take(60).collect();
            if short.len() < text.len() { format!("`{short}…`") } else { format!("`{text}`") }
                .into()
        }
    }
}
