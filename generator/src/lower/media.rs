//! Media types of bodies, responses and parameters.

use super::schema::Lowerer;
use super::{Context, parameter, response};
use crate::ir::{MediaType, ParameterEncoding, PartEncoding};
use crate::load::NodeId;

/// The first entry of `content`, where there is one.
pub(super) fn first(context: Context<'_>, node: NodeId) -> Option<(String, NodeId)> {
    let content = context.document.get(node, "content")?;
    context.document.members(content).next().map(|(name, media)| (name.to_owned(), media))
}

/// Every entry of `content`.
pub(super) fn all(context: Context<'_>, lowerer: &mut Lowerer<'_>, node: NodeId) -> Vec<MediaType> {
    let document = context.document;
    let Some(content) = document.get(node, "content") else { return Vec::new() };
    let mut media_types = Vec::new();
    for (name, media) in document.members(content) {
        let Some(origin) = context.resolver.follow(media) else { continue };
        media_types.push(MediaType {
            origin,
            name: name.trim().to_owned(),
            schema: document.get(origin, "schema").map(|schema| lowerer.node(schema)),
            item_schema: document.get(origin, "itemSchema").map(|schema| lowerer.node(schema)),
            encoding: encodings(context, lowerer, origin),
        });
    }
    media_types
}

fn encodings(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    media: NodeId,
) -> Vec<(String, PartEncoding)> {
    let document = context.document;
    let Some(encodings) = document.get(media, "encoding") else { return Vec::new() };
    document
        .members(encodings)
        .map(|(name, node)| (name.to_owned(), encoding(context, lowerer, node)))
        .collect()
}

fn encoding(context: Context<'_>, lowerer: &mut Lowerer<'_>, node: NodeId) -> PartEncoding {
    let document = context.document;
    let written =
        ["style", "explode", "allowReserved"].iter().any(|key| document.get(node, key).is_some());
    let query = written.then(|| {
        let (style, default_explode) =
            parameter::query_style(context, node, document.get_text(node, "style"));
        ParameterEncoding::Style {
            style,
            explode: document.get_boolean(node, "explode").unwrap_or(default_explode),
            allow_reserved: document.get_boolean(node, "allowReserved") == Some(true),
        }
    });
    PartEncoding {
        content_type: document.get_text(node, "contentType").map(str::to_owned),
        headers: response::headers(context, lowerer, node),
        query,
    }
}
