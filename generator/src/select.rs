//! Selects the part of a document that the user wants.

use crate::document::NodeId;
use crate::ir::{
    AnyReason, Api, Form, Operation, Reach, SchemaId, request_schemas, response_schemas,
};
use crate::problem::{ProblemKind, Problems};

/// Keeps the named operations and the schemas that they reach; everything if nothing is named.
///
/// A name is `tag:NAME`, an `operationId`, or `METHOD /path`. A name that matches no operation is
/// reported at `root`.
pub(crate) fn select(api: &mut Api, include: &[String], root: NodeId, problems: &Problems) {
    if include.is_empty() {
        return;
    }
    for what in include {
        if !api.operations.iter().any(|operation| fits(operation, what)) {
            problems.report(root, ProblemKind::UnknownInclude { what: what.clone() });
        }
    }
    api.operations.retain(|operation| include.iter().any(|what| fits(operation, what)));
    let reached = Reach::new(&api.schemas, api.operations.iter().flat_map(of_operation));
    api.roots.retain(|id| reached.contains(*id));
    for (id, schema) in api.schemas.ids().zip(&mut api.schemas.0) {
        if !reached.contains(id) {
            schema.form = Form::Any(AnyReason::Unconstrained);
        }
    }
}

fn fits(operation: &Operation, what: &str) -> bool {
    if let Some(tag) = what.strip_prefix("tag:") {
        return operation.tags.iter().any(|known| known == tag);
    }
    if operation.id.as_deref() == Some(what) {
        return true;
    }
    what.split_once(' ').is_some_and(|(method, path)| {
        method.eq_ignore_ascii_case(operation.method.as_str()) && path.trim() == operation.path
    })
}

/// The schemas that an operation mentions itself, those of the headers of parts included.
fn of_operation(operation: &Operation) -> Vec<SchemaId> {
    let bodies = operation.body.iter().flat_map(|body| &body.content);
    let media = bodies.chain(operation.responses.iter().flat_map(|response| &response.content));
    let headers = media.flat_map(|media| &media.encoding).flat_map(|(_, part)| &part.headers);
    let headers = headers.map(|header| header.schema);
    let sent = request_schemas(operation).into_iter();
    sent.chain(response_schemas(operation)).chain(headers).collect()
}

#[cfg(test)]
mod tests;
