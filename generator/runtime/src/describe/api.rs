use super::{SecurityScheme, Server};

/// Named predicates and the error codes that make each of them true, for
/// example `("not_found", &["ModelArts.6309"])`.
///
/// The runtime knows `not_found`, `unauthorized`, `forbidden`, `conflict` and
/// `rate_limited`; see the predicates of [`Error`](crate::Error).
pub type Predicates = &'static [(&'static str, &'static [&'static str])];

/// Which members of a JSON error body carry what every error has.
///
/// Of each list the first member that is present and is a string or a number
/// wins. A name that begins with `/` is a JSON pointer (RFC 6901) into the
/// body, for documents that nest their errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ErrorMembers {
    /// Members that hold the machine-readable code.
    pub code: &'static [&'static str],
    /// Members that hold the text for people.
    pub message: &'static [&'static str],
    /// Members that hold the id of the failed request.
    pub request_id: &'static [&'static str],
}

impl ErrorMembers {
    /// No member is known.
    pub const NONE: Self = Self { code: &[], message: &[], request_id: &[] };
}

/// A whole API: what all its operations share.
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
    pub(crate) secrets: &'static [&'static str],
}

impl Api {
    /// Describes an API by its title, its version, and the `User-Agent` that
    /// its client sends unless told otherwise.
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
            secrets: &[],
        }
    }

    /// The servers of the document; the first is the default.
    #[must_use]
    pub const fn servers(mut self, servers: &'static [Server]) -> Self {
        self.servers = servers;
        self
    }

    /// Every operation has servers of its own, so that it does not matter
    /// whether one of the document's can be sent to.
    #[must_use]
    pub const fn own_servers(mut self) -> Self {
        self.own_servers = true;
        self
    }

    /// The parameters that are set once, on the client.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [&'static str]) -> Self {
        self.parameters = parameters;
        self
    }

    /// The security schemes by name.
    #[must_use]
    pub const fn security_schemes(
        mut self,
        schemes: &'static [(&'static str, SecurityScheme)],
    ) -> Self {
        self.security_schemes = schemes;
        self
    }

    /// Where error bodies carry their code, message and request id.
    #[must_use]
    pub const fn error(mut self, members: ErrorMembers) -> Self {
        self.error = members;
        self
    }

    /// Error codes that make a predicate of the error true.
    #[must_use]
    pub const fn predicates(mut self, predicates: Predicates) -> Self {
        self.predicates = predicates;
        self
    }

    /// The response header that carries the id of a request.
    #[must_use]
    pub const fn request_id(mut self, header: &'static str) -> Self {
        self.request_id = Some(header);
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

    /// The names of properties and parameters that the document declares
    /// secret, for recordings to leave out.
    #[must_use]
    pub const fn secrets(mut self, names: &'static [&'static str]) -> Self {
        self.secrets = names;
        self
    }

    pub(crate) fn security_scheme(&self, name: &str) -> Option<&'static SecurityScheme> {
        self.security_schemes.iter().find(|(known, _)| *known == name).map(|(_, scheme)| scheme)
    }
}
