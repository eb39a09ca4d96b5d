//! Credentials: keys, tokens, and sources of them.
//!
//! | you have | use |
//! |---|---|
//! | a key or a token | [`Credential::api_key`], [`Credential::bearer`] |
//! | a user name and a password | [`Credential::basic`] |
//! | a client id and a client secret (RFC 6749, section 4.4) | [`ClientCredentials`] |
//! | a refresh token (RFC 6749, section 6) | [`RefreshToken`] |
//! | another way to get tokens that expire | [`TokenCache`] |
//! | a vault that answers for every request | [`TokenSource`] |
//! | a signature or another computation over the request | [`Signer`] |

mod cache;
mod client_credentials;
mod context;
mod refresh_token;
mod secret_names;
mod shared_future;
mod signer;
mod token_cache;
mod token_endpoint;
mod token_source;

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

#[cfg(feature = "sdk-hmac-sha256")]
pub(crate) use self::cache::{Cache, Fetched};
pub use self::client_credentials::ClientCredentials;
pub use self::context::CredentialContext;
pub use self::refresh_token::RefreshToken;
pub(crate) use self::secret_names::SecretNames;
pub use self::signer::Signer;
pub use self::token_cache::{AccessToken, TokenCache};
pub use self::token_endpoint::{ClientAuthentication, TokenError};
pub use self::token_source::TokenSource;
use crate::model::Secret;

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

impl Credential {
    /// The credential as a client uses it.
    pub(crate) fn bound(&self, context: &CredentialContext) -> Self {
        match &self.0 {
            CredentialKind::Source(source) => {
                let bound = source.bind(context).unwrap_or_else(|| Arc::clone(source));
                Self(CredentialKind::Source(bound))
            }
            CredentialKind::Signer(signer) => {
                let bound = signer.bind(context).unwrap_or_else(|| Arc::clone(signer));
                Self(CredentialKind::Signer(bound))
            }
            CredentialKind::Secret(_) | CredentialKind::Basic(_) | CredentialKind::Transport => {
                self.clone()
            }
        }
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
