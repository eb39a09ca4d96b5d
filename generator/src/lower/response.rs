//! Responses.

use super::schema::Lowerer;
use super::{Context, body, header, media, misplaced, parameter_like};
use crate::document::NodeId;
use crate::ir::{MediaType, Response, StatusPattern};
use crate::normalise::Dialect;
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
            content: content(context, lowerer, operation, (node, origin)),
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
    let schema = Some(lowerer.node(schema));
    let mut names = body::swagger_media_types(context, operation, "produces");
    if names.is_empty() {
        names.push("application/json".to_owned());
    }
    names
        .into_iter()
        .map(|name| MediaType { origin, name, schema, item_schema: None, encoding: Vec::new() })
        .collect()
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
