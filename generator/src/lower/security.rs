//! Security schemes and requirements.

use super::{Context, envelope};
use crate::document::NodeId;
use crate::ir::{ApiKeyLocation, Docs, OauthFlow, Requirement, SecurityScheme, SecuritySchemeKind};
use crate::normalise::Dialect;
use crate::problem::ProblemKind;

/// `components/securitySchemes`, or Swagger 2.0's `securityDefinitions`.
pub(super) fn schemes(context: Context<'_>) -> Vec<SecurityScheme> {
    let path: &[&str] = match context.dialect {
        Dialect::Swagger20 => &["securityDefinitions"],
        Dialect::OpenApi30 | Dialect::OpenApi31 => &["components", "securitySchemes"],
    };
    let place = path.iter().try_fold(context.root(), |at, key| context.object(at, key));
    let Some(schemes) = place else { return Vec::new() };
    context
        .document
        .members(schemes)
        .filter_map(|(name, node)| scheme(context, name, node))
        .collect()
}

fn scheme(context: Context<'_>, name: &str, node: NodeId) -> Option<SecurityScheme> {
    let origin = context.resolver.follow(node)?;
    let text = |key: &str| context.word(origin, key);
    let kind = match text("x-callwright-signer") {
        Some(signer) => SecuritySchemeKind::Signer(signer),
        None => kind(context, origin)?,
    };
    let docs = Docs { description: text("description"), ..Docs::default() };
    Some(SecurityScheme {
        origin,
        name: name.to_owned(),
        docs,
        rust_name: text("x-callwright-name"),
        kind,
    })
}

fn kind(context: Context<'_>, node: NodeId) -> Option<SecuritySchemeKind> {
    let text = |key: &str| context.document.get_text(node, key);
    match text("type") {
        // Swagger 2.0.
        Some("basic") => return Some(SecuritySchemeKind::Basic),
        Some("oauth2") => return Some(SecuritySchemeKind::Oauth2(flows(context, node))),
        Some("mutualTLS") => return Some(SecuritySchemeKind::MutualTls),
        _ => {}
    }
    match envelope::typed::<openapiv3::SecurityScheme>(context, node, "security scheme")? {
        openapiv3::SecurityScheme::APIKey { location, name, .. } => {
            let location = match location {
                openapiv3::APIKeyLocation::Query => ApiKeyLocation::Query,
                openapiv3::APIKeyLocation::Header => ApiKeyLocation::Header,
                openapiv3::APIKeyLocation::Cookie => ApiKeyLocation::Cookie,
            };
            let at = context.document.get(node, "name").unwrap_or(node);
            let name = match location {
                ApiKeyLocation::Header => context.header_name(at, &name)?,
                ApiKeyLocation::Cookie => context.cookie_name(at, &name)?,
                ApiKeyLocation::Query => name,
            };
            Some(SecuritySchemeKind::ApiKey { location, name })
        }
        openapiv3::SecurityScheme::HTTP { scheme, bearer_format, .. } => {
            Some(match scheme.to_ascii_lowercase().as_str() {
                "basic" => SecuritySchemeKind::Basic,
                "bearer" => SecuritySchemeKind::Bearer { format: bearer_format },
                other => SecuritySchemeKind::OtherHttp(other.to_owned()),
            })
        }
        openapiv3::SecurityScheme::OAuth2 { .. } => {
            Some(SecuritySchemeKind::Oauth2(flows(context, node)))
        }
        openapiv3::SecurityScheme::OpenIDConnect { open_id_connect_url, .. } => {
            Some(SecuritySchemeKind::OpenIdConnect { url: open_id_connect_url })
        }
    }
}

