//! Webhooks and callbacks: what they carry becomes types, for a server that receives them.

use super::schema::Lowerer;
use super::{Context, media, operation};
use crate::ir::SchemaId;
use crate::load::NodeId;

/// The schemas of the bodies and responses of every webhook and callback.
pub(super) fn schemas(context: Context<'_>, lowerer: &mut Lowerer<'_>) -> Vec<SchemaId> {
    let document = context.document;
    let root = context.root();
    let mut items: Vec<NodeId> = Vec::new();
    for key in ["webhooks", "x-webhooks"] {
        items.extend(
            document
                .get(root, key)
                .into_iter()
                .flat_map(|hooks| document.members(hooks))
                .map(|(_, item)| item),
        );
    }
    let paths = document.get(root, "paths").into_iter().flat_map(|paths| document.members(paths));
    for (_, path) in paths.filter(|(name, _)| !name.starts_with("x-")) {
        let Some(path) = context.resolver.follow(path) else { continue };
        for (_, operation) in operation::methods(context, path) {
            let callbacks = document
                .get(operation, "callbacks")
                .into_iter()
                .flat_map(|callbacks| document.members(callbacks));
            for (_, callback) in callbacks {
                let Some(callback) = context.resolver.follow(callback) else { continue };
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
    for item in items.into_iter().filter_map(|item| context.resolver.follow(item)) {
        for (_, operation) in operation::methods(context, item) {
            let body = document
                .get(operation, "requestBody")
                .and_then(|body| context.resolver.follow(body));
            let responses = document
                .get(operation, "responses")
                .into_iter()
                .flat_map(|responses| document.members(responses));
            let responses = responses.filter_map(|(_, response)| context.resolver.follow(response));
            let carriers: Vec<NodeId> = body.into_iter().chain(responses).collect();
            for carrier in carriers {
                schemas.extend(
                    media::all(context, lowerer, carrier)
                        .into_iter()
                        .filter_map(|media| media.schema),
                );
            }
        }
    }
    schemas
}
