//! Names on the client builder: server variables, client parameters and credentials.

use super::{Candidate, Case, Ident, NameRequest, Scope};
use crate::collections::HashSet;
use crate::document::NodeId;
use crate::ir;
use crate::problem::Problems;

/// The names on the client builder.
#[derive(Debug, Default)]
pub(crate) struct ClientNames {
    /// Each server variable, in the order of `Api::server_variables`.
    pub(crate) variables: Vec<VariableNames>,
    /// Each client parameter, by its name in the document.
    pub(crate) parameters: Vec<(String, Ident)>,
    /// The builder methods of each security scheme, by its index.
    pub(crate) schemes: Vec<SchemeNames>,
}

impl ClientNames {
    /// Visits each name.
    pub(super) fn each(&mut self, api: &ir::Api, visit: &mut dyn FnMut(NodeId, Case, &mut Ident)) {
        let Self { variables, parameters, schemes } = self;
        for (variable, names) in api.server_variables().into_iter().zip(variables) {
            let VariableNames { method, item, variants } = names;
            visit(variable.origin, Case::Snake, method);
            visit(variable.origin, Case::Pascal, item);
            for ident in variants {
                visit(variable.origin, Case::Pascal, ident);
            }
        }
        for (_, ident) in parameters {
            visit(NodeId::default(), Case::Snake, ident);
        }
        for (scheme, names) in api.security_schemes.iter().zip(schemes) {
            let SchemeNames { method, source } = names;
            for ident in [method].into_iter().chain(source) {
                visit(scheme.origin, Case::Snake, ident);
            }
        }
    }
}

#[derive(Debug)]
pub(crate) struct SchemeNames {
    /// `token`.
    pub(crate) method: Ident,
    /// `token_source`, if the credential is a key or a token.
    pub(crate) source: Option<Ident>,
}

#[derive(Debug)]
pub(crate) struct VariableNames {
    /// `region`.
    pub(crate) method: Ident,
    /// `Region`: the enum of the documented values.
    pub(crate) item: Ident,
    /// A variant per documented value.
    pub(crate) variants: Vec<Ident>,
}

/// Inherent methods of the client builder.
const METHODS: Scope = Scope {
    reserved: &[
        "body_limit",
        "build",
        "check_requests",
        "clock",
        "clone",
        "concurrent_calls",
        "connect_timeout",
        "credential",
        "credential_timeout",
        "document_url",
        "endpoint",
        "fmt",
        "header",
        "idempotency_key",
        "idle_timeout",
        "new",
        "on_request",
        "on_response",
        "parameter",
        "redirects",
        "retry",
        "server",
        "timeout",
        "transport",
        "user_agent",
        "variable",
    ],
    suffix: "_value",
    remedy: Scope::PIN,
};

/// Types at the root of a generated crate, and names that its modules use without a path.
const TYPES: Scope = Scope {
    reserved: &[
        "AkSk",
        "Api",
        "Box",
        "Client",
        "ClientBuilder",
        "Clone",
        "Debug",
        "Default",
        "Eq",
        "Err",
        "Error",
        "From",
        "Hash",
        "Into",
        "Json",
        "KeySourceError",
        "None",
        "Ok",
        "Option",
        "PartialEq",
        "Response",
        "Result",
        "Secret",
        "Self",
        "SendBlocking",
        "Some",
        "String",
        "Vec",
    ],
    suffix: "Value",
    remedy: Scope::RENAME,
};

const VARIANTS: Scope = Scope { reserved: &["Unknown"], suffix: "Value", remedy: Scope::RENAME };

pub(super) fn name(api: &ir::Api, problems: &Problems) -> ClientNames {
    let variables = api.server_variables();
    let parameters = distinct(
        api.operations
            .iter()
            .flat_map(|operation| &operation.parameters)
            .filter(|parameter| parameter.on_client),
        |parameter: &&ir::Parameter| &parameter.name,
    );
    let request = |node, name: &str, pinned: Option<&String>, suffix: &str| {
        let plain = Ident::snake(name);
        let placed = vec![plain.clone().into(), plain.with_suffix(suffix).into()];
        let (candidates, rank) = match pinned {
            Some(pinned) => (vec![Ident::pinned(Case::Snake, pinned).into()], NameRequest::PINNED),
            None => (placed, NameRequest::NAMED),
        };
        NameRequest { node, candidates, rank }
    };
    let mut requests: Vec<NameRequest<'_>> = Vec::new();
    requests.extend(variables.iter().map(|v| request(v.origin, &v.name, None, "_variable")));
    requests.extend(
        parameters.iter().map(|p| request(p.origin, &p.name, p.rust_name.as_ref(), "_parameter")),
    );
    requests.extend(
        api.security_schemes
            .iter()
            .map(|s| request(s.origin, &s.name, s.rust_name.as_ref(), "_credential")),
    );
    let sources = api.security_schemes.iter().filter(|scheme| takes_tokens(scheme));
    requests.extend(sources.map(|scheme| {
        let name = scheme.rust_name.as_ref().unwrap_or(&scheme.name);
        let source = Ident::snake(name).with_suffix("_source");
        NameRequest {
            node: scheme.origin,
            candidates: vec![source.into()],
            rank: NameRequest::PLACED,
        }
    }));
    let mut methods = METHODS.settle(&requests, problems).into_iter();
    let items: Vec<NameRequest<'_>> = variables
        .iter()
        .map(|v| NameRequest {
            node: v.origin,
            candidates: vec![Ident::pascal(&v.name).into()],
            rank: NameRequest::NAMED,
        })
        .collect();
    let items = TYPES.settle(&items, problems);
    let variables = variables
        .into_iter()
        .zip(methods.by_ref())
        .zip(items)
        .map(|((variable, method), item)| VariableNames {
            method,
            item,
            variants: name_variants(&variable, problems),
        })
        .collect();
    let parameters =
        parameters.into_iter().zip(methods.by_ref()).map(|(p, method)| (p.name.clone(), method));
    let parameters = parameters.collect();
    let plain: Vec<Ident> = methods.by_ref().take(api.security_schemes.len()).collect();
    let schemes = api.security_schemes.iter().zip(plain).map(|(scheme, method)| {
        let source = if takes_tokens(scheme) { methods.next() } else { None };
        SchemeNames { method, source }
    });
    ClientNames { variables, parameters, schemes: schemes.collect() }
}

/// Whether the credential is a key or a token, which a source may renew.
fn takes_tokens(scheme: &ir::SecurityScheme) -> bool {
    matches!(
        scheme.kind,
        ir::SecuritySchemeKind::ApiKey { .. }
            | ir::SecuritySchemeKind::Bearer { .. }
            | ir::SecuritySchemeKind::Oauth2(_)
            | ir::SecuritySchemeKind::OpenIdConnect { .. }
    )
}

/// Colliding values have no place to be named after, so they are numbered.
fn name_variants(variable: &ir::ServerVariable, problems: &Problems) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = variable
        .values
        .iter()
        .map(|value| NameRequest {
            node: variable.origin,
            candidates: vec![Ident::pascal(value).into(), Candidate::spelled(Case::Pascal, value)],
            rank: NameRequest::NAMED,
        })
        .collect();
    VARIANTS.settle(&requests, problems)
}

/// The first item of each name, in order.
fn distinct<'a, T: 'a>(
    items: impl Iterator<Item = &'a T>,
    name: impl Fn(&&'a T) -> &'a String,
) -> Vec<&'a T> {
    let mut seen: HashSet<&'a String> = HashSet::default();
    items.filter(|item| seen.insert(name(item))).collect()
}
