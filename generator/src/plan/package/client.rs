//! The client and its builder.

use std::collections::BTreeSet;

use super::secrets::secrets;
use crate::ir::{self, SecuritySchemeKind};
use crate::name::Ident;
use crate::plan::docs::{Docs, inline_code};
use crate::plan::operations::{Context, ServerFact, predicates};
use crate::plan::types::TypeRef;

/// The contents of `client.rs`.
#[derive(Debug, Default)]
pub(crate) struct Client {
    pub(crate) docs: Docs,
    pub(crate) title: String,
    pub(crate) version: String,
    /// The documentation of the method that selects one of several servers.
    pub(crate) server_docs: Option<Docs>,
    pub(crate) servers: Vec<ServerFact>,
    /// Whether every operation has its own servers.
    pub(crate) own_servers: bool,
    pub(crate) variables: Vec<VariableMethod>,
    pub(crate) parameters: Vec<ParameterMethod>,
    pub(crate) schemes: Vec<Scheme>,
    pub(crate) error: Option<ir::ErrorMembers>,
    pub(crate) predicates: Vec<(String, Vec<String>)>,
    pub(crate) request_id: Option<String>,
    pub(crate) idempotency_key: Option<String>,
    /// Names of secret properties and parameters.
    pub(crate) secrets: Vec<String>,
}

/// A server variable: a builder method, and an enum if its values are documented.
#[derive(Debug)]
pub(crate) struct VariableMethod {
    pub(crate) docs: Docs,
    pub(crate) name: String,
    pub(crate) ident: Ident,
    pub(crate) item: Option<VariableEnum>,
}

/// The documented values of a server variable.
#[derive(Debug)]
pub(crate) struct VariableEnum {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// Variant and value.
    pub(crate) variants: Vec<(Ident, String)>,
}

/// A parameter that is set once, on the client.
#[derive(Debug)]
pub(crate) struct ParameterMethod {
    pub(crate) docs: Docs,
    pub(crate) name: String,
    pub(crate) ident: Ident,
    pub(crate) ty: TypeRef,
}

/// A security scheme: its description, and a builder method for its credential.
#[derive(Debug)]
pub(crate) struct Scheme {
    pub(crate) docs: Docs,
    pub(crate) name: String,
    /// The method for the credential itself.
    pub(crate) ident: Ident,
    /// The method for a token source, if the credential is a key or a token.
    pub(crate) source: Option<(Docs, Ident)>,
    pub(crate) fact: SchemeFact,
}

/// The kind of credential and its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SchemeFact {
    ApiKey { location: ir::ApiKeyLocation, name: String },
    Basic,
    Bearer,
    Oauth2 { token_url: Option<String>, refresh_url: Option<String> },
    OpenIdConnect,
    Http(String),
    MutualTls,
    Signer(String),
}

