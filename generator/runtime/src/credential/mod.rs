//! Credentials: keys, tokens, and sources of them.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::body::Body;
use crate::box_future::BoxFuture;
use crate::model::Secret;
use crate::transport::BoxError;

/// A client's credential for one security scheme of the document. `Debug` never shows its value.
///
/// ```
/// use callwright_runtime::Credential;
///
/// let token = Credential::bearer("s3cret");
/// assert!(!format!("{token:?}").contains("s3cret"));
/// ```
#[derive(Clone)]
pub struct Credential(pub(crate) CredentialKind);

#[derive(Clone)]
pub(crate) enum CredentialKind {
    Secret(Secret),
    /// `user:password`, in base64.
    Basic(Secret),
    Source(Arc<dyn TokenSource>),
    Signer(Arc<dyn Signer>),
    Transport,
}

impl Credential {
    /// A key, for a scheme of type `apiKey`.
    #[must_use]
    pub fn api_key(key: impl Into<Secret>) -> Self {
        Self(CredentialKind::Secret(key.into()))
    }

    /// A token, for a scheme that sends bearer tokens (RFC 6750).
    #[must_use]
    pub fn bearer(token: impl Into<Secret>) -> Self {
        Self(CredentialKind::Secret(token.into()))
    }

    /// A user name and password, for HTTP basic authentication (RFC 7617, in UTF-8).
    #[must_use]
    pub fn basic(user: &str, password: impl Into<Secret>) -> Self {
        let pair = Zeroizing::new(format!("{user}:{}", password.into().expose()));
        Self(CredentialKind::Basic(STANDARD.encode(pair.as_bytes()).into()))
    }

    /// A source that provides a token for each request.
    #[must_use]
    pub fn source(source: impl TokenSource + 'static) -> Self {
        Self(CredentialKind::Source(Arc::new(source)))
    }

    /// A signer that signs or otherwise completes requests.
    #[must_use]
    pub fn signer(signer: impl Signer + 'static) -> Self {
        Self(CredentialKind::Signer(Arc::new(signer)))
    }

    /// No value: the transport authenticates, for example with a client certificate, as
    /// [`Reqwest::from_client`](crate::transport::Reqwest::from_client) shows.
    #[must_use]
    pub fn of_transport() -> Self {
        Self(CredentialKind::Transport)
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            CredentialKind::Secret(_) => "Credential(key)",
            CredentialKind::Basic(_) => "Credential(basic)",
            CredentialKind::Source(_) => "Credential(source)",
            CredentialKind::Signer(_) => "Credential(signer)",
            CredentialKind::Transport => "Credential(transport)",
        })
    }
}

impl From<Secret> for Credential {
    fn from(secret: Secret) -> Self {
        Self(CredentialKind::Secret(secret))
    }
}

/// A source of tokens: an `oauth2` flow, `OpenID` Connect, a vault. The client asks it for every
/// request; caching is up to the source.
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
}

/// A signer that completes a request just before it is sent, usually with a signature. It runs on
/// every attempt, so that no signature is sent twice.
///
/// ```
/// use std::time::SystemTime;
///
/// use callwright_runtime::{Body, Credential, Signer, http, transport::BoxError};
///
/// struct Sum;
///
/// impl Signer for Sum {
///     fn sign(&self, request: &mut http::Request<Body>, _: SystemTime) -> Result<(), BoxError> {
///         let bytes = request.body().as_bytes().ok_or("a streamed body cannot be signed")?;
///         let sum: u64 = bytes.iter().map(|byte| u64::from(*byte)).sum();
///         request.headers_mut().insert("x-sum", sum.into());
///         Ok(())
///     }
/// }
/// let credential = Credential::signer(Sum);
/// # let _ = credential;
/// ```
pub trait Signer: Send + Sync {
    /// Signs the request. [`Body::as_bytes`](crate::Body::as_bytes) returns its body if it is in
    /// memory.
    fn sign(&self, request: &mut http::Request<Body>, now: SystemTime) -> Result<(), BoxError>;

    /// Explains an error response to a request that it signed, with what to do about it, at the end
    /// of the error message. `None`, the default, adds nothing.
    fn remark(&self, answer: &http::response::Parts, now: SystemTime) -> Option<String> {
        let _ = (answer, now);
        None
    }
}
