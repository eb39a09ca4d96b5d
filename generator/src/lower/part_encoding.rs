//! The encoding of the parts of a form or multipart body.

use super::schema::Lowerer;
use super::{Context, header, style};
use crate::document::NodeId;
use crate::ir::{ParameterEncoding, PartEncoding};

/// The entries of a media type's `encoding`, by the names of the parts.
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
    PartEncoding { content_type, headers: header::headers(context, lowerer, node), query }
}
