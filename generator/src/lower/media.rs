//! Media types of bodies, responses and parameters.

use super::schema::Lowerer;
use super::{Context, misplaced, response, style};
use crate::document::NodeId;
use crate::ir::{MediaType, ParameterEncoding, PartEncoding};
use crate::problem::ProblemKind;

/// The only entry of a parameter's or header's `content`, if there is exactly one.
pub(super) fn only(context: Context<'_>, node: NodeId) -> Option<(String, NodeId)> {
    let content = context.object(node, "content")?;
    let mut members = context.document.members(content);
    let (name, media) = members.next()?;
    if let Some((_, second)) = members.next() {
        context.problems.report(second, ProblemKind::SeveralContents { first: name.to_owned() });
    }
    Some((context.media_type(media, name), context.resolver.follow(media)?))
}

/// Every entry of `content` of the object called `what`: the node as written, and its target.
pub(super) fn all(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    (node, origin): (NodeId, NodeId),
    what: &'static str,
) -> Vec<MediaType> {
    let document = context.document;
    if document.get(origin, "content").is_none() {
        let schema = misplaced::schema(context, (node, origin), what);
        return schema.map(|schema| json(lowerer, origin, schema)).into_iter().collect();
    }
    let Some(content) = context.object(origin, "content") else { return Vec::new() };
    let mut media_types = Vec::new();
    for (name, media) in document.members(content) {
        let Some(origin) = context.as_object(media, name) else { continue };
        let meant = context.media_type(media, name);
        // A corrected media type is dropped if the document also declares it.
        let is_other = |other: &str| other != name && other.trim().eq_ignore_ascii_case(&meant);
        if meant != name.trim() && document.members(content).any(|(other, _)| is_other(other)) {
            continue;
        }
        media_types.push(MediaType {
            origin,
            name: meant,
            schema: document
                .get(origin, "schema")
                .or_else(|| misplaced::schema(context, (media, origin), "a media type"))
                .map(|schema| lowerer.node(schema)),
            item_schema: document.get(origin, "itemSchema").map(|schema| lowerer.node(schema)),
            encoding: encodings(context, lowerer, origin),
        });
    }
    media_types
}

/// JSON with a schema for the whole body.
fn json(lowerer: &mut Lowerer<'_>, origin: NodeId, schema: NodeId) -> MediaType {
    MediaType {
        origin,
        name: "application/json".to_owned(),
        schema: Some(lowerer.node(schema)),
        item_schema: None,
        encoding: Vec::new(),
    }
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
            style::in_query(context, node, context.word(node, "style").as_deref());
        ParameterEncoding::Style {
            style,
            explode: context.flag(node, "explode").unwrap_or(default_explode),
            allow_reserved: context.flag(node, "allowReserved") == Some(true),
        }
    });
    // A list of the media types that the part may have (OpenAPI 3.1, section 4.8.15.1.1).
    let content_type = context.word(node, "contentType").map(|list| {
        let at = document.get(node, "contentType").unwrap_or(node);
        let names: Vec<String> = list.split(',').map(|name| context.media_type(at, name)).collect();
        names.join(", ")
    });
    PartEncoding { content_type, headers: response::headers(context, lowerer, node), query }
}
