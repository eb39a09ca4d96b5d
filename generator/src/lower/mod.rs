//! Lowers a document to [`ir::Api`](crate::ir::Api), without any Rust decision.

mod api;
mod body;
mod check;
mod envelope;
mod header;
mod header_names;
mod keyword_cache;
mod media;
mod member;
mod misplaced;
mod operation;
mod parameter;
mod parameter_like;
mod part_encoding;
mod path;
mod path_item;
mod place;
mod place_path;
mod predicates;
mod response;
mod schema;
mod security;
mod server;
mod server_url;
mod style;
#[cfg(test)]
mod tests;
mod value;
mod webhooks;

pub(crate) use api::lower;
pub(crate) use keyword_cache::KeywordCache;
pub(crate) use misplaced::is_schema;

use std::rc::Rc;

use crate::document::{Document, NodeId};
use crate::normalise::{Dialect, Keywords};
use crate::problem::{ProblemKind, Problems};
use crate::resolve::Resolver;

/// The context of the stage.
#[derive(Clone, Copy)]
pub(crate) struct Context<'d> {
    pub(crate) document: &'d Document,
    pub(crate) resolver: &'d Resolver<'d>,
    pub(crate) problems: &'d Problems,
    pub(crate) dialect: Dialect,
    pub(crate) known: &'d KeywordCache,
}

impl Context<'_> {
    /// The root of the document; an arbitrary node if there is none.
    pub(crate) fn root(self) -> NodeId {
        self.document.root().unwrap_or_default()
    }

    pub(crate) fn keywords(self, node: NodeId) -> Rc<Keywords> {
        self.known.of(node, || Keywords::read(self.document, self.dialect, self.problems, node))
    }

    /// Resolves an entry of a discriminator's `mapping`: a reference, or a bare component name; an
    /// error gives the reason.
    pub(crate) fn mapped(self, reference: NodeId) -> Result<NodeId, ProblemKind> {
        let dangling = || ProblemKind::DanglingMapping { reference: self.compact(reference) };
        let text = self.document.text(reference).ok_or_else(dangling)?;
        let located = text.contains(['#', '/', '.']).then(|| self.resolver.locate(reference, text));
        let broken = match located {
            Some(Ok(target)) => return Ok(target),
            Some(Err(problem @ ProblemKind::BrokenFile { .. })) => Some(problem),
            _ => None,
        };
        let path: &[&str] = match self.dialect {
            Dialect::Swagger20 => &["definitions"],
            Dialect::OpenApi30 | Dialect::OpenApi31 => &["components", "schemas"],
        };
        let components = self.document.walk(self.root(), path.iter().copied());
        let named = components.and_then(|components| self.document.get(components, text));
        let dangling = || ProblemKind::DanglingMapping { reference: text.to_owned() };
        named.ok_or_else(|| broken.unwrap_or_else(dangling))
    }

    /// The node as compact JSON.
    pub(crate) fn compact(self, node: NodeId) -> String {
        value::read(self.document, node).json()
    }
}
