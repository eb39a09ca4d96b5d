//! The common members of parameters and headers: documentation, schema and content.

use super::Context;
use super::schema::Lowerer;
use crate::document::NodeId;
use crate::ir::{Docs, Form, Place, SchemaId, StringFormat};
use crate::problem::ProblemKind;

pub(super) fn docs(context: Context<'_>, origin: NodeId) -> Docs {
    Docs {
        description: context.word(origin, "description"),
        deprecated: context.flag(origin, "deprecated") == Some(true),
        ..Docs::default()
    }
}

/// The schema of a parameter or header: under `schema`, under `content`, or, in Swagger 2.0, the
/// object itself.
pub(super) fn schema(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    origin: NodeId,
    content: Option<NodeId>,
) -> SchemaId {
    let written = context.document.get(origin, "schema").or(content);
    let itself = ["type", "enum", "items", "format", "$ref"]
        .iter()
        .any(|key| context.document.get(origin, key).is_some());
    match written.or(itself.then_some(origin)) {
        Some(schema) => lowerer.node(schema),
        None => {
            context.problems.report(origin, ProblemKind::MissingSchema);
            lowerer.push(origin, Place::Node(origin), Form::String(StringFormat::Text))
        }
    }
}

/// The only entry of a parameter's or header's `content`, if there is exactly one.
pub(super) fn only_content(context: Context<'_>, node: NodeId) -> Option<(String, NodeId)> {
    let content = context.object(node, "content")?;
    let mut members = context.document.members(content);
    let (name, media) = members.next()?;
    if let Some((_, second)) = members.next() {
        context.problems.report(second, ProblemKind::SeveralContents { first: name.to_owned() });
    }
    Some((context.media_type(media, name), context.resolver.follow(media)?))
}
