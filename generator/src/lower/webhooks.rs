//! Webhooks and callbacks: their payloads become types, for a server that receives them.

use super::path_item::PathItem;
use super::schema::Lowerer;
use super::{Context, media};
use crate::document::NodeId;
use crate::ir::SchemaId;

/// The schemas of all bodies and responses of webhooks and callbacks.
pub(super) fn schemas(context: Context<'_>, lowerer: &mut Lowerer<'_>) -> Vec<SchemaId> {
    let document = context.document;
    let root = context.root();
    let mut items: Vec<NodeId> = Vec::new();
    for key in ["webhooks", "x-webhooks"] {
        items.extend(
            context
                .object(root, key)
                .into_iter()
                .flat_map(|hooks| document.members(hooks))
                .map(|(_, item)| item),
        );
    }
    let paths = context.object(root, "paths").into_iter().flat_map(|paths| document.members(paths));
    for (_, path) in paths.filter(|(name, _)| !name.starts_with("x-")) {
        for (_, operation) in PathItem::of(context, path).operations(context) {
            let callbacks = context
                .object(operation, "callbacks")
                .into_iter()
                .flat_map(|callbacks| document.members(callbacks));
            for (name, callback) in callbacks {
                let Some(callback) = context.as_object(callback, name) else { continue };
                items.extend(
                    document
                        .members(callback)
                        .filter(|(name, _)| !name.starts_with("x-"))
                        .map(|(_, item)| item),
                );
            }
        }
    }
    let mut schemas = Vec::new();
    for item in items {
        for (_, operation) in PathItem::of(context, item).operations(context) {
            let body = document.get(operation, "requestBody");
            let responses = context
                .object(operation, "responses")
                .into_iter()
                .flat_map(|responses| document.members(responses));
            let responses = responses
                .filter(|(status, _)| !status.starts_with("x-"))
                .map(|(_, response)| (response, "a response"));
            let carriers = body.map(|body| (body, "a request body")).into_iter().chain(responses);
            for (node, what) in carriers {
                let Some(origin) = context.as_object(node, what) else { continue };
                let content = media::all(context, lowerer, (node, origin), what);
                schemas.extend(content.into_iter().filter_map(|media| media.schema));
            }
        }
    }
    schemas
}
