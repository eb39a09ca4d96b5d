//! Paths and their operations.

use std::collections::HashMap;

use super::schema::Lowerer;
use super::{Context, api, body, envelope, parameter, path, response, security, server};
use crate::ir::{Docs, Method, Operation, SecurityScheme};
use crate::load::NodeId;
use crate::problem::Fault;

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

/// Lowers every operation below `paths`.
pub(super) struct Operations<'a, 'd> {
    context: Context<'d>,
    lowerer: &'a mut Lowerer<'d>,
    schemes: &'a [SecurityScheme],
    /// operationIds met so far, with the operations that have them.
    ids: HashMap<String, NodeId>,
}

impl<'a, 'd> Operations<'a, 'd> {
    pub(super) fn new(
        context: Context<'d>,
        lowerer: &'a mut Lowerer<'d>,
        schemes: &'a [SecurityScheme],
    ) -> Self {
        Self { context, lowerer, schemes, ids: HashMap::new() }
    }

    pub(super) fn lower(mut self) -> Vec<Operation> {
        let document = self.context.document;
        let Some(paths) = document.get(self.context.root(), "paths") else { return Vec::new() };
        let mut operations = Vec::new();
        for (path, node) in document.members(paths) {
            if path.starts_with("x-") {
                continue;
            }
            let Some(item) = self.context.resolver.follow(node) else { continue };
            for (method, operation) in methods(self.context, item) {
                operations.push(self.operation(path, item, method, operation));
            }
        }
        operations
    }

    fn operation(&mut self, path: &str, item: NodeId, method: Method, origin: NodeId) -> Operation {
        let Context { document, .. } = self.context;
        let text = |key: &str| document.get_text(origin, key).map(str::to_owned);
        let docs = Docs {
            title: None,
            summary: text("summary"),
            description: text("description")
                .or_else(|| document.get_text(item, "description").map(str::to_owned)),
            deprecated: document.get_boolean(origin, "deprecated") == Some(true),
            external_docs: document
                .get(origin, "externalDocs")
                .and_then(|docs| document.get_text(docs, "url"))
                .map(str::to_owned),
            example: None,
        };
        let mut parameters = parameter::parameters(self.context, self.lowerer, item, origin);
        let path::Template { path, segments } =
            path::template(self.context, self.lowerer, path, origin, &mut parameters);
        let mut servers = server::of(self.context, origin);
        if servers.is_empty() {
            servers = server::of(self.context, item);
        }
        Operation {
            origin,
            id: self.id(origin),
            rust_name: text("x-callwright-name"),
            method,
            path,
            segments,
            tags: envelope::texts(self.context, document.get(origin, "tags")),
            docs,
            parameters,
            body: body::body(self.context, self.lowerer, item, origin),
            responses: response::responses(self.context, self.lowerer, origin),
            security: security::requirements(self.context, origin, self.schemes),
            servers,
            predicates: api::predicates(self.context, origin),
        }
    }

    /// The operation's id, unless another operation has it already.
    fn id(&mut self, origin: NodeId) -> Option<String> {
        let node = self.context.document.get(origin, "operationId")?;
        let id = self.context.document.text(node)?.to_owned();
        if let Some(first) = self.ids.get(&id) {
            let first = self.context.document.pointer(*first);
            self.context.problems.report(node, Fault::DuplicateOperationId { id, first });
            return None;
        }
        self.ids.insert(id.clone(), origin);
        Some(id)
    }
}

/// The operations of a path item: the eight methods, and `query` and `additionalOperations` (3.2).
pub(super) fn methods(context: Context<'_>, item: NodeId) -> Vec<(Method, NodeId)> {
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
    if let Some(more) = document.get(item, "additionalOperations") {
        for (name, node) in document.members(more) {
            found.push((Method::Other(name.to_owned()), node));
        }
    }
    found.retain(|(_, node)| {
        let object = document.is_object(*node);
        if !object {
            context.problems.report(
                *node,
                Fault::WrongType { what: "operation".to_owned(), expected: "an object" },
            );
        }
        object
    });
    found
}
