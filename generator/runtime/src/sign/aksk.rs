use std::fmt;

use crate::model::Secret;

#[cfg(test)]
mod tests;

/// An access key and its secret key, which sign requests.
///
/// Requests are signed with `SDK-HMAC-SHA256`: every header, the time, and the whole body if it is
/// JSON, BSON or has no declared media type. The gateway accepts a signature for 15 minutes, so
/// each attempt needs a fresh one; signing a request again replaces the earlier signature.
///
/// Do not retry a request that was refused with 401: after five consecutive failures the gateway
/// locks the keys for minutes.
///
/// Two kinds of headers are sent unsigned: those with an underscore in their name, which gateways
/// drop, and repeated ones, whose joined form is undefined.
///
/// Its memory is overwritten on drop, and `Debug` shows no part of it.
///
/// ```no_run
/// use callwright_runtime::{Credential, sign::AkSk};
///
/// // Reads the environment, then the credentials file.
/// let keys = AkSk::discover()?;
/// let project = keys.project().map(str::to_owned);
/// let credential = Credential::from(keys);
/// # Ok::<(), callwright_runtime::sign::KeySourceError>(())
/// ```
#[derive(Clone)]
pub struct AkSk {
    access: Secret,
    secret: Secret,
    security_token: Option<Secret>,
    project: Option<String>,
    domain: Option<String>,
}

impl AkSk {
    /// Creates a pair of an access key (AK) and its secret key (SK).
    #[must_use]
    pub fn new(access_key: impl Into<Secret>, secret_key: impl Into<Secret>) -> Self {
        Self {
            access: access_key.into(),
            secret: secret_key.into(),
            security_token: None,
            project: None,
            domain: None,
        }
    }

    /// Sets the token of temporary keys, sent as `X-Security-Token`.
    #[must_use]
    pub fn security_token(mut self, token: impl Into<Secret>) -> Self {
        self.security_token = Some(token.into());
        self
    }

    /// Sets the project of the requests, sent as `X-Project-Id` unless the request has that header.
    #[must_use]
    pub fn project_id(mut self, id: impl Into<String>) -> Self {
        self.project = Some(id.into());
        self
    }

    /// Sets the domain (account) of requests to a global service, sent as `X-Domain-Id` unless
    /// there is a project or the request has that header.
    #[must_use]
    pub fn domain_id(mut self, id: impl Into<String>) -> Self {
        self.domain = Some(id.into());
        self
    }

    /// The access key, which is not a secret but identifies the account.
    #[must_use]
    pub fn access_key(&self) -> &str {
        self.access.expose()
    }

    /// The project, if one is set.
    #[must_use]
    pub fn project(&self) -> Option<&str> {
        self.project.as_deref()
    }

    /// The domain, if one is set.
    #[must_use]
    pub fn domain(&self) -> Option<&str> {
        self.domain.as_deref()
    }

    pub(super) fn secret_key(&self) -> &str {
        self.secret.expose()
    }

    pub(super) fn token(&self) -> Option<&str> {
        self.security_token.as_ref().map(Secret::expose)
    }
}

/// Shows which parts are set.
impl fmt::Debug for AkSk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |set: bool| if set { "set" } else { "not set" };
        f.debug_struct("AkSk")
            .field("security_token", &format_args!("{}", shown(self.security_token.is_some())))
            .field("project_id", &format_args!("{}", shown(self.project.is_some())))
            .field("domain_id", &format_args!("{}", shown(self.domain.is_some())))
            .finish_non_exhaustive()
    }
}