impl Client {
    /// The signature algorithms of the credentials.
    pub(super) fn signers(&self) -> Vec<String> {
        let kinds = self.schemes.iter().filter_map(|scheme| match &scheme.fact {
            SchemeFact::Signer(kind) => Some(kind.clone()),
            _ => None,
        });
        kinds.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

pub(crate) fn client(context: &Context<'_>) -> Client {
    let api = context.api;
    let names = &context.names.client;
    let declared = api.server_variables();
    let variables = names.variables.iter().zip(&declared).map(|(variable, declared)| {
        let values = variable.variants.iter().cloned().zip(declared.values.iter().cloned());
        let item = VariableEnum {
            docs: Docs::code_sentence("Values of the server variable", &declared.name),
            ident: variable.item.clone(),
            variants: values.collect(),
        };
        VariableMethod {
            docs: variable_docs(declared),
            name: declared.name.clone(),
            ident: variable.method.clone(),
            item: (!declared.values.is_empty()).then_some(item),
        }
    });
    let parameters = names.parameters.iter().filter_map(|(name, ident)| {
        let declared = api
            .operations
            .iter()
            .flat_map(|operation| &operation.parameters)
            .find(|parameter| parameter.on_client && parameter.name == *name)?;
        let mut docs = Docs::code_sentence("Sets, for all calls, the parameter", name);
        docs.append(&Docs::of(&declared.docs));
        let ty = context.type_of(declared.schema);
        Some(ParameterMethod { docs, name: name.clone(), ident: ident.clone(), ty })
    });
    let schemes = api.security_schemes.iter().zip(&names.schemes).map(|(scheme, named)| Scheme {
        docs: scheme_docs(scheme),
        name: scheme.name.clone(),
        ident: named.method.clone(),
        source: named.source.clone().map(|source| (source_docs(&scheme.name), source)),
        fact: scheme_fact(&scheme.kind),
    });
    Client {
        docs: client_docs(&api.info),
        title: api.info.title.clone(),
        version: api.info.version.clone(),
        server_docs: server_docs(&api.servers),
        servers: api.servers.iter().map(ServerFact::from).collect(),
        own_servers: api.has_own_servers(),
        variables: variables.collect(),
        parameters: parameters.collect(),
        schemes: schemes.collect(),
        error: api.error_members.as_ref().map(|members| ir::ErrorMembers {
            code: members.code.clone(),
            message: members.message.clone(),
            request_id: members.request_id.clone(),
        }),
        predicates: predicates(&api.predicates),
        request_id: context.request_id.clone(),
        idempotency_key: api.idempotency_key.clone(),
        secrets: secrets(api),
    }
}

/// The module documentation of the client.
fn client_docs(info: &ir::Info) -> Docs {
    let title = Docs::text(&info.title).first_paragraph();
    Docs(format!("The client of {title}, and its builder."))
}

/// The documentation of the server selection; empty for fewer than two servers.
fn server_docs(servers: &[ir::Server]) -> Option<Docs> {
    if servers.len() < 2 {
        return None;
    }
    let mut docs = Docs::sentence("Sends requests to this server of the document:");
    let lines = servers.iter().enumerate().map(|(index, server)| {
        let about = server.description.as_deref().unwrap_or_default();
        let about = Docs::text(about).first_paragraph();
        let dash = if about.is_empty() { "" } else { ": " };
        format!("- {index}: {}{dash}{about}", inline_code(&server.url))
    });
    let lines: Vec<String> = lines.collect();
    docs.append(&Docs(lines.join("\n")));
    Some(docs)
}

fn source_docs(scheme: &str) -> Docs {
    Docs(format!(
        "Sets the source of {}, which is asked before each request, and again when the server refuses what it \
         gave.",
        inline_code(scheme)
    ))
}

fn variable_docs(variable: &ir::ServerVariable) -> Docs {
    let name = inline_code(&variable.name);
    let mut docs = Docs(if variable.has_default {
        format!("Sets the server variable {name}; {} unless set.", inline_code(&variable.default))
    } else {
        format!("Sets the server variable {name}, which has no default.")
    });
    docs.paragraph(variable.description.as_deref().unwrap_or_default());
    docs
}

fn scheme_docs(scheme: &ir::SecurityScheme) -> Docs {
    let how = match &scheme.kind {
        SecuritySchemeKind::ApiKey { location, name } => {
            let place = match location {
                ir::ApiKeyLocation::Header => "the header",
                ir::ApiKeyLocation::Query => "the query parameter",
                ir::ApiKeyLocation::Cookie => "the cookie",
            };
            format!("Sets the key, which is sent in {place} {}.", inline_code(name))
        }
        SecuritySchemeKind::Basic => "Sets the user name and password (RFC 7617).".to_owned(),
        SecuritySchemeKind::Bearer { format: None } => {
            "Sets the bearer token (RFC 6750).".to_owned()
        }
        SecuritySchemeKind::Bearer { format: Some(format) } => {
            format!("Sets the bearer token (RFC 6750), in the format {}.", inline_code(format))
        }
        SecuritySchemeKind::Oauth2(_) => {
            "Sets the access token (RFC 6749), which is sent as a bearer token.".to_owned()
        }
        SecuritySchemeKind::OpenIdConnect { url } => format!(
            "Sets the access token, which is sent as a bearer token; {} describes how to obtain one.",
            inline_code(url)
        ),
        SecuritySchemeKind::OtherHttp(name) => {
            format!("Sets the signer that authenticates requests with the HTTP scheme {}.", inline_code(name))
        }
        SecuritySchemeKind::Signer(name) => {
            format!("Sets the signer for {}.", inline_code(name))
        }
        SecuritySchemeKind::MutualTls => {
            "Declares that the transport has a client certificate (mutual TLS): pass such a client to \
             [`transport`](Self::transport), built with [`rt::Reqwest::builder`]."
                .to_owned()
        }
    };
    let mut docs = Docs::sentence(&how);
    docs.append(&Docs::of(&scheme.docs));
    if let SecuritySchemeKind::Oauth2(flows) = &scheme.kind {
        docs.list("Flows", &flows.iter().map(flow_docs).collect::<Vec<_>>());
    }
    docs
}

fn flow_docs(flow: &ir::OauthFlow) -> (String, Docs) {
    let ir::OauthFlow { name, authorization_url, token_url, refresh_url, scopes } = flow;
    let addresses =
        [("authorization", authorization_url), ("token", token_url), ("refresh", refresh_url)];
    let mut facts: Vec<String> = addresses
        .into_iter()
        .filter_map(|(what, url)| Some(format!("{what} at {}", inline_code(url.as_deref()?))))
        .collect();
    if !scopes.is_empty() {
        let scopes: Vec<String> = scopes.iter().map(|(scope, _)| inline_code(scope)).collect();
        facts.push(format!("scopes {}", scopes.join(", ")));
    }
    (inline_code(name), Docs::sentence(&format!("{}.", facts.join("; "))))
}

/// The URLs of the flow without a user, otherwise of the first flow that has any.
fn oauth2(flows: &[ir::OauthFlow]) -> SchemeFact {
    let unattended = flows.iter().find(|flow| flow.name == "clientCredentials");
    let flows = || unattended.into_iter().chain(flows);
    let token_url = flows().find_map(|flow| flow.token_url.clone());
    let refresh_url = flows().find_map(|flow| flow.refresh_url.clone());
    SchemeFact::Oauth2 {
        refresh_url: refresh_url.filter(|url| token_url.as_ref() != Some(url)),
        token_url,
    }
}

fn scheme_fact(kind: &SecuritySchemeKind) -> SchemeFact {
    match kind {
        SecuritySchemeKind::ApiKey { location, name } => {
            SchemeFact::ApiKey { location: *location, name: name.clone() }
        }
        SecuritySchemeKind::Basic => SchemeFact::Basic,
        SecuritySchemeKind::Bearer { .. } => SchemeFact::Bearer,
        SecuritySchemeKind::OtherHttp(name) => SchemeFact::Http(name.clone()),
        SecuritySchemeKind::MutualTls => SchemeFact::MutualTls,
        SecuritySchemeKind::Oauth2(flows) => oauth2(flows),
        SecuritySchemeKind::OpenIdConnect { .. } => SchemeFact::OpenIdConnect,
        SecuritySchemeKind::Signer(name) => SchemeFact::Signer(name.clone()),
    }
}
