use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::context::CredentialContext;
use super::token_cache::TokenCache;
use super::token_endpoint::{ClientAuthentication, TokenEndpoint, TokenError};
use super::token_source::TokenSource;
use crate::box_future::BoxFuture;
use crate::model::Secret;
use crate::transport::BoxError;

/// A token source with a refresh token, which a user's consent has provided (RFC 6749, section 6).
///
/// A server may replace the refresh token with each token; [`on_rotation`](Self::on_rotation)
/// receives the new one, to store it.
///
/// ```
/// use callwright_runtime::Credential;
/// use callwright_runtime::credential::RefreshToken;
///
/// let source = RefreshToken::new("my-client", "r3fresh").on_rotation(|token| {
///     // Store `token.expose()` where the program finds it when it starts again.
///     let _ = token;
/// });
/// let credential = Credential::source(source);
/// # let _ = credential;
/// ```
#[derive(Clone)]
#[must_use = "it is given to a client's builder"]
pub struct RefreshToken {
    client_id: String,
    client_secret: Option<Secret>,
    /// The current one; all clients of this source share it.
    refresh_token: Arc<Mutex<Secret>>,
    token_url: Option<String>,
    authentication: ClientAuthentication,
    scopes: Option<Vec<String>>,
    rotated: Option<Arc<Rotated>>,
}

#[cfg(not(target_family = "wasm"))]
type Rotated = dyn Fn(&Secret) + Send + Sync;
#[cfg(target_family = "wasm")]
type Rotated = dyn Fn(&Secret);

impl RefreshToken {
    /// Creates a source for a public client.
    pub fn new(client_id: impl Into<String>, refresh_token: impl Into<Secret>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: None,
            refresh_token: Arc::new(Mutex::new(refresh_token.into())),
            token_url: None,
            authentication: ClientAuthentication::default(),
            scopes: None,
            rotated: None,
        }
    }

    /// Sets the secret of a confidential client.
    pub fn client_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(secret.into());
        self
    }

    /// Calls `store` with each refresh token that replaces the one before.
    #[cfg(not(target_family = "wasm"))]
    pub fn on_rotation(mut self, store: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.rotated = Some(Arc::new(store));
        self
    }

    /// Calls `store` with each refresh token that replaces the one before.
    #[cfg(target_family = "wasm")]
    pub fn on_rotation(mut self, store: impl Fn(&Secret) + 'static) -> Self {
        self.rotated = Some(Arc::new(store));
        self
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

    /// Requests these scopes with every token; by default all that the user has consented to.
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    async fn request(
        self,
        endpoint: Result<TokenEndpoint, TokenError>,
    ) -> Result<super::AccessToken, BoxError> {
        let current = self.current().clone();
        let scope = self.scopes.as_ref().map(|scopes| scopes.join(" "));
        let mut parameters =
            vec![("grant_type", "refresh_token"), ("refresh_token", current.expose())];
        parameters.extend(scope.as_deref().map(|scope| ("scope", scope)));
        let grant = endpoint?.request(&parameters).await?;
        if let Some(new) = grant.refresh_token.filter(|new| *new != current) {
            *self.current() = new.clone();
            if let Some(rotated) = &self.rotated {
                rotated(&new);
            }
        }
        Ok(grant.token)
    }

    fn current(&self) -> std::sync::MutexGuard<'_, Secret> {
        self.refresh_token.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TokenSource for RefreshToken {
    fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        Box::pin(std::future::ready(Err(TokenError::NotBound.into())))
    }

    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn TokenSource>> {
        let of_document = context.refresh_url.or(context.token_url);
        let url = self.token_url.clone().or(of_document.map(str::to_owned));
        let endpoint = TokenEndpoint::new(
            context,
            url.ok_or(TokenError::NoUrl),
            (&self.client_id, self.client_secret.as_ref()),
            self.authentication,
        );
        let source = self.clone();
        let cache = TokenCache::new(move |_| source.clone().request(endpoint.clone()));
        Some(Arc::new(OneToken(cache.within(context))))
    }
}

/// One token for all operations: a server may accept a refresh token only once, so that tokens for
/// different scopes would need different refresh tokens.
struct OneToken(TokenCache);

impl TokenSource for OneToken {
    fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        self.0.token(&[])
    }

    fn refused(&self, token: &Secret, _: &[&str]) -> bool {
        self.0.refused(token, &[])
    }
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshToken")
            .field("client_id", &self.client_id)
            .field("token_url", &self.token_url)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
