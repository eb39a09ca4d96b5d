//! The part of a document that the kept operations consist of.

use super::of_operation;
use crate::document::{Document, Kind, NodeId, Step};
use crate::ir::{Api, Reach};
use crate::resolve::Resolver;

/// The values of a document that concern the kept operations, so that problems elsewhere need not be reported.
#[derive(Debug)]
pub(crate) struct Scope {
    /// By the numbers of nodes.
    reached: Vec<bool>,
}

impl Scope {
    /// The scope of the operations of an API, from which the others were taken out.
    pub(crate) fn of(document: &Document, resolver: &Resolver<'_>, api: &Api) -> Self {
        let schemas = Reach::new(&api.schemas, api.operations.iter().flat_map(of_operation));
        let schemas = api.schemas.ids().filter(|id| schemas.contains(*id));
        let mut open: Vec<NodeId> = schemas.map(|id| api.schemas[id].origin).collect();
        let mut scope = Self { reached: vec![false; document.node_count()] };
        for operation in &api.operations {
            open.push(operation.origin);
            let root = document.root();
            let entry =
                root.and_then(|root| document.walk(root, ["paths", operation.key.as_str()]));
            let item = document.parent(operation.origin).map(|(item, _)| item);
            for item in item.into_iter().chain(entry) {
                scope.reach(item);
                let beside = document.members(item).filter(|(_, node)| !is_operation(api, *node));
                open.extend(beside.map(|(_, node)| node).filter(|node| !document.is_object(*node)));
            }
        }
        while let Some(node) = open.pop() {
            if scope.reach(node) {
                match document.kind(node) {
                    Kind::Array(items) => open.extend(items),
                    Kind::Object(members) => open.extend(members.values()),
                    Kind::String(text) => open.extend(referred(document, resolver, node, text)),
                    Kind::Null | Kind::Boolean(_) | Kind::Number(_) => {}
                }
            }
        }
        scope
    }

    /// Whether a problem of the node concerns the kept operations: what is in no operation and no component concerns all.
    pub(crate) fn holds(&self, document: &Document, node: NodeId) -> bool {
        self.reached.get(node.index()).is_none_or(|reached| *reached) || is_shared(document, node)
    }

    /// Marks a node; whether it was not marked before.
    fn reach(&mut self, node: NodeId) -> bool {
        match self.reached.get_mut(node.index()) {
            Some(reached @ false) => {
                *reached = true;
                true
            }
            _ => false,
        }
    }
}

/// The target of a reference, if the text is one.
fn referred(
    document: &Document,
    resolver: &Resolver<'_>,
    node: NodeId,
    text: &str,
) -> Option<NodeId> {
    let (holder, Step::Key(key)) = document.parent(node)? else { return None };
    let is_mapping =
        matches!(document.parent(holder), Some((_, Step::Key(key))) if &**key == "mapping");
    let is_reference =
        matches!(&**key, "$ref" | "$dynamicRef") || (is_mapping && text.contains('/'));
    is_reference.then(|| resolver.locate(holder, text).ok()).flatten()
}

fn is_operation(api: &Api, node: NodeId) -> bool {
    api.operations.iter().any(|operation| operation.origin == node)
}

/// Whether a node belongs to the document as a whole.
fn is_shared(document: &Document, node: NodeId) -> bool {
    let file = document.file_of(node);
    if document.root().is_none_or(|root| document.file_of(root) != file) {
        return document.is_overlay(file);
    }
    let steps = document.steps(node);
    let key = |index: usize| match steps.get(index) {
        Some(Step::Key(key)) => Some(&**key),
        Some(Step::Index(_)) | None => None,
    };
    match (key(0), steps.len()) {
        (
            Some("paths" | "webhooks" | "x-webhooks" | "definitions" | "parameters" | "responses"),
            2..,
        ) => false,
        (Some("components"), 3..) => key(1) == Some("securitySchemes"),
        _ => true,
    }
}
