//! Media types of bodies, responses and parameters.

use super::schema::Lowerer;
use super::{Context, response, style};
use crate::ir::{MediaType, ParameterEncoding, PartEncoding};
use crate::load::NodeId;

/// The first entry of `content`, where there is one.
pub(super) fn first(context: Context<'_>, node: NodeId) -> Option<(String, NodeId)> {
    let content = context.object(node, "content")?;
    let (name, media) = context.document.members(content).next()?;
    Some((context.media_type(media, name), context.resolver.follow(media)?))
}

/// Every entry of `content`.
pub(super) fn all(context: Context<'_>, lowerer: &mut Lowerer<'_>, node: NodeId) -> Vec<MediaType> {
    let document = context.document;
    let Some(content) = context.object(node, "content") else { return Vec::new() };
    let mut media_types = Vec::new();
    for (name, media) in document.members(content) {
        let Some(origin) = context.as_object(media, name) else { continue };
        let meant = context.media_type(media, name);
        // What is taken for another media type adds nothing where that one is described too.
        let is_other = |other: &str| other != name && other.trim().eq_ignore_ascii_case(&meant);
        if meant != name.trim() && document.members(content).any(|(other, _)| is_other(other)) {
            continue;
        }
        media_types.push(MediaType {
            origin,
            name: meant,
            schema: document.get(origin, "schema").map(|schema| lowerer.node(schema)),
            item_schema: document.get(origin, "itemSchema").map(|schema| lowerer.node(schema)),
            encoding: encodings(context, lowerer, origin),
        });
    }
    media_types
}

pub(super) fn encodings(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    media: NodeId,
) -> Vec<(String, PartEncoding)> {
    let document = context.document;
    let Some(encodings) = context.object(media, "encoding") else { return Vec::new() };
    document
        .members(encodings)
        .filter_map(|(name, node)| {
            let node = context.as_object(node, name)?;
            Some((name.to_owned(), encoding(context, lowerer, node)))
        })
        .collect()
}

fn encoding(context: Context<'_>, lowerer: &mut Lowerer<'_>, node: NodeId) -> PartEncoding {
    let document = context.document;
    let written =
        ["style", "explode", "allowReserved"].iter().any(|key| document.get(node, key).is_some());
    let query = written.then(|| {
        let (style, default_explode) =
            style::in_query(context, node, document.get_text(node, "style"));
        ParameterEncoding::Style {
            style,
            explode: context.flag(node, "explode").unwrap_or(default_explode),
            allow_reserved: context.flag(node, "allowReserved") == Some(true),
        }
    });
    // A list of what the part may be (OpenAPI 3.1, section 4.8.15.1.1).
    let content_type = context.word(node, "contentType").map(|list| {
        let at = document.get(node, "contentType").unwrap_or(node);
        let names: Vec<String> = list.split(',').map(|name| context.media_type(at, name)).collect();
        names.join(", ")
    });
    PartEncoding { content_type, headers: response::headers(context, lowerer, node), query }
}
