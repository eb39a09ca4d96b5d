use super::{Error, ErrorKind, Fault};
use crate::retry::TRANSIENT;

impl<E> Error<E> {
    /// The resource does not exist: status 404, or a code that the document declares to mean that.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.fault().means(404, "not_found")
    }

    /// The server does not accept the credentials: status 401, or a declared code.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.fault().means(401, "unauthorized")
    }

    /// The credentials do not permit the operation: status 403, or a declared code.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.fault().means(403, "forbidden")
    }

    /// The state of the resource does not permit the operation: status 409, or a declared code.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.fault().means(409, "conflict")
    }

    /// Too many requests: status 429, or a declared code.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.fault().means(429, "rate_limited")
    }

    /// The same call may succeed later, as far as the response says: status 408, 425, 429, 502, 503
    /// or 504, or a code that the document declares to be transient.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        self.status().is_some_and(|status| TRANSIENT.contains(&status.as_u16()))
            || self.fault().means(429, "transient")
    }

    /// The server carried the call out: its status is a success (2xx), and only its answer is not what the document
    /// describes, such as an empty body in place of JSON. Do not repeat such a call without need.
    #[must_use]
    pub fn has_succeeded(&self) -> bool {
        self.status().is_some_and(|status| status.is_success())
    }

    /// The server failed: any status from 500 on.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status().is_some_and(|status| status.is_server_error())
    }

    /// The call timed out, here or on the server (408, 504).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
            || self.time_limit().is_some()
            || self.status().is_some_and(|status| matches!(status.as_u16(), 408 | 504))
    }

    /// The connection could not be established: nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// The response does not match the document.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }

    /// An argument cannot be sent: nothing was sent.
    #[must_use]
    pub fn is_invalid_argument(&self) -> bool {
        self.kind() == ErrorKind::InvalidArgument
    }

    /// No credential satisfies the operation's security requirements: nothing was sent.
    #[must_use]
    pub fn is_missing_credential(&self) -> bool {
        self.kind() == ErrorKind::MissingCredential
    }
}

impl Fault {
    /// Whether the status or the code has the meaning. Only error responses count: some APIs put an
    /// error code into a success.
    pub(crate) fn means(&self, status: u16, predicate: &str) -> bool {
        let Some(answer) = &self.answer else { return false };
        if answer.status.as_u16() == status {
            return true;
        }
        let Some(code) = answer.members.code.as_deref() else { return false };
        let own = self.operation.map_or(&[] as _, |operation| operation.predicates);
        let named = own.iter().chain(answer.predicates).filter(|(name, _)| *name == predicate);
        named.flat_map(|(_, codes)| codes.iter()).any(|known| *known == code)
    }
}
