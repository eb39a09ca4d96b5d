//! Servers, with their variables.

use super::{Context, envelope};
use crate::ir::{Server, ServerVariable};
use crate::load::NodeId;
use crate::normalise::Dialect;

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
    let server = envelope::typed::<openapiv3::Server>(context, origin, "server")?;
    let nodes = context.object(origin, "variables");
    let variables =
        server.variables.unwrap_or_default().into_iter().map(|(name, variable)| ServerVariable {
            origin: nodes.and_then(|nodes| context.document.get(nodes, &name)).unwrap_or(origin),
            name,
            default: variable.default,
            values: variable.enumeration,
            description: variable.description,
        });
    Some(Server {
        url: server.url,
        description: server.description,
        variables: variables.collect(),
    })
}

/// Swagger 2.0: one server per scheme, HTTPS first; without a host, relative to the document.
fn swagger(context: Context<'_>) -> Vec<Server> {
    let root = context.root();
    let host = context.word(root, "host").unwrap_or_default();
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
