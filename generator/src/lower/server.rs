//! Servers, with their variables.

use super::{Context, envelope, server_url};
use crate::document::NodeId;
use crate::ir::{Server, ServerVariable};
use crate::normalise::Dialect;
use crate::problem::ProblemKind;

/// The document's servers.
pub(super) fn of_document(context: Context<'_>) -> Vec<Server> {
    match context.dialect {
        Dialect::Swagger20 => swagger(context),
        Dialect::OpenApi30 | Dialect::OpenApi31 => of(context, context.root()),
    }
}

/// `servers` of the root, a path or an operation.
pub(super) fn of(context: Context<'_>, node: NodeId) -> Vec<Server> {
    context.list(node, "servers").iter().filter_map(|server| one(context, *server)).collect()
}

fn one(context: Context<'_>, node: NodeId) -> Option<Server> {
    let origin = context.resolver.follow(node)?;
    // The audit reports what is missing.
    let url = context.word(origin, "url")?;
    let url = url.trim().to_owned();
    let mut variables: Vec<ServerVariable> = Vec::new();
    if let Some(nodes) = context.object(origin, "variables") {
        for (name, node) in context.document.members(nodes) {
            let Some(node) = context.as_object(node, name) else { continue };
            let values = envelope::texts(context, context.document.get(node, "enum"));
            let default = context.word(node, "default");
            variables.push(ServerVariable {
                origin: node,
                name: name.to_owned(),
                has_default: default.is_some() || !values.is_empty(),
                default: default.or_else(|| values.first().cloned()).unwrap_or_default(),
                values,
                description: context.word(node, "description"),
            });
        }
    }
    server_url::check(
        context,
        context.document.get(origin, "url").unwrap_or(origin),
        &url,
        &variables,
    );
    for name in names(&url) {
        if variables.iter().all(|variable| variable.name != name) {
            let problem =
                ProblemKind::UndeclaredServerVariable { name: name.to_owned(), url: url.clone() };
            context.problems.report(origin, problem);
            variables.push(ServerVariable {
                origin,
                name: name.to_owned(),
                default: String::new(),
                has_default: false,
                values: Vec::new(),
                description: None,
            });
        }
    }
    Some(Server { url, description: context.word(origin, "description"), variables })
}

/// The names in braces.
fn names(url: &str) -> Vec<&str> {
    let parts = url.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// Swagger 2.0: one server per scheme, HTTPS first; without a host, relative to the document.
fn swagger(context: Context<'_>) -> Vec<Server> {
    let root = context.root();
    let host = context.word(root, "host").unwrap_or_default();
    // Some documents include the scheme here.
    let host = host.split_once("://").map_or(&*host, |(_, host)| host).trim_end_matches('/');
    let base = context.word(root, "basePath").unwrap_or_default();
    let server = |url| Server { url, description: None, variables: Vec::new() };
    if host.is_empty() {
        return if base.is_empty() { Vec::new() } else { vec![server(base)] };
    }
    let mut schemes = envelope::texts(context, context.document.get(root, "schemes"));
    schemes.retain(|scheme| scheme == "https" || scheme == "http");
    schemes.sort_by_key(|scheme| scheme != "https");
    if schemes.is_empty() {
        schemes.push("https".to_owned());
    }
    let slash = if base.is_empty() || base.starts_with('/') { "" } else { "/" };
    schemes.into_iter().map(|scheme| server(format!("{scheme}://{host}{slash}{base}"))).collect()
}
