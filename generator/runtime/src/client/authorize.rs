use std::borrow::Cow;
use std::future::Future;
use std::sync::Arc;

use http::Uri;
use http::header::{
    AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue, PROXY_AUTHORIZATION,
};
use http::response::Parts;

use super::settings::Settings;
use crate::body::Body;
use crate::clock::within;
use crate::credential::{Credential, CredentialKind, SecretNames, TokenSource};
use crate::describe::{Location, Operation, Requirement, SecurityScheme};
use crate::encode::{Keep, encode, header_value};
use crate::error::{ErrorKind, Fault, TimeLimit};
use crate::model::Secret;
use crate::transport::BoxError;

/// The tokens in a request, with their sources.
#[derive(Default)]
pub(crate) struct Authorized {
    tokens: Vec<(Arc<dyn TokenSource>, &'static [&'static str], Secret)>,
}

impl Authorized {
    pub(crate) fn has_source(&self) -> bool {
        !self.tokens.is_empty()
    }

    /// Tells the sources that the server refused their tokens. Returns whether a source can provide
    /// another one.
    pub(crate) fn renew(&self) -> bool {
        let mut renewed = false;
        for (source, scopes, token) in &self.tokens {
            renewed |= source.refused(token, scopes);
        }
        renewed
    }
}

impl Settings {
    /// Adds the credentials for the operation's security requirements: the first alternative whose
    /// schemes all have a credential. Signatures come last, since they cover everything else.
    pub(crate) async fn authorize(
        &self,
        operation: &'static Operation,
        request: &mut http::Request<Body>,
    ) -> Result<Authorized, Fault> {
        let mut authorized = Authorized::default();
        let Some(requirement) = self.requirement(operation)? else { return Ok(authorized) };
        let mut signers = Vec::new();
        for (name, scopes) in requirement.iter().copied() {
            let Some(credential) = self.credential(name) else { continue };
            let scheme = self.api.security_scheme(name).copied();
            match (&credential.0, scheme) {
                (CredentialKind::Signer(signer), _) => signers.push((name, signer)),
                (_, None) => return Err(unknown(name)),
                (CredentialKind::Transport, _) => {}
                (CredentialKind::Secret(secret), Some(scheme)) => {
                    place(name, &scheme, secret, request)?;
                }
                (CredentialKind::Basic(pair), Some(SecurityScheme::Basic)) => {
                    insert(name, AUTHORIZATION, &format!("Basic {}", pair.expose()), request)?;
                }
                (CredentialKind::Basic(_), Some(_)) => return Err(unsuited(name)),
                (CredentialKind::Source(source), Some(scheme)) => {
                    let asking = source.token(scopes);
                    let token = self.within_limit(name, "token source", asking).await?;
                    place(name, &scheme, &token, request)?;
                    authorized.tokens.push((Arc::clone(source), scopes, token));
                }
            }
        }
        for (name, signer) in signers {
            if let Some(preparing) = signer.prepare() {
                self.within_limit(name, "signer", preparing).await?;
            }
            signer.sign(request, self.clock().now()).map_err(|error| {
                Fault::new(
                    ErrorKind::Credential,
                    format!("the request cannot be signed for `{name}`: {error}"),
                )
                .source(error)
            })?;
        }
        Ok(authorized)
    }

    /// Waits for a source of the credential, for a limited time.
    async fn within_limit<T>(
        &self,
        scheme: &str,
        what: &str,
        work: impl Future<Output = Result<T, BoxError>>,
    ) -> Result<T, Fault> {
        let limit = self.credential_timeout;
        let Some(outcome) = within(self.clock.sleep(limit), work).await else {
            let detail = format!(
                "the {what} of `{scheme}` was not ready within {limit:?}, the timeout of a \
                 credential; nothing was sent"
            );
            let limit = TimeLimit::Credential(limit);
            return Err(Fault::out_of_time(ErrorKind::Credential, limit, detail));
        };
        outcome.map_err(|error| {
            let detail = format!("the {what} of `{scheme}` failed: {error}");
            Fault::new(ErrorKind::Credential, detail).source(error)
        })
    }

    /// Asks the signer of a request to explain an error response.
    pub(crate) fn remark(&self, operation: &'static Operation, answer: &Parts) -> Option<String> {
        let requirement = self.requirement(operation).ok().flatten()?;
        requirement.iter().find_map(|(name, _)| match &self.credential(name)?.0 {
            CredentialKind::Signer(signer) => signer.remark(answer, self.clock().now()),
            CredentialKind::Secret(_)
            | CredentialKind::Basic(_)
            | CredentialKind::Source(_)
            | CredentialKind::Transport => None,
        })
    }

    fn credential(&self, scheme: &str) -> Option<&Credential> {
        self.credentials.iter().find(|(known, _)| known == scheme).map(|(_, given)| given)
    }

