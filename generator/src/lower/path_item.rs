//! Path items: operations by method, and their shared parts.

use super::header_names::is_token;
use super::{Context, server};
use crate::document::{Kind, NodeId};
use crate::ir::{Method, Server};
use crate::problem::ProblemKind;

const METHODS: [(&str, Method); 8] = [
    ("get", Method::Get),
    ("put", Method::Put),
    ("post", Method::Post),
    ("delete", Method::Delete),
    ("options", Method::Options),
    ("head", Method::Head),
    ("patch", Method::Patch),
    ("trace", Method::Trace),
];

/// A path item with those that it refers to: keywords next to a `$ref` are added to its target and
/// override it (`OpenAPI` 3.1, section 4.8.9, leaves this undefined).
pub(super) struct PathItem(Vec<NodeId>);

impl PathItem {
    pub(super) fn of(context: Context<'_>, node: NodeId) -> Self {
        let (mut layers, last) = context.resolver.chain(node);
        layers.extend(last.and_then(|last| context.as_object(last, "path item")));
        Self(layers)
    }

    /// The operations: eight methods, and `query` and `additionalOperations` (3.2).
    pub(super) fn operations(&self, context: Context<'_>) -> Vec<(Method, NodeId)> {
        let mut found: Vec<(Method, NodeId)> = Vec::new();
        for layer in &self.0 {
            let own = operations(context, *layer);
            let before = found.len();
            for (method, node) in own {
                if !found[..before].iter().any(|(known, _)| *known == method) {
                    found.push((method, node));
                }
            }
        }
        found
    }

    /// The nodes with parameters for an operation of this item: later ones override earlier ones.
    pub(super) fn levels(&self, operation: NodeId) -> Vec<NodeId> {
        self.0.iter().rev().copied().chain([operation]).collect()
    }

    pub(super) fn word(&self, context: Context<'_>, key: &str) -> Option<String> {
        self.0.iter().find_map(|layer| context.word(*layer, key))
    }

    pub(super) fn servers(&self, context: Context<'_>) -> Vec<Server> {
        let own = self.0.iter().map(|layer| server::of(context, *layer));
        own.into_iter().find(|servers| !servers.is_empty()).unwrap_or_default()
    }
}

fn operations(context: Context<'_>, item: NodeId) -> Vec<(Method, NodeId)> {
    let document = context.document;
    let mut found = Vec::new();
    for (key, node) in document.members(item) {
        let method = METHODS
            .iter()
            .find(|(name, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, method)| method.clone());
        let method = method.or_else(|| (key == "query").then(|| Method::Other("QUERY".to_owned())));
        if let Some(method) = method {
            found.push((method, node));
        }
    }
    if let Some(more) = context.object(item, "additionalOperations") {
        for (name, node) in document.members(more) {
            match additional(name) {
                Ok(method) if found.iter().any(|(known, _)| *known == method) => {
                    let (name, reason) = (name.to_owned(), "the path has it already");
                    context.problems.report(node, ProblemKind::InvalidMethod { name, reason });
                }
                Ok(method) => found.push((method, node)),
                Err(reason) => {
                    let name = name.to_owned();
                    context.problems.report(node, ProblemKind::InvalidMethod { name, reason });
                }
            }
        }
    }
    found.retain(|(_, node)| {
        let object = document.is_object(*node);
        if !object && *document.kind(*node) != Kind::Null {
            context.problems.report(
                *node,
                ProblemKind::WrongType { what: "operation".to_owned(), expected: "an object" },
            );
        }
        object
    });
    found
}

/// A method of `additionalOperations`; an error gives the reason why no request can have it.
fn additional(name: &str) -> Result<Method, &'static str> {
    if !is_token(name) {
        return Err("it is no token (RFC 9110, section 9.1)");
    }
    if name == "CONNECT" {
        return Err("it asks a proxy for a tunnel, and names no resource");
    }
    // Methods are case-sensitive, unlike the members of a path item.
    let known = METHODS.iter().find(|(key, _)| key.to_ascii_uppercase() == name);
    Ok(known.map_or_else(|| Method::Other(name.to_owned()), |(_, method)| method.clone()))
}
