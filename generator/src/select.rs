//! Selects the part of a document that the user wants.

use crate::document::NodeId;
use crate::ir::{Additional, AnyReason, Api, Form, Header, MediaType, Method, Operation, SchemaId};
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
    let reached = reached(api);
    api.roots.retain(|id| reached.get(id.0 as usize).copied().unwrap_or(false));
    for (schema, reached) in api.schemas.0.iter_mut().zip(reached) {
        if !reached {
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
        method.eq_ignore_ascii_case(method_name(&operation.method)) && path.trim() == operation.path
    })
}

fn method_name(method: &Method) -> &str {
    match method {
        Method::Get => "GET",
        Method::Put => "PUT",
        Method::Post => "POST",
        Method::Delete => "DELETE",
        Method::Options => "OPTIONS",
        Method::Head => "HEAD",
        Method::Patch => "PATCH",
        Method::Trace => "TRACE",
        Method::Other(name) => name,
    }
}

/// Whether each schema is reachable from an operation.
fn reached(api: &Api) -> Vec<bool> {
    let mut reached = vec![false; api.schemas.0.len()];
    let mut ahead: Vec<SchemaId> = api.operations.iter().flat_map(of_operation).collect();
    while let Some(id) = ahead.pop() {
        match reached.get_mut(id.0 as usize) {
            Some(seen @ false) => *seen = true,
            _ => continue,
        }
        match &api.schemas[id].form {
            Form::Array(inner) | Form::Map(inner) | Form::Alias(inner) => ahead.push(*inner),
            Form::Tuple { items, rest } => {
                ahead.extend(items);
                ahead.extend(rest);
            }
            Form::Object(object) => {
                ahead.extend(object.properties.iter().map(|property| property.schema));
                if let Additional::Typed(values) = object.additional {
                    ahead.push(values);
                }
            }
            Form::Union(union) => ahead.extend(union.alternatives.iter().map(|a| a.schema)),
            Form::Any(_)
            | Form::Null
            | Form::Never
            | Form::Boolean
            | Form::Integer(_)
            | Form::Number { .. }
            | Form::String(_)
            | Form::Enumeration(_) => {}
        }
    }
    reached
}

/// The schemas that an operation mentions directly.
fn of_operation(operation: &Operation) -> Vec<SchemaId> {
    let mut ids: Vec<SchemaId> = operation.parameters.iter().map(|p| p.schema).collect();
    let bodies = operation.body.iter().flat_map(|body| &body.content);
    let responses = operation.responses.iter();
    let media = bodies.chain(responses.clone().flat_map(|response| &response.content));
    ids.extend(media.flat_map(of_media));
    ids.extend(responses.flat_map(|response| &response.headers).map(|header| header.schema));
    ids
}

fn of_media(media: &MediaType) -> Vec<SchemaId> {
    let headers = media.encoding.iter().flat_map(|(_, part)| &part.headers);
    let headers = headers.map(|header: &Header| header.schema);
    media.schema.into_iter().chain(media.item_schema).chain(headers).collect()
}

#[cfg(test)]
mod tests;
