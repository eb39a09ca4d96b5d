use std::error::Error;
use std::fmt;

use crate::error::TimeLimit;

/// An error of another library.
///
/// ```
/// use callwright_runtime::transport::BoxError;
///
/// let error: BoxError = "connection refused".into();
/// assert_eq!(error.to_string(), "connection refused");
/// ```
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The kinds of transport failure.
///
/// ```
/// use callwright_runtime::transport::{TransportError, TransportErrorKind};
///
/// let error = TransportError::connect("connection refused");
/// assert_eq!(error.kind(), TransportErrorKind::Connect);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection could not be established: nothing was sent.
    Connect,
    /// The certificate of the server is not valid, or the server refused the client's: nothing was
    /// sent.
    Certificate,
    /// The transport timed out.
    Timeout,
    /// Any other failure, such as a broken connection.
    Other,
}

/// The reason why a transport could not send a request or receive its response.
///
/// ```
/// use callwright_runtime::transport::{TransportError, TransportErrorKind};
///
/// let error = TransportError::connect("no route to host");
/// assert_eq!(error.kind(), TransportErrorKind::Connect);
/// ```
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: BoxError,
    time_limit: Option<TimeLimit>,
}

impl TransportError {
    /// Creates an error of a kind; `source` is the reason and must not contain the query of the
    /// URL, which may contain a key.
    pub fn new(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        Self { kind, source: source.into(), time_limit: None }
    }

    /// The connection could not be established.
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Connect, source)
    }

    /// A certificate is not valid; `source` says which one, and why.
    pub fn certificate(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Certificate, source)
    }

    /// The transport timed out.
    pub fn timeout(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Timeout, source)
    }

    /// Any other failure.
    pub fn other(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Other, source)
    }

    /// Adds the limit that was exceeded.
    #[must_use]
    pub fn with_time_limit(mut self, limit: TimeLimit) -> Self {
        self.time_limit = Some(limit);
        self
    }

    /// The limit that was exceeded, if it is known.
    #[must_use]
    pub fn time_limit(&self) -> Option<TimeLimit> {
        self.time_limit
    }

    /// The kind of failure.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// The reason, for a message.
    pub(crate) fn reason(&self) -> &BoxError {
        &self.source
    }

    /// Converts an error: a transport error stays as it is, any other becomes
    /// [`TransportErrorKind::Other`].
    pub(crate) fn from_source(source: impl Into<BoxError>) -> Self {
        match source.into().downcast::<Self>() {
            Ok(own) => *own,
            Err(source) => Self::other(source),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (TransportErrorKind::Timeout, Some(limit)) = (self.kind, self.time_limit) {
            return write!(f, "no data arrived for {:?}, {}", limit.duration(), limit.name());
        }
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "the connection could not be opened",
            TransportErrorKind::Certificate => "a certificate is not valid",
            TransportErrorKind::Timeout => "time ran out",
            TransportErrorKind::Other => "the exchange broke off",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
