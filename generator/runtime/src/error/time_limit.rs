use std::time::Duration;

/// A limit on the time that a part of a call may take, and how long it is.
///
/// ```
/// use std::time::Duration;
///
/// use callwright_runtime::TimeLimit;
///
/// let limit = TimeLimit::Idle(Duration::from_secs(60));
/// assert_eq!(limit.duration(), Duration::from_secs(60));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeLimit {
    /// The whole call, with all its attempts and the delays between them:
    /// [`ClientBuilder::timeout`](crate::ClientBuilder::timeout).
    Call(Duration),
    /// One attempt: [`Retry::attempt_timeout`](crate::Retry::attempt_timeout).
    Attempt(Duration),
    /// Establishing a connection:
    /// [`ClientBuilder::connect_timeout`](crate::ClientBuilder::connect_timeout).
    Connect(Duration),
    /// Silence between two pieces of a body or of a stream:
    /// [`ClientBuilder::idle_timeout`](crate::ClientBuilder::idle_timeout).
    Idle(Duration),
    /// A token source or a source of keys:
    /// [`ClientBuilder::credential_timeout`](crate::ClientBuilder::credential_timeout).
    Credential(Duration),
}

impl TimeLimit {
    /// The length of the limit.
    #[must_use]
    pub fn duration(self) -> Duration {
        match self {
            Self::Call(limit)
            | Self::Attempt(limit)
            | Self::Connect(limit)
            | Self::Idle(limit)
            | Self::Credential(limit) => limit,
        }
    }

    /// The limit in the words of a message.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Call(_) => "the timeout of the call",
            Self::Attempt(_) => "the timeout of an attempt",
            Self::Connect(_) => "the timeout of a connection",
            Self::Idle(_) => "the idle timeout",
            Self::Credential(_) => "the timeout of a credential",
        }
    }
}
