use super::{SecurityScheme, Server};

/// Named predicates with their error codes, for example `("not_found", &["ModelArts.6309"])`.
///
/// The runtime knows `not_found`, `unauthorized`, `forbidden`, `conflict`, `rate_limited` and
/// `transient`; see the predicates of [`Error`](crate::Error).
pub type Predicates = &'static [(&'static str, &'static [&'static str])];

/// The locations of code, message and request id in a JSON error body.
///
/// In each list the first member that is present, and is a string or a number, wins. A name that
/// begins with `/` is a JSON pointer (RFC 6901), for nested errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErrorMembers {
    /// Members with the machine-readable code.
    pub code: &'static [&'static str],
    /// Members with the human-readable message.
    pub message: &'static [&'static str],
    /// Members with the id of the failed request.
    pub request_id: &'static [&'static str],
}

impl ErrorMembers {
    /// Declares no members.
    pub const NONE: Self = Self { code: &[], message: &[], request_id: &[] };
}

/// An API: the facts that all its operations share.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    pub(crate) title: &'static str,
    pub(crate) version: &'static str,
    pub(crate) user_agent: &'static str,
    pub(crate) servers: &'static [Server],
    pub(crate) own_servers: bool,
    pub(crate) parameters: &'static [&'static str],
    pub(crate) security_schemes: &'static [(&'static str, SecurityScheme)],
    pub(crate) error: ErrorMembers,
    pub(crate) predicates: Predicates,
    pub(crate) request_id: Option<&'static str>,
    pub(crate) idempotency_key: Option<&'static str>,
    pub(crate) secrets: &'static [&'static str],
}

impl Api {
    /// Describes an API by its title, its version, and the default `User-Agent` of its client.
    #[must_use]
    pub const fn new(title: &'static str, version: &'static str, user_agent: &'static str) -> Self {
        Self {
            title,
            version,
            user_agent,
            servers: &[],
            own_servers: false,
            parameters: &[],
            security_schemes: &[],
            error: ErrorMembers::NONE,
            predicates: &[],
            request_id: None,
            idempotency_key: None,
            secrets: &[],
        }
    }

    /// Sets the servers of the document; the first is the default.
    #[must_use]
    pub const fn servers(mut self, servers: &'static [Server]) -> Self {
        self.servers = servers;
        self
    }

    /// Declares that every operation has its own servers, so that unusable servers of the document
    /// do not matter.
    #[must_use]
    pub const fn own_servers(mut self) -> Self {
        self.own_servers = true;
        self
    }

    /// Sets the parameters that are set once, on the client.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [&'static str]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Sets the security schemes, by name.
    #[must_use]
    pub const fn security_schemes(
        mut self,
        schemes: &'static [(&'static str, SecurityScheme)],
    ) -> Self {
        self.security_schemes = schemes;
        self
    }

    /// Sets the locations of code, message and request id in error bodies.
    #[must_use]
    pub const fn error(mut self, members: ErrorMembers) -> Self {
        self.error = members;
        self
    }

    /// Sets the error codes that make a predicate of the error true.
    #[must_use]
    pub const fn predicates(mut self, predicates: Predicates) -> Self {
        self.predicates = predicates;
        self
    }

    /// Sets the response header with the request id.
    #[must_use]
    pub const fn request_id(mut self, header: &'static str) -> Self {
        self.request_id = Some(header);
        self
    }

    /// Sets the request header in which every call that is not idempotent has a key of its own.
    #[must_use]
    pub const fn idempotency_key(mut self, header: &'static str) -> Self {
        self.idempotency_key = Some(header);
        self
    }

    /// The title of the document.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The version of the document.
    #[must_use]
    pub const fn version(&self) -> &'static str {
        self.version
    }

    /// Sets the names of secret properties and parameters, which recordings redact.
    #[must_use]
    pub const fn secrets(mut self, names: &'static [&'static str]) -> Self {
        self.secrets = names;
        self
    }

    pub(crate) fn security_scheme(&self, name: &str) -> Option<&'static SecurityScheme> {
        self.security_schemes.iter().find(|(known, _)| *known == name).map(|(_, scheme)| scheme)
    }
}
