//! Credentials: keys, tokens, and things that make them.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::Secret;
use crate::body::Body;
use crate::transport::{BoxError, BoxFuture};

/// What a client shows for one security scheme of its document. `Debug` never
/// shows any of it.
#[derive(Clone)]
pub struct Credential(pub(crate) CredentialKind);

#[derive(Clone)]
pub(crate) enum CredentialKind {
    Secret(Secret),
    /// `user:password`, in Base64.
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

    /// A user and a password, for HTTP basic authentication (RFC 7617, in UTF-8).
    #[must_use]
    pub fn basic(user: &str, password: impl Into<Secret>) -> Self {
        let pair = Zeroizing::new(format!("{user}:{}", password.into().expose()));
        Self(CredentialKind::Basic(STANDARD.encode(pair.as_bytes()).into()))
    }

    /// Something that gives a token when one is needed.
    #[must_use]
    pub fn source(source: impl TokenSource + 'static) -> Self {
        Self(CredentialKind::Source(Arc::new(source)))
    }

    /// Something that signs requests, or otherwise completes them.
    #[must_use]
    pub fn signer(signer: impl Signer + 'static) -> Self {
        Self(CredentialKind::Signer(Arc::new(signer)))
    }

    /// Nothing: the transport authenticates, for example by a certificate, as
    /// [`Reqwest::from_client`](crate::Reqwest::from_client) shows.
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

/// Something that gives a token when a request needs one: `oauth2` flows,
/// `OpenID` Connect, a vault. It is asked for every request and keeps what it
/// wants to keep.
pub trait TokenSource: Send + Sync {
    /// A token that is good for these scopes.
    fn token<'a>(&'a self, scopes: &'a [&'a str]) -> BoxFuture<'a, Result<Secret, BoxError>>;
}

/// Something that completes a request just before it is sent, usually by a
/// signature. It runs on every attempt, so that no signature is sent twice.
pub trait Signer: Send + Sync {
    /// Signs the request. Its body is in memory if
    /// [`Body::as_bytes`](crate::Body::as_bytes) gives it.
    fn sign(&self, request: &mut http::Request<Body>, now: jiff::Timestamp)
    -> Result<(), BoxError>;

    /// What the head of an error answer to a request that it signed means for
    /// its signature, and what to do; it ends the error's text. `None`, the
    /// default, is nothing.
    fn remark(&self, answer: &http::response::Parts, now: jiff::Timestamp) -> Option<String> {
        let _ = (answer, now);
        None
    }
}
