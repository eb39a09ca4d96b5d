//! The description of the API, as the runtime's `describe` module builds it.

use super::description::{listed, predicate, server};
use super::text::{Expression, Source};
use crate::ir::{ApiKeyLocation, ErrorMembers};
use crate::plan::{Client, ParameterMethod, Scheme, SchemeFact};

/// `pub static API: describe::Api = …;`
pub(super) fn api(out: &mut Source, client: &Client) {
    let Client {
        docs: _,
        title,
        version,
        server_docs: _,
        servers,
        own_servers,
        variables: _,
        parameters,
        schemes,
        error,
        predicates,
        request_id,
        idempotency_key,
        secrets,
    } = client;
    let agent = r#"concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"))"#;
    let named = [Expression::quoted(title), Expression::quoted(version), Expression::word(agent)];
    let names = parameters.iter().map(|ParameterMethod { name, .. }| Expression::quoted(name));
    let facts = [
        listed("servers", servers.iter().map(server)),
        own_servers.then(|| Expression::call("own_servers", [])),
        listed("parameters", names),
        listed("security_schemes", schemes.iter().map(scheme)),
        error.as_ref().map(error_members),
        listed("predicates", predicates.iter().map(predicate)),
        request_id
            .as_ref()
            .map(|header| Expression::call("request_id", [Expression::quoted(header)])),
        idempotency_key
            .as_ref()
            .map(|header| Expression::call("idempotency_key", [Expression::quoted(header)])),
        listed("secrets", secrets.iter().map(|name| Expression::quoted(name))),
    ];
    let api = Expression::call("describe::Api::new", named).then(facts.into_iter().flatten());
    out.line("/// What the document says about the API as a whole.");
    out.value("pub static API", "describe::Api", &api);
}

/// `error(describe::ErrorMembers { code: &["code"], … })`
fn error_members(members: &ErrorMembers) -> Expression {
    let ErrorMembers { code, message, request_id } = members;
    let names = [("code", code), ("message", message), ("request_id", request_id)];
    let names = names.map(|(name, members)| (name.to_owned(), Expression::strings(members)));
    Expression::call("error", [Expression::literal("describe::ErrorMembers", names, None)])
}

/// `("token", describe::SecurityScheme::api_key(describe::Location::Header, "X-Auth-Token"))`
fn scheme(scheme: &Scheme) -> Expression {
    let Scheme { docs: _, name, ident: _, source: _, fact } = scheme;
    let (kind, facts) = match fact {
        SchemeFact::ApiKey { location, name } => {
            let location = match location {
                ApiKeyLocation::Header => "Header",
                ApiKeyLocation::Query => "Query",
                ApiKeyLocation::Cookie => "Cookie",
            };
            let location = Expression::word(format_args!("describe::Location::{location}"));
            ("api_key", vec![location, Expression::quoted(name)])
        }
        SchemeFact::Basic => ("basic", Vec::new()),
        SchemeFact::Bearer => ("bearer", Vec::new()),
        SchemeFact::Oauth2 { .. } => ("oauth2", Vec::new()),
        SchemeFact::OpenIdConnect => ("open_id_connect", Vec::new()),
        SchemeFact::Http(name) => ("http", vec![Expression::quoted(name)]),
        SchemeFact::MutualTls => ("mutual_tls", Vec::new()),
        SchemeFact::Signer(name) => ("signer", vec![Expression::quoted(name)]),
    };
    let urls = match fact {
        SchemeFact::Oauth2 { token_url, refresh_url } => {
            [("token_url", token_url.as_ref()), ("refresh_url", refresh_url.as_ref())]
        }
        SchemeFact::ApiKey { .. }
        | SchemeFact::Basic
        | SchemeFact::Bearer
        | SchemeFact::OpenIdConnect
        | SchemeFact::Http(_)
        | SchemeFact::MutualTls
        | SchemeFact::Signer(_) => [("", None); 2],
    };
    let urls = urls
        .into_iter()
        .filter_map(|(method, url)| Some(Expression::call(method, [Expression::quoted(url?)])));
    let scheme =
        Expression::call(format_args!("describe::SecurityScheme::{kind}"), facts).then(urls);
    Expression::tuple([Expression::quoted(name), scheme])
}
