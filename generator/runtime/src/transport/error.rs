use std::error::Error;
use std::fmt;

use super::BoxError;

/// What went wrong on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about: nothing was sent.
    Connect,
    /// Time ran out.
    Timeout,
    /// Anything else, such as a connection that broke.
    Other,
}

/// Why a transport could not carry a request or its response.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: BoxError,
}

impl TransportError {
    /// An error of a kind; `source` says why and must not contain the query
    /// of the URL, which may hold a key.
    pub fn new(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        Self { kind, source: source.into() }
    }

    /// No connection came about.
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Connect, source)
    }

    /// Time ran out.
    pub fn timeout(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Timeout, source)
    }

    /// Anything else.
    pub fn other(source: impl Into<BoxError>) -> Self {
        Self::new(TransportErrorKind::Other, source)
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// An error of ours as it is, any other as [`TransportErrorKind::Other`].
    pub(crate) fn from_source(source: impl Into<BoxError>) -> Self {
        match source.into().downcast::<Self>() {
            Ok(own) => *own,
            Err(source) => Self::other(source),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "the connection could not be opened",
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
