use super::Location;

/// One alternative of an operation's security: all of these schemes together,
/// each with the scopes it needs. An empty alternative means that the
/// operation may be called without credentials.
pub type Requirement = &'static [(&'static str, &'static [&'static str])];

/// A security scheme of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityScheme {
    /// `apiKey`: the credential is the value of a header, query or cookie parameter.
    ApiKey {
        /// Where the key travels.
        location: Location,
        /// The parameter's name.
        name: &'static str,
    },
    /// `http` with the scheme `basic` (RFC 7617).
    Basic,
    /// `http` with the scheme `bearer` (RFC 6750).
    Bearer,
    /// `oauth2`: an access token, sent as a bearer token.
    OAuth2,
    /// `openIdConnect`: a token, sent as a bearer token.
    OpenIdConnect,
    /// A signature over the whole request, by the named algorithm.
    Signer(&'static str),
    /// Another `http` scheme, such as `digest`: a signer has to do it.
    Http(&'static str),
    /// `mutualTLS`: a certificate that the transport shows, which only its
    /// owner knows of: [`Credential::of_transport`](crate::Credential::of_transport).
    MutualTls,
}

impl SecurityScheme {
    /// An `apiKey` scheme.
    #[must_use]
    pub const fn api_key(location: Location, name: &'static str) -> Self {
        Self::ApiKey { location, name }
    }

    /// `http` with the scheme `basic`.
    #[must_use]
    pub const fn basic() -> Self {
        Self::Basic
    }

    /// `http` with the scheme `bearer`.
    #[must_use]
    pub const fn bearer() -> Self {
        Self::Bearer
    }

    /// `http` with any other scheme.
    #[must_use]
    pub const fn http(scheme: &'static str) -> Self {
        Self::Http(scheme)
    }

    /// `oauth2`.
    #[must_use]
    pub const fn oauth2() -> Self {
        Self::OAuth2
    }

    /// `openIdConnect`.
    #[must_use]
    pub const fn open_id_connect() -> Self {
        Self::OpenIdConnect
    }

    /// A signature by the named algorithm.
    #[must_use]
    pub const fn signer(algorithm: &'static str) -> Self {
        Self::Signer(algorithm)
    }

    /// `mutualTLS`.
    #[must_use]
    pub const fn mutual_tls() -> Self {
        Self::MutualTls
    }
}
