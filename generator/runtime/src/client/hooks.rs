use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::response::Parts;
use http::{HeaderMap, StatusCode};

use crate::body::Body;
use crate::describe::Operation;
use crate::error::{ErrorKind, Fault};

/// What came of one request: [`ClientBuilder::on_response`](crate::ClientBuilder::on_response)
/// receives it as soon as the head of the response has arrived, or the request has failed.
#[derive(Clone, Copy)]
pub struct Exchanged<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) attempt: u32,
    pub(crate) elapsed: Duration,
    pub(crate) outcome: Result<&'a Parts, &'a Fault>,
}

impl Exchanged<'_> {
    /// The id of the operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.id()
    }

    /// The number of the attempt, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// The time since the request was handed to the transport, by the client's clock.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// The status of the response; `None` if there was none.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.outcome.ok().map(|parts| parts.status)
    }

    /// The headers of the response; `None` if there was none.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.outcome.ok().map(|parts| &parts.headers)
    }

    /// The kind of failure, if there was no response.
    #[must_use]
    pub fn error_kind(&self) -> Option<ErrorKind> {
        self.outcome.err().map(|fault| fault.kind)
    }
}

/// Shows no header values.
impl fmt::Debug for Exchanged<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchanged")
            .field("operation", &self.operation())
            .field("attempt", &self.attempt)
            .field("elapsed", &self.elapsed)
            .field("status", &self.status())
            .field("error_kind", &self.error_kind())
            .finish()
    }
}

#[cfg(not(target_family = "wasm"))]
pub(super) type OnRequest = dyn Fn(&mut http::Request<Body>) + Send + Sync;
#[cfg(target_family = "wasm")]
pub(super) type OnRequest = dyn Fn(&mut http::Request<Body>);
#[cfg(not(target_family = "wasm"))]
pub(super) type OnResponse = dyn Fn(&Exchanged<'_>) + Send + Sync;
#[cfg(target_family = "wasm")]
pub(super) type OnResponse = dyn Fn(&Exchanged<'_>);

/// The caller's functions around each request.
#[derive(Clone, Default)]
pub(crate) struct Hooks {
    pub(super) on_request: Vec<Arc<OnRequest>>,
    pub(super) on_response: Vec<Arc<OnResponse>>,
}

impl Hooks {
    pub(crate) fn request(&self, request: &mut http::Request<Body>) {
        self.on_request.iter().for_each(|hook| hook(request));
    }

    pub(crate) fn response(&self, exchanged: &Exchanged<'_>) {
        self.on_response.iter().for_each(|hook| hook(exchanged));
    }

    /// Whether anyone measures responses.
    pub(crate) fn observe(&self) -> bool {
        !self.on_response.is_empty()
    }
}
