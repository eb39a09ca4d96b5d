//! Requests to the token endpoint of an authorization server (RFC 6749, section 3.2).

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, StatusCode, Uri};
use zeroize::Zeroizing;

use super::context::CredentialContext;
use super::token_cache::AccessToken;
use crate::body::{Body, Collected, collect};
use crate::clock::Clock;
use crate::encode::{Keep, encode};
use crate::json::Json;
use crate::model::Secret;
use crate::transport::{BoxError, Transport};

/// The largest response of a token endpoint, in bytes.
const LIMIT: usize = 1024 * 1024;

/// The way in which a client identifies itself to a token endpoint (RFC 6749, section 2.3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// `client_secret_basic`: as the user name and password of HTTP basic authentication.
    #[default]
    Basic,
    /// `client_secret_post`: as parameters in the body.
    Post,
}

/// The reason why a token endpoint provided no token. It never shows a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenError {
    /// Neither the document nor the caller names the URL.
    NoUrl,
    /// The URL is not an absolute HTTP URL.
    InvalidUrl,
    /// The source is not part of a client yet, so that it has no transport.
    NotBound,
    /// The endpoint answered with an error.
    Refused {
        /// The status of the answer.
        status: StatusCode,
        /// `error`, such as `invalid_client` (RFC 6749, section 5.2).
        code: Option<String>,
        /// `error_description`.
        description: Option<String>,
    },
    /// The endpoint answered with something other than a bearer token.
    Unusable {
        /// The fault of the answer.
        problem: &'static str,
    },
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoUrl => f.write_str(
                "the document names no token URL for the scheme; set it with `token_url`",
            ),
            Self::InvalidUrl => {
                f.write_str("the token URL is not an absolute URL; set another with `token_url`")
            }
            Self::NotBound => f.write_str("the token source is not part of a client"),
            Self::Refused { status, code, description } => {
                write!(f, "the token server answered {}", status.as_u16())?;
                let shown = |text: &str| -> String {
                    let text = text.chars().take(200);
                    text.map(|c| if c.is_control() { ' ' } else { c }).collect()
                };
                if let Some(code) = code {
                    write!(f, ", {}", shown(code))?;
                }
                match description {
                    Some(description) => write!(f, ": {}", shown(description)),
                    None => Ok(()),
                }
            }
            Self::Unusable { problem } => {
                write!(f, "the token server answered without a usable token: {problem}")
            }
        }
    }
}

impl std::error::Error for TokenError {}

/// A client of an authorization server.
#[derive(Clone)]
pub(super) struct TokenEndpoint {
    pub(super) url: String,
    pub(super) client_id: String,
    pub(super) client_secret: Option<Secret>,
    pub(super) authentication: ClientAuthentication,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) clock: Arc<dyn Clock>,
}

/// A token, and the refresh token that replaces the one that was sent.
pub(super) struct Grant {
    pub(super) token: AccessToken,
    pub(super) refresh_token: Option<Secret>,
}

impl TokenEndpoint {
    pub(super) fn new(
        context: &CredentialContext,
        url: Result<String, TokenError>,
        (client_id, client_secret): (&str, Option<&Secret>),
        authentication: ClientAuthentication,
    ) -> Result<Self, TokenError> {
        Ok(Self {
            url: url?,
            client_id: client_id.to_owned(),
            client_secret: client_secret.cloned(),
            authentication,
            transport: Arc::clone(&context.transport),
            clock: Arc::clone(&context.clock),
        })
    }

    /// Requests a token with these parameters.
    pub(super) async fn request(&self, parameters: &[(&str, &str)]) -> Result<Grant, BoxError> {
        let asked_at = self.clock.now();
        let response = self.transport.send(self.build(parameters)?).await?;
        let (parts, body) = response.into_parts();
        let bytes = match collect(body, LIMIT).await? {
            Collected::All(bytes) => bytes,
            Collected::Beyond(_) => {
                return Err(TokenError::Unusable { problem: "it is larger than 1 MiB" }.into());
            }
        };
        let answer = Json::parse(&bytes).unwrap_or(Json::Null);
        let text = |name: &str| answer.get(name).and_then(Json::as_str);
        if !parts.status.is_success() {
            let [code, description] =
                ["error", "error_description"].map(|name| text(name).map(str::to_owned));
            return Err(TokenError::Refused { status: parts.status, code, description }.into());
        }
        let unusable = |problem| TokenError::Unusable { problem };
        let secret = text("access_token").filter(|token| !token.is_empty());
        let secret = secret.ok_or(unusable("`access_token` is missing"))?;
        // Required by RFC 6749, section 5.1, but some servers leave it out.
        if text("token_type").is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
            return Err(unusable("`token_type` is not `Bearer`").into());
        }
        let mut token = AccessToken::new(secret);
        let end = lifetime(&answer).and_then(|lifetime| asked_at.checked_add(lifetime));
        if let Some(end) = end {
            token = token.expires_at(end);
        }
        Ok(Grant { token, refresh_token: text("refresh_token").map(Secret::from) })
    }

    fn build(&self, parameters: &[(&str, &str)]) -> Result<http::Request<Body>, TokenError> {
        let uri: Uri = self.url.parse().map_err(|_| TokenError::InvalidUrl)?;
        if uri.scheme().is_none() || uri.authority().is_none() {
            return Err(TokenError::InvalidUrl);
        }
        let mut parameters = parameters.to_vec();
        let mut authorization = None;
        match (&self.client_secret, self.authentication) {
            (Some(secret), ClientAuthentication::Basic) => {
                let pair = Zeroizing::new(format!(
                    "{}:{}",
                    encoded(&self.client_id),
                    encoded(secret.expose())
                ));
                let value = Zeroizing::new(format!("Basic {}", STANDARD.encode(pair.as_bytes())));
                authorization = HeaderValue::from_str(&value).ok();
            }
            (Some(secret), ClientAuthentication::Post) => {
                parameters.push(("client_id", &self.client_id));
                parameters.push(("client_secret", secret.expose()));
            }
            (None, _) => parameters.push(("client_id", &self.client_id)),
        }
        let pairs =
            parameters.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let mut request = http::Request::new(Body::from(body));
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = uri;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        if let Some(mut authorization) = authorization {
            authorization.set_sensitive(true);
            headers.insert(AUTHORIZATION, authorization);
        }
        Ok(request)
    }
}

/// `expires_in`: seconds, which some servers send as a string.
fn lifetime(answer: &Json) -> Option<Duration> {
    let seconds = match answer.get("expires_in")? {
        Json::String(text) => text.parse().ok()?,
        Json::Number(number) => number.to_string().parse().ok()?,
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => return None,
    };
    Some(Duration::from_secs(seconds))
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode(text, Keep::Unreserved, &mut out);
    out
}
