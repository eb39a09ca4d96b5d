use std::sync::Arc;

use super::context::CredentialContext;
use crate::box_future::BoxFuture;
use crate::model::Secret;
use crate::transport::BoxError;

/// A source of tokens: an `oauth2` flow, `OpenID` Connect, a vault. The client asks it for every
/// request; [`TokenCache`](super::TokenCache) keeps tokens until they expire.
///
/// ```
/// use callwright_runtime::{Credential, Secret, TokenSource, transport::{BoxError, BoxFuture}};
///
/// struct Vault;
///
/// impl TokenSource for Vault {
///     fn token<'a>(&'a self, _: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>> {
///         Box::pin(async { Ok(Secret::new("s3cret")) })
///     }
/// }
/// let credential = Credential::source(Vault);
/// # let _ = credential;
/// ```
pub trait TokenSource: Send + Sync {
    /// Returns a token that is valid for these scopes.
    fn token<'a>(&'a self, scopes: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>>;

    /// The server refused this token with status 401 or a code that means the same. Returns whether
    /// the source can provide another one, in which case the call is repeated once, whatever its
    /// method: a server that refused it has not acted on it. `false` by default.
    fn refused(&self, token: &Secret, scopes: &[&str]) -> bool {
        let _ = (token, scopes);
        false
    }

    /// Returns the source that a client uses in place of this one, with the transport and the clock
    /// of the client, and with what the document says about the scheme; `None`, the default, keeps
    /// this one.
    fn bind(&self, context: &CredentialContext) -> Option<Arc<dyn TokenSource>> {
        let _ = context;
        None
    }
}
