//! Selects the part of a document that the user wants.

mod scope;
pub(crate) use scope::Scope;

use crate::closest::closest;
use crate::document::NodeId;
use crate::ir::{
    AnyReason, Api, Form, Operation, Reach, SchemaId, request_schemas, response_schemas,
};
use crate::problem::{ProblemKind, Problems};

/// Keeps the named operations and the schemas that they reach; everything if nothing is named.
///
/// A name is `tag:NAME`, an `operationId`, or `METHOD /path`. A name that matches no operation is
/// reported at `root`. Returns whether everything was kept because nothing is named.
pub(crate) fn select(api: &mut Api, include: &[String], root: NodeId, problems: &Problems) -> bool {
    if include.is_empty() {
        return true;
    }
    for what in include {
        if !api.operations.iter().any(|operation| fits(operation, what)) {
            let remedy = match meant(&api.operations, what) {
                Some(name) => format!("write `{name}`; `callwright list` shows all of them"),
                None => "name a tag as `tag:NAME`, or an operation by its operationId or as `METHOD /path`; `callwright list` shows them".to_owned(),
            };
            problems.report(root, ProblemKind::UnknownInclude { what: what.clone(), remedy });
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
    false
}

/// The name of the operations that was probably meant by one that matches nothing.
fn meant(operations: &[Operation], what: &str) -> Option<String> {
    let tags = operations.iter().flat_map(|operation| &operation.tags);
    let ids = operations.iter().filter_map(|operation| operation.id.clone());
    let calls = operations.iter().map(|it| format!("{} {}", it.method.as_str(), it.key));
    let names: Vec<String> = tags.map(|tag| format!("tag:{tag}")).chain(ids).chain(calls).collect();
    if let Some(name) = closest(what, names.iter().map(String::as_str)) {
        return Some(name.to_owned());
    }
    // A tag or a path may be named without what tells its kind.
    let bare = |name: &str| -> Option<String> {
        let bare = name.strip_prefix("tag:").or_else(|| name.split_once(' ').map(|(_, key)| key));
        bare.map(str::to_owned)
    };
    let bares: Vec<(String, &String)> =
        names.iter().filter_map(|name| Some((bare(name)?, name))).collect();
    let near = closest(what, bares.iter().map(|(bare, _)| bare.as_str()))?;
    bares.iter().find(|(bare, _)| bare == near).map(|(_, name)| (*name).clone())
}

fn fits(operation: &Operation, what: &str) -> bool {
    if let Some(tag) = what.strip_prefix("tag:") {
        return operation.tags.iter().any(|known| known == tag);
    }
    if operation.id.as_deref() == Some(what) {
        return true;
    }
    what.split_once(' ').is_some_and(|(method, path)| {
        method.eq_ignore_ascii_case(operation.method.as_str()) && path.trim() == operation.key
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
