//! Responses.

use super::schema::Lowerer;
use super::{Context, body, header, media, misplaced, parameter_like};
use crate::document::NodeId;
use crate::ir::{Essence, MediaType, Response, StatusPattern};
use crate::normalise::{Dialect, TypeSet};
use crate::problem::ProblemKind;

/// The responses of an operation, in the document's order.
pub(super) fn responses(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    operation: NodeId,
) -> Vec<Response> {
    let Some(responses) = context.object(operation, "responses") else { return Vec::new() };
    let mut found: Vec<Response> = Vec::new();
    for (key, node) in context.document.members(responses) {
        if key.starts_with("x-") {
            continue;
        }
        let Some(status) = status(key) else {
            context.problems.report(node, ProblemKind::InvalidStatus { status: key.to_owned() });
            continue;
        };
        let Some(origin) = context.as_object(node, key) else { continue };
        if found.iter().any(|known| known.status == status) {
            context.problems.report(node, ProblemKind::DuplicateStatus { status: key.to_owned() });
            continue;
        }
        found.push(Response {
            origin,
            status,
            docs: parameter_like::docs(context, origin),
            headers: header::headers(context, lowerer, origin),
            content: content(context, lowerer, operation, (node, origin), status),
        });
    }
    found
}

/// Parses `200`, `4XX`, `default`, case-insensitively.
fn status(key: &str) -> Option<StatusPattern> {
    let key = key.trim();
    if key.eq_ignore_ascii_case("default") {
        return Some(StatusPattern::Default);
    }
    match key.as_bytes() {
        [digit @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => Some(StatusPattern::Range(digit - b'0')),
        [b'1'..=b'9', _, _] => key.parse().ok().map(StatusPattern::Exact),
        _ => None,
    }
}

fn content(
    context: Context<'_>,
    lowerer: &mut Lowerer<'_>,
    operation: NodeId,
    (node, origin): (NodeId, NodeId),
    status: StatusPattern,
) -> Vec<MediaType> {
    if context.dialect != Dialect::Swagger20 {
        return media::all(context, lowerer, (node, origin), "a response");
    }
    let schema = context.document.get(origin, "schema");
    if let (None, Some(content)) = (schema, context.document.get(origin, "content")) {
        let problem = ProblemKind::OtherVersion {
            what: "`content`",
            version: "OpenAPI 3",
            instead: "`schema`",
        };
        context.problems.report(content, problem);
        return media::all(context, lowerer, (node, origin), "a response");
    }
    let schema = schema.or_else(|| misplaced::schema(context, (node, origin), "a response"));
    let Some(schema) = schema else { return Vec::new() };
    let mut names = body::swagger_media_types(context, operation, "produces");
    // `produces` describes successes: no error has a structure in a file or a picture.
    let shows_structure = |name: &String| {
        let essence = Essence::of(name);
        essence.is_json() || essence.is_xml() || essence.subtype() == "*"
    };
    let is_of_success = status != StatusPattern::Default && !is_failure(status);
    if names.is_empty()
        || !(is_of_success || names.iter().any(shows_structure) || is_text(context, schema))
    {
        names = vec!["application/json".to_owned()];
    }
    let schema = Some(lowerer.node(schema));
    names
        .into_iter()
        .map(|name| MediaType {
            origin,
            name,
            schema,
            item_schema: None,
            events: Vec::new(),
            encoding: Vec::new(),
        })
        .collect()
}

fn is_failure(status: StatusPattern) -> bool {
    matches!(status, StatusPattern::Exact(400..) | StatusPattern::Range(4..))
}

/// Whether a schema is that of a string or a file, as far as its own keywords say.
fn is_text(context: Context<'_>, schema: NodeId) -> bool {
    let target = context.resolver.follow(schema).unwrap_or(schema);
    context.keywords(target).shape.types == Some(TypeSet::STRING)
}

#[cfg(test)]
mod tests {
    use super::status;
    use crate::ir::StatusPattern::{Default, Exact, Range};

    #[test]
    fn a_status_is_exact_a_range_or_default() {
        let read = ["200", "4XX", "5xx", "default", "099", "20", "ok", "6XX"].map(status);
        assert_eq!(
            read,
            [
                Some(Exact(200)),
                Some(Range(4)),
                Some(Range(5)),
                Some(Default),
                None,
                None,
                None,
                None
            ]
        );
    }
}