/// The flows of `OpenAPI` 3, or the one in a Swagger 2.0 scheme.
fn flows(context: Context<'_>, node: NodeId) -> Vec<OauthFlow> {
    let document = context.document;
    if let Some(name) = document.get_text(node, "flow") {
        let name = match name {
            "accessCode" => "authorizationCode",
            "application" => "clientCredentials",
            other => other,
        };
        return vec![flow(context, name, node)];
    }
    let Some(flows) = context.object(node, "flows") else { return Vec::new() };
    document
        .members(flows)
        .filter(|(name, _)| !name.starts_with("x-"))
        .map(|(name, node)| flow(context, name, node))
        .collect()
}

fn flow(context: Context<'_>, name: &str, node: NodeId) -> OauthFlow {
    let document = context.document;
    let text = |key: &str| context.word(node, key);
    let scopes = context.object(node, "scopes").map(|scopes| {
        document
            .members(scopes)
            .map(|(scope, text)| {
                (scope.to_owned(), document.text(text).unwrap_or_default().to_owned())
            })
            .collect()
    });
    OauthFlow {
        name: name.to_owned(),
        authorization_url: text("authorizationUrl"),
        token_url: text("tokenUrl"),
        refresh_url: text("refreshUrl"),
        scopes: scopes.unwrap_or_default(),
    }
}

/// `security` of an operation, or of the document. A requirement with an unknown scheme is reported
/// and dropped.
pub(super) fn requirements(
    context: Context<'_>,
    operation: NodeId,
    schemes: &[SecurityScheme],
) -> Vec<Requirement> {
    let document = context.document;
    let own = document.get(operation, "security").is_some();
    let holder = if own { operation } else { context.root() };
    let requirement = |node: &NodeId| -> Option<Requirement> {
        let mut requirement = Requirement::new();
        let node = context.as_object(*node, "security requirement")?;
        for (name, scopes) in document.members(node) {
            if !schemes.iter().any(|scheme| scheme.name == name) {
                context
                    .problems
                    .report(node, ProblemKind::UnknownSecurityScheme { name: name.to_owned() });
                return None;
            }
            requirement.push((name.to_owned(), envelope::texts(context, Some(scopes))));
        }
        Some(requirement)
    };
    context.list(holder, "security").iter().filter_map(requirement).collect()
}

/// The locations and names of an operation's credentials, each with its scheme.
pub(super) struct Places<'a>(Vec<(&'static str, &'a str, &'a str)>);

impl<'a> Places<'a> {
    /// Those of all alternatives.
    pub(super) fn of(requirements: &[Requirement], schemes: &'a [SecurityScheme]) -> Self {
        let required = |scheme: &&SecurityScheme| {
            requirements.iter().flatten().any(|(name, _)| *name == scheme.name)
        };
        let place = |scheme: &'a SecurityScheme| match &scheme.kind {
            SecuritySchemeKind::ApiKey { location, name } => {
                let location = match location {
                    ApiKeyLocation::Header => "header",
                    ApiKeyLocation::Query => "query",
                    ApiKeyLocation::Cookie => "cookie",
                };
                Some((location, name.as_str(), scheme.name.as_str()))
            }
            SecuritySchemeKind::MutualTls => None,
            SecuritySchemeKind::Basic
            | SecuritySchemeKind::Bearer { .. }
            | SecuritySchemeKind::OtherHttp(_)
            | SecuritySchemeKind::Oauth2(_)
            | SecuritySchemeKind::OpenIdConnect { .. }
            | SecuritySchemeKind::Signer(_) => {
                Some(("header", AUTHORIZATION, scheme.name.as_str()))
            }
        };
        Self(schemes.iter().filter(required).filter_map(place).collect())
    }

    /// The scheme whose credential a parameter would duplicate.
    pub(super) fn scheme(&self, location: &str, name: &str) -> Option<&'a str> {
        let same = |known: &str| match location {
            "header" => known.eq_ignore_ascii_case(name),
            _ => known == name,
        };
        let mut places = self.0.iter();
        places.find(|(at, known, _)| *at == location && same(known)).map(|(.., scheme)| *scheme)
    }
}

/// The header of most credentials (RFC 9110, section 11.6.2).
pub(super) const AUTHORIZATION: &str = "Authorization";
