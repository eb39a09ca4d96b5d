use std::fmt;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use super::cache::{Cache, Fetch, Fetched};
use super::context::CredentialContext;
use super::token_source::TokenSource;
use crate::box_future::BoxFuture;
use crate::clock::{Clock, SystemClock};
use crate::model::Secret;
use crate::transport::BoxError;

/// The time after which a fetch counts as stuck, outside a client.
const PATIENCE: Duration = Duration::from_secs(30);
/// The largest number of scopes' tokens that are kept.
const KEPT: usize = 64;

/// A token with its end.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use callwright_runtime::credential::AccessToken;
///
/// let token = AccessToken::new("s3cret").expires_at(SystemTime::now() + Duration::from_secs(3600));
/// assert!(!format!("{token:?}").contains("s3cret"));
/// ```
#[derive(Clone, Debug)]
#[must_use = "it is returned to a token cache"]
pub struct AccessToken {
    secret: Secret,
    expires_at: Option<SystemTime>,
}

impl AccessToken {
    /// Creates a token without a known end.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self { secret: token.into(), expires_at: None }
    }

    /// Sets the end of the token.
    pub fn expires_at(mut self, end: SystemTime) -> Self {
        self.expires_at = Some(end);
        self
    }
}

/// A token source that keeps tokens until shortly before they expire.
///
/// All calls that need a new token share one fetch. A token is renewed up to ten minutes before its
/// end, at a random time, while the other calls still use it. A token that the server refuses is
/// replaced at once, and the refused call is repeated once.
///
/// ```
/// use callwright_runtime::Credential;
/// use callwright_runtime::credential::{AccessToken, TokenCache};
///
/// async fn from_vault(scopes: Vec<String>) -> Result<AccessToken, std::io::Error> {
///     Ok(AccessToken::new(format!("token for {}", scopes.join(" "))))
/// }
///
/// let credential = Credential::source(TokenCache::new(from_vault));
/// # let _ = credential;
/// ```
pub struct TokenCache {
    fetch: Arc<FetchToken>,
    clock: Arc<dyn Clock>,
    patience: Duration,
    caches: Mutex<Vec<(Vec<String>, Arc<Cache<Secret>>)>>,
}

#[cfg(not(target_family = "wasm"))]
type FetchToken = dyn Fn(Vec<String>) -> Fetch<Secret> + Send + Sync;
#[cfg(target_family = "wasm")]
type FetchToken = dyn Fn(Vec<String>) -> Fetch<Secret>;

impl TokenCache {
    /// Creates a source that calls `fetch` with the scopes of an operation.
    #[cfg(not(target_family = "wasm"))]
    pub fn new<F, E>(fetch: impl Fn(Vec<String>) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<AccessToken, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        Self::of(Arc::new(move |scopes| kept(fetch(scopes))))
    }

    /// Creates a source that calls `fetch` with the scopes of an operation.
    #[cfg(target_family = "wasm")]
    pub fn new<F, E>(fetch: impl Fn(Vec<String>) -> F + 'static) -> Self
    where
        F: Future<Output = Result<AccessToken, E>> + 'static,
        E: Into<BoxError> + 'static,
    {
        Self::of(Arc::new(move |scopes| kept(fetch(scopes))))
    }

    fn of(fetch: Arc<FetchToken>) -> Self {
        let clock = Arc::new(SystemClock);
        Self { fetch, clock, patience: PATIENCE, caches: Mutex::default() }
    }

    /// The same source with the clock and the timeout of a client.
    pub(super) fn within(&self, context: &CredentialContext) -> Self {
        Self {
            clock: Arc::clone(&context.clock),
            patience: context.timeout,
            ..Self::of(Arc::clone(&self.fetch))
        }
    }

    fn cache(&self, scopes: &[&str]) -> Arc<Cache<Secret>> {
        let mut caches = self.caches.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = caches.iter().find(|(known, _)| known == scopes) {
            return Arc::clone(known);
        }
        if caches.len() >= KEPT {
            caches.remove(0);
        }
        let cache = Arc::new(Cache::new(Arc::clone(&self.clock), self.patience));
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        caches.push((scopes, Arc::clone(&cache)));
        cache
    }
}

impl TokenSource for TokenCache {
    fn token<'a>(&'a self, scopes: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
        let cache = self.cache(scopes);
        Box::pin(async move {
            let owned = || scopes.iter().map(|scope| (*scope).to_owned()).collect();
            cache.get(|| (self.fetch)(owned())).await
        })
    }

    fn refused(&self, token: &Secret, scopes: &[&str]) -> bool {
        self.cache(scopes).refuse(token);
        true
    }

    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn TokenSource>> {
        Some(Arc::new(self.within(context)))
    }
}

impl fmt::Debug for TokenCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenCache")
    }
}

#[cfg(not(target_family = "wasm"))]
fn kept<F, E>(token: F) -> Fetch<Secret>
where
    F: Future<Output = Result<AccessToken, E>> + Send + 'static,
    E: Into<BoxError> + 'static,
{
    Box::pin(fetched(token))
}

#[cfg(target_family = "wasm")]
fn kept<F, E>(token: F) -> Fetch<Secret>
where
    F: Future<Output = Result<AccessToken, E>> + 'static,
    E: Into<BoxError> + 'static,
{
    Box::pin(fetched(token))
}

async fn fetched<E: Into<BoxError>>(
    token: impl Future<Output = Result<AccessToken, E>>,
) -> Result<Fetched<Secret>, BoxError> {
    let AccessToken { secret: value, expires_at } = token.await.map_err(Into::into)?;
    Ok(Fetched { value, expires_at })
}
