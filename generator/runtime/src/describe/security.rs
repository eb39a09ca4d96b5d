use super::Location;

/// One alternative of an operation's security requirements: schemes that are all required, each
/// with its scopes. An empty alternative means that the operation can be called without
/// credentials.
pub type Requirement = &'static [(&'static str, &'static [&'static str])];

/// A security scheme of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityScheme {
    /// `apiKey`: the credential is the value of a header, query or cookie parameter.
    ApiKey {
        /// The location of the key.
        location: Location,
        /// The parameter's name.
        name: &'static str,
    },
    /// `http` with the scheme `basic` (RFC 7617).
    Basic,
    /// `http` with the scheme `bearer` (RFC 6750).
    Bearer,
    /// `oauth2`: an access token, sent as a bearer token.
    OAuth2 {
        /// The URL where tokens are requested, if a flow has one.
        token_url: Option<&'static str>,
        /// The URL where tokens are refreshed, if it is another one.
        refresh_url: Option<&'static str>,
    },
    /// `openIdConnect`: a token, sent as a bearer token.
    OpenIdConnect,
    /// A signature over the whole request, by the named algorithm.
    Signer(&'static str),
    /// Any other `http` scheme, such as `digest`, which a signer must implement.
    Http(&'static str),
    /// `mutualTLS`: a client certificate of the transport, which the caller declares with
    /// [`Credential::of_transport`](crate::Credential::of_transport).
    MutualTls,
}

impl SecurityScheme {
    /// Describes an `apiKey` scheme.
    #[must_use]
    pub const fn api_key(location: Location, name: &'static str) -> Self {
        Self::ApiKey { location, name }
    }

    /// Describes `http` with the scheme `basic`.
    #[must_use]
    pub const fn basic() -> Self {
        Self::Basic
    }

    /// Describes `http` with the scheme `bearer`.
    #[must_use]
    pub const fn bearer() -> Self {
        Self::Bearer
    }

    /// Describes `http` with any other scheme.
    #[must_use]
    pub const fn http(scheme: &'static str) -> Self {
        Self::Http(scheme)
    }

    /// Describes `oauth2`.
    #[must_use]
    pub const fn oauth2() -> Self {
        Self::OAuth2 { token_url: None, refresh_url: None }
    }

    /// Adds the URL of an `oauth2` scheme where tokens are requested.
    #[must_use]
    pub const fn token_url(self, url: &'static str) -> Self {
        match self {
            Self::OAuth2 { refresh_url, .. } => Self::OAuth2 { token_url: Some(url), refresh_url },
            other => other,
        }
    }

    /// Adds the URL of an `oauth2` scheme where tokens are refreshed.
    #[must_use]
    pub const fn refresh_url(self, url: &'static str) -> Self {
        match self {
            Self::OAuth2 { token_url, .. } => Self::OAuth2 { token_url, refresh_url: Some(url) },
            other => other,
        }
    }

    /// Describes `openIdConnect`.
    #[must_use]
    pub const fn open_id_connect() -> Self {
        Self::OpenIdConnect
    }

    /// Describes a signature by the named algorithm.
    #[must_use]
    pub const fn signer(algorithm: &'static str) -> Self {
        Self::Signer(algorithm)
    }

    /// Describes `mutualTLS`.
    #[must_use]
    pub const fn mutual_tls() -> Self {
        Self::MutualTls
    }
}