    /// The alternative to use; `None` if the operation needs no credential.
    fn requirement(&self, operation: &'static Operation) -> Result<Option<Schemes>, Fault> {
        if operation.any_credential {
            let first = self.credentials.first();
            let schemes = self.api.security_schemes.iter();
            let named = first.and_then(|(name, _)| {
                schemes.map(|(scheme, _)| *scheme).find(|scheme| scheme == name)
            });
            return Ok(named.map(|name| Schemes::Owned(vec![(name, &[])])));
        }
        let alternatives = operation.security;
        let met = alternatives.iter().find(|schemes| {
            !schemes.is_empty() && schemes.iter().all(|(name, _)| self.credential(name).is_some())
        });
        match met {
            Some(requirement) => Ok(Some(Schemes::Borrowed(requirement))),
            None if alternatives.iter().any(|schemes| schemes.is_empty()) => Ok(None),
            None if alternatives.is_empty() => Ok(None),
            None => Err(missing(alternatives)),
        }
    }

    /// Marks the headers that may be secret, however they were set, so that HTTP libraries do not
    /// log them.
    pub(crate) fn mark_secrets(&self, headers: &mut HeaderMap) {
        for (name, value) in headers.iter_mut() {
            let is_key = self.api.security_schemes.iter().any(|(_, scheme)| {
                matches!(scheme, SecurityScheme::ApiKey { location: Location::Header, name: header }
                    if header.eq_ignore_ascii_case(name.as_str()))
            });
            let is_secret = is_key
                || [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name)
                || self.api.secrets.iter().any(|secret| secret.eq_ignore_ascii_case(name.as_str()));
            if is_secret {
                value.set_sensitive(true);
            }
        }
    }
}

/// The schemes that a request needs, with their scopes.
type Schemes = Cow<'static, [(&'static str, &'static [&'static str])]>;

fn missing(alternatives: &[Requirement]) -> Fault {
    let alternatives: Vec<String> = alternatives
        .iter()
        .map(|schemes| {
            let names: Vec<_> = schemes.iter().map(|(name, _)| format!("`{name}`")).collect();
            names.join(" and ")
        })
        .collect();
    Fault::new(
        ErrorKind::MissingCredential,
        format!(
            "the operation needs a credential for {}; set it on the client's builder",
            alternatives.join(", or for ")
        ),
    )
}

fn unknown(name: &str) -> Fault {
    Fault::configuration(format!("the document has no security scheme `{name}`"))
}

fn unsuited(name: &str) -> Fault {
    Fault::configuration(format!("the credential for `{name}` is of another kind than its scheme"))
}

/// Adds a key or token in the location that its scheme declares.
fn place(
    name: &str,
    scheme: &SecurityScheme,
    secret: &Secret,
    request: &mut http::Request<Body>,
) -> Result<(), Fault> {
    match scheme {
        SecurityScheme::ApiKey { location: Location::Header, name: header } => {
            let header = HeaderName::from_bytes(header.as_bytes())
                .map_err(|_| Fault::configuration(format!("`{header}` is no header name")))?;
            insert(name, header, secret.expose(), request)
        }
        SecurityScheme::ApiKey { location: Location::Query | Location::QueryString, name: key } => {
            let uri = with_query(request.uri(), &pair(key, secret)).map_err(|error| {
                Fault::configuration(format!("the key for `{name}` cannot be in a URL"))
                    .source(error)
            })?;
            *request.uri_mut() = uri;
            let names = request.extensions_mut().get_or_insert_default::<SecretNames>();
            names.0.push((*key).to_owned());
            Ok(())
        }
        SecurityScheme::ApiKey { location: Location::Cookie | Location::Path, name: key } => {
            let mut cookies = String::new();
            if let Some(before) = request.headers().get(COOKIE).and_then(|v| v.to_str().ok()) {
                cookies.push_str(before);
                cookies.push_str("; ");
            }
            cookies.push_str(&pair(key, secret));
            insert(name, COOKIE, &cookies, request)
        }
        SecurityScheme::Bearer | SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIdConnect => {
            insert(name, AUTHORIZATION, &format!("Bearer {}", secret.expose()), request)
        }
        SecurityScheme::Basic
        | SecurityScheme::Signer(_)
        | SecurityScheme::Http(_)
        | SecurityScheme::MutualTls => Err(unsuited(name)),
    }
}

fn pair(key: &str, secret: &Secret) -> String {
    let mut pair = String::new();
    encode(key, Keep::Unreserved, &mut pair);
    pair.push('=');
    encode(secret.expose(), Keep::Unreserved, &mut pair);
    pair
}

fn with_query(uri: &Uri, pair: &str) -> Result<Uri, http::uri::InvalidUri> {
    let separator = if uri.query().is_some() { '&' } else { '?' };
    format!("{uri}{separator}{pair}").parse()
}

/// Inserts a header marked as sensitive, which HTTP libraries do not log.
fn insert(
    scheme: &str,
    header: HeaderName,
    value: &str,
    request: &mut http::Request<Body>,
) -> Result<(), Fault> {
    let mut value: HeaderValue = header_value(value).map_err(|_| {
        Fault::configuration(format!(
            "the credential for `{scheme}` holds a character that a header cannot; is there a \
             line break at its end?"
        ))
    })?;
    value.set_sensitive(true);
    request.headers_mut().insert(header, value);
    Ok(())
}
