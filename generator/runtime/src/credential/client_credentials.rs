use std::fmt;
use std::sync::Arc;

use super::context::CredentialContext;
use super::token_cache::TokenCache;
use super::token_endpoint::{ClientAuthentication, TokenEndpoint, TokenError};
use super::token_source::TokenSource;
use crate::box_future::BoxFuture;
use crate::model::Secret;
use crate::transport::BoxError;

/// A token source for the flow `clientCredentials` (RFC 6749, section 4.4).
///
/// The token URL is the document's, unless one is set. Tokens are requested with the transport of
/// the client that the source is given to, and kept as [`TokenCache`] does.
///
/// ```
/// use callwright_runtime::Credential;
/// use callwright_runtime::credential::ClientCredentials;
///
/// let source = ClientCredentials::new("my-client", "s3cret").scopes(["read", "write"]);
/// // Of a generated client: `.oauth_source(source)`, by the name of the scheme.
/// let credential = Credential::source(source);
/// # let _ = credential;
/// ```
#[derive(Clone)]
#[must_use = "it is given to a client's builder"]
pub struct ClientCredentials {
    client_id: String,
    client_secret: Secret,
    token_url: Option<String>,
    authentication: ClientAuthentication,
    scopes: Option<Vec<String>>,
    parameters: Vec<(String, String)>,
}

impl ClientCredentials {
    /// Creates a source for a client that the authorization server knows.
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<Secret>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            token_url: None,
            authentication: ClientAuthentication::default(),
            scopes: None,
            parameters: Vec::new(),
        }
    }

    /// Sets the URL where tokens are requested, in place of the document's.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.token_url = Some(url.into());
        self
    }

    /// Sets the way in which the client identifies itself; HTTP basic authentication by default.
    pub fn authentication(mut self, authentication: ClientAuthentication) -> Self {
        self.authentication = authentication;
        self
    }

    /// Requests these scopes with every token, in place of those of the operation that is called.
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a parameter to the token request, such as `audience` or `resource`.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    async fn request(
        self,
        endpoint: Result<TokenEndpoint, TokenError>,
        scopes: Vec<String>,
    ) -> Result<super::AccessToken, BoxError> {
        let scope = self.scopes.unwrap_or(scopes).join(" ");
        let mut parameters = vec![("grant_type", "client_credentials")];
        if !scope.is_empty() {
            parameters.push(("scope", &scope));
        }
        parameters.extend(self.parameters.iter().map(|(name, value)| (&**name, &**value)));
        Ok(endpoint?.request(&parameters).await?.token)
    }
}

impl TokenSource for ClientCredentials {
    fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(std::future::ready(Err(TokenError::NotBound.into())))
    }

    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn TokenSource>> {
        let url = self.token_url.clone().or(context.token_url.map(str::to_owned));
        let endpoint = TokenEndpoint::new(
            context,
            url.ok_or(TokenError::NoUrl),
            (&self.client_id, Some(&self.client_secret)),
            self.authentication,
        );
        let source = self.clone();
        let cache = TokenCache::new(move |scopes| source.clone().request(endpoint.clone(), scopes));
        Some(Arc::new(cache.within(context)))
    }
}

impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("client_id", &self.client_id)
            .field("token_url", &self.token_url)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
