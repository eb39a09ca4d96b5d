//! Headers of responses and of parts.

use super::schema::Lowerer;
use super::{Context, parameter_like};
use crate::document::NodeId;
use crate::ir::Header;

/// The headers of a response or a part, except `Content-Type`, which the media type determines.
pub(super) fn headers(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    node: NodeId,
) -> Vec<Header> {
    let document = context.document;
    let Some(headers) = context.object(node, "headers") else { return Vec::new() };
    let mut found = Vec::new();
    for (name, header) in document.members(headers) {
        if name.eq_ignore_ascii_case("content-type") {
            continue;
        }
        let Some(origin) = context.as_object(header, name) else { continue };
        let Some(name) = context.header_name(header, name) else { continue };
        let content = parameter_like::only_content(context, origin);
        found.push(Header {
            origin,
            name,
            docs: parameter_like::docs(context, origin),
            schema: parameter_like::schema(
                context,
                lowerer,
                origin,
                content.as_ref().and_then(|(_, media)| document.get(*media, "schema")),
            ),
            explode: context.flag(origin, "explode") == Some(true),
            content: content.map(|(name, _)| name),
            is_request_id: context.flag(origin, "x-callwright-request-id") == Some(true),
        });
    }
    found
}
