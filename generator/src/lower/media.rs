//! Media types of bodies and responses.

use super::schema::Lowerer;
use super::{Context, misplaced, part_encoding};
use crate::document::NodeId;
use crate::ir::{Essence, MediaType};

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
        let schema = document
            .get(origin, "schema")
            .or_else(|| misplaced::schema(context, (media, origin), "a media type"));
        let item_schema = document.get(origin, "itemSchema");
        let is_stream = Essence::of(&meant).as_str() == "text/event-stream";
        let whole = item_schema.or(schema).filter(|_| is_stream);
        let events = whole.map(|whole| lowerer.events(whole)).unwrap_or_default();
        let is_of_use = |_: &NodeId| events.is_empty();
        let schema = schema.filter(is_of_use).map(|schema| lowerer.node(schema));
        let item_schema = item_schema.filter(is_of_use).map(|schema| lowerer.node(schema));
        let encoding = part_encoding::encodings(context, lowerer, origin);
        media_types.push(MediaType { origin, name: meant, schema, item_schema, events, encoding });
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
        events: Vec::new(),
        encoding: Vec::new(),
    }
}
