use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{ErrorKind, Members, TimeLimit, Tries};
use crate::describe::{Operation, Predicates};
use crate::transport::{BoxError, TransportError, TransportErrorKind};

/// An error without its typed body: what everything that is not generic makes.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) kind: ErrorKind,
    pub(crate) operation: Option<&'static Operation>,
    /// The failure and its remedy, as far as the kind does not say it.
    pub(crate) detail: String,
    pub(crate) answer: Option<Box<Answer>>,
    pub(crate) source: Option<BoxError>,
    /// The limit that ended the call, if one did.
    pub(crate) time_limit: Option<TimeLimit>,
    pub(crate) tries: Tries,
}

/// The reason why an item of a stream cannot be decoded, with the item.
#[derive(Debug)]
pub(crate) struct BadItem {
    pub(crate) item: Bytes,
    pub(crate) source: BoxError,
}

impl fmt::Display for BadItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl std::error::Error for BadItem {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.source()
    }
}

/// The part of an error response that is kept.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) truncated: bool,
    pub(crate) members: Members,
    pub(crate) predicates: Predicates,
}

impl Fault {
    pub(crate) fn new(kind: ErrorKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            operation: None,
            detail: detail.into(),
            answer: None,
            source: None,
            time_limit: None,
            tries: Tries::default(),
        }
    }

    /// A call that ran into a limit.
    pub(crate) fn out_of_time(
        kind: ErrorKind,
        limit: TimeLimit,
        detail: impl Into<String>,
    ) -> Self {
        Self { time_limit: Some(limit), ..Self::new(kind, detail) }
    }

    pub(crate) fn configuration(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration, detail)
    }

    pub(crate) fn argument(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidArgument, detail)
    }

    pub(crate) fn operation(mut self, operation: &'static Operation) -> Self {
        self.operation = Some(operation);
        self
    }

    pub(crate) fn source(mut self, source: impl Into<BoxError>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The failure of a transport for a request to `authority`.
    pub(crate) fn transport(error: TransportError, authority: &str) -> Self {
        let limit = error.time_limit();
        let (kind, detail) = match error.kind() {
            TransportErrorKind::Connect => {
                let within = limit
                    .map_or_else(String::new, |limit| format!(" within {:?}", limit.duration()));
                let detail = format!(
                    "cannot connect to {authority}{within}; check the endpoint and the network"
                );
                (ErrorKind::Connect, detail)
            }
            TransportErrorKind::Certificate => (
                ErrorKind::Certificate,
                format!("no trusted connection to {authority}: {}", error.reason()),
            ),
            TransportErrorKind::Timeout => {
                let detail = match limit {
                    Some(limit) => format!(
                        "{authority} sent no data for {:?}, {}",
                        limit.duration(),
                        limit.name()
                    ),
                    None => format!("{authority} did not answer in time"),
                };
                (ErrorKind::Timeout, detail)
            }
            TransportErrorKind::Other => {
                (ErrorKind::Transport, format!("the exchange with {authority} broke off"))
            }
        };
        Self { time_limit: limit, ..Self::new(kind, detail) }.source(error)
    }
}
