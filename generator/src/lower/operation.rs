//! Paths and their operations.

use super::path_item::PathItem;
use super::schema::Lowerer;
use super::{Context, body, envelope, parameter, path, predicates, response, security, server};
use crate::collections::HashMap;
use crate::document::NodeId;
use crate::ir::{Docs, Method, Operation, SecurityScheme};
use crate::problem::ProblemKind;

/// Lowers every operation below `paths`.
pub(super) struct Operations<'a, 'd> {
    context: Context<'d>,
    lowerer: &'a mut Lowerer<'d>,
    schemes: &'a [SecurityScheme],
    /// The operationIds so far, with their operations.
    ids: HashMap<String, NodeId>,
}

impl<'a, 'd> Operations<'a, 'd> {
    pub(super) fn new(
        context: Context<'d>,
        lowerer: &'a mut Lowerer<'d>,
        schemes: &'a [SecurityScheme],
    ) -> Self {
        Self { context, lowerer, schemes, ids: HashMap::default() }
    }

    pub(super) fn lower(mut self) -> Vec<Operation> {
        let document = self.context.document;
        let Some(paths) = self.context.object(self.context.root(), "paths") else {
            return Vec::new();
        };
        let mut operations = Vec::new();
        for (path, node) in document.members(paths) {
            if path.starts_with("x-") {
                continue;
            }
            let item = PathItem::of(self.context, node);
            for (method, operation) in item.operations(self.context) {
                operations.push(self.operation((path, node), &item, method, operation));
            }
        }
        operations
    }

    fn operation(
        &mut self,
        path: (&str, NodeId),
        item: &PathItem,
        method: Method,
        origin: NodeId,
    ) -> Operation {
        let context = self.context;
        let text = |key: &str| context.word(origin, key);
        let docs = Docs {
            title: None,
            summary: text("summary"),
            description: text("description").or_else(|| item.word(context, "description")),
            deprecated: context.flag(origin, "deprecated") == Some(true),
            external_docs: context
                .object(origin, "externalDocs")
                .and_then(|docs| context.word(docs, "url")),
        };
        let security = security::requirements(self.context, origin, self.schemes);
        let credentials = security::Places::of(&security, self.schemes);
        let mut parameters =
            parameter::parameters(self.context, self.lowerer, &item.levels(origin), &credentials);
        let (key, _) = path;
        let path::Template { path, segments } =
            path::template(self.context, self.lowerer, path, origin, &mut parameters);
        let mut servers = server::of(self.context, origin);
        if servers.is_empty() {
            servers = item.servers(context);
        }
        Operation {
            origin,
            id: self.id(origin),
            rust_name: text("x-callwright-name"),
            method,
            key: key.to_owned(),
            path,
            segments,
            tags: envelope::texts(self.context, context.document.get(origin, "tags")),
            docs,
            parameters,
            body: body::body(self.context, self.lowerer, item, origin),
            responses: response::responses(self.context, self.lowerer, origin),
            security,
            servers,
            predicates: predicates::of(self.context, origin),
            idempotency_key: predicates::idempotency_key(self.context, origin),
        }
    }

    /// The operation's id, unless it is a duplicate.
    fn id(&mut self, origin: NodeId) -> Option<String> {
        let node = self.context.document.get(origin, "operationId")?;
        let id = self.context.word(origin, "operationId")?;
        if let Some(first) = self.ids.get(&id) {
            let first = self.context.document.pointer(*first);
            self.context.problems.report(node, ProblemKind::DuplicateOperationId { id, first });
            return None;
        }
        self.ids.insert(id.clone(), origin);
        Some(id)
    }
}
