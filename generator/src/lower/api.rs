//! The document as a whole.

use super::operation::Operations;
use super::schema::Lowerer;
use super::{Context, envelope, place, predicates, security, server, webhooks};
use crate::collections::HashMap;
use crate::document::NodeId;
use crate::ir::{Api, Docs, ErrorMembers, Operation, Tag};
use crate::normalise::Dialect;

/// Lowers the document; unsupported parts are reported, and affect only their own node.
pub(crate) fn lower(context: Context<'_>) -> Api {
    let root = context.root();
    let named = named_schemas(context);
    let mut lowerer = Lowerer::new(context, &named);
    let mut roots: Vec<_> = named.iter().map(|node| lowerer.named(*node)).collect();
    let security_schemes = security::schemes(context);
    let servers = server::of_document(context);
    let operations = Operations::new(context, &mut lowerer, &security_schemes).lower();
    roots.extend(webhooks::schemas(context, &mut lowerer));
    let tags = tags(context, &operations);
    let schemas = lowerer.finish();
    let mut api = Api {
        info: envelope::info(context),
        servers,
        security_schemes,
        tags,
        operations,
        schemas,
        roots,
        places: HashMap::default(),
        error_members: error_members(context),
        predicates: predicates::of(context, root),
        idempotency_key: predicates::idempotency_key(context, root),
    };
    api.places = place::places(context.document, &api);
    super::check::check(context, &api);
    api
}

/// `components/schemas`, or Swagger 2.0's `definitions`.
fn named_schemas(context: Context<'_>) -> Vec<NodeId> {
    let path: &[&str] = match context.dialect {
        Dialect::Swagger20 => &["definitions"],
        Dialect::OpenApi30 | Dialect::OpenApi31 => &["components", "schemas"],
    };
    let place = path.iter().try_fold(context.root(), |at, key| context.object(at, key));
    let Some(schemas) = place else { return Vec::new() };
    context.document.members(schemas).map(|(_, node)| node).collect()
}

/// The declared tags in order, then those that are only used.
fn tags(context: Context<'_>, operations: &[Operation]) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut add = |name: &str, docs: Docs, rust_name: Option<String>| {
        if !tags.iter().any(|tag| tag.name == name) {
            tags.push(Tag { name: name.to_owned(), docs, rust_name });
        }
    };
    for node in context.list(context.root(), "tags") {
        if let Some(tag) = envelope::typed::<openapiv3::Tag>(context, *node, "tag") {
            let docs = Docs {
                description: tag.description,
                external_docs: tag.external_docs.map(|docs| docs.url),
                ..Docs::default()
            };
            add(&tag.name, docs, context.word(*node, "x-callwright-name"));
        }
    }
    for name in operations.iter().flat_map(|operation| &operation.tags) {
        add(name, Docs::default(), None);
    }
    tags
}

/// `x-callwright-error`.
fn error_members(context: Context<'_>) -> Option<ErrorMembers> {
    let node = context.object(context.root(), "x-callwright-error")?;
    let members = |key| envelope::texts(context, context.document.get(node, key));
    Some(ErrorMembers {
        code: members("code"),
        message: members("message"),
        request_id: members("request-id"),
    })
}
