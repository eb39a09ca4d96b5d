//! Document in, [`ir::Api`](crate::ir::Api) out: what the document says, without a Rust decision.

mod api;
mod body;
mod check;
mod envelope;
mod hooks;
mod media;
mod member;
mod operation;
mod parameter;
mod path;
mod path_item;
mod response;
mod schema;
mod security;
mod server;
mod style;
#[cfg(test)]
mod tests;
mod token;

pub(crate) use api::lower;

use crate::load::{Document, NodeId};
use crate::normalise::{Dialect, Keywords};
use crate::problem::Problems;
use crate::resolve::Resolver;

/// What every part of the stage needs.
#[derive(Clone, Copy)]
pub(crate) struct Context<'d> {
    pub(crate) document: &'d Document,
    pub(crate) resolver: &'d Resolver<'d>,
    pub(crate) problems: &'d Problems,
    pub(crate) dialect: Dialect,
}

impl Context<'_> {
    /// The root of the document; any node where there is none.
    pub(crate) fn root(self) -> NodeId {
        self.document.root().unwrap_or_default()
    }

    pub(crate) fn keywords(self, node: NodeId) -> Keywords {
        Keywords::read(self.document, self.dialect, node, self.problems)
    }

    /// The schema that an entry of a discriminator's `mapping` means: a reference, or the bare
    /// name of a component.
    pub(crate) fn mapped(self, reference: NodeId) -> Option<NodeId> {
        let text = self.document.text(reference)?;
        if !text.contains(['#', '/', '.']) || self.resolver.locate(reference, text).is_err() {
            let path: &[&str] = match self.dialect {
                Dialect::Swagger20 => &["definitions"],
                Dialect::OpenApi30 | Dialect::OpenApi31 => &["components", "schemas"],
            };
            let components = self.document.walk(self.root(), path.iter().copied())?;
            return self.document.get(components, text);
        }
        self.resolver.locate(reference, text).ok()
    }

    /// The node as compact JSON.
    pub(crate) fn compact(self, node: NodeId) -> String {
        self.document.compact(node)
    }
}
