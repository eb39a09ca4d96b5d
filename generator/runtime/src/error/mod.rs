//! The error type of every call.

mod display;
mod fault;
mod kind;
mod members;
mod predicates;
mod time_limit;
mod tries;

#[cfg(test)]
mod tests;

use std::fmt;

pub(crate) use fault::{Answer, BadItem, Fault};
use http::{HeaderMap, StatusCode};
pub use kind::ErrorKind;
pub(crate) use members::Members;
pub use time_limit::TimeLimit;
pub(crate) use tries::Tries;

use crate::response::{HeaderRecord, NoError, read_headers};

/// The reason why a call failed.
///
/// `E` is the type of the operation's documented error bodies, or [`NoError`] if there are none or
/// no operation was involved. [`kind`](Self::kind) says what happened, the predicates what it
/// means, and [`api`](Self::api) what the server said. Neither `Display` nor `Debug` shows
/// credentials, header values or bodies.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// # use pets::{Canned, Client};
/// use callwright_runtime::{ErrorKind, SendBlocking};
///
/// # let client = Client::builder().transport(Canned(|_| (404, r#"{"code":"P.1"}"#))).build()?;
/// let error = client.list_pets().send_blocking().unwrap_err();
/// assert!(error.is_not_found());
/// assert_eq!(error.kind(), ErrorKind::Documented);
/// assert_eq!(error.error_code(), Some("P.1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Error<E = NoError>(Box<Inner<E>>);

struct Inner<E> {
    fault: Fault,
    api: Option<E>,
}

impl<E> Error<E> {
    pub(crate) fn new(fault: Fault, api: Option<E>) -> Self {
        Self(Box::new(Inner { fault, api }))
    }

    /// The kind of failure.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.fault.kind
    }

    /// The id of the operation that was called.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.fault.operation.map(|operation| operation.id)
    }

    /// The documented error body, if the server sent one.
    #[must_use]
    pub fn api(&self) -> Option<&E> {
        self.0.api.as_ref()
    }

    /// The documented error body, by value, if the server sent one.
    #[must_use]
    pub fn into_api(self) -> Option<E> {
        self.0.api
    }

    /// The status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.answer().map(|answer| answer.status)
    }

    /// The headers of the response, if there was one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.answer().map(|answer| &answer.headers)
    }

    /// The headers that the document describes for errors of the operation, as the struct that its method names; `None`
    /// if there was no response. A header that is absent or not as documented is `None`.
    #[must_use]
    pub fn documented_headers<H: HeaderRecord + Default>(&self) -> Option<H> {
        let mut headers = H::default();
        read_headers(&mut headers, self.headers()?);
        Some(headers)
    }

    /// The raw body of the response, up to [`ERROR_BODY_LIMIT`](crate::ERROR_BODY_LIMIT) bytes;
    /// empty if there was no response. For an item of a stream that cannot be decoded, it is that item.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        let body = self.answer().map(|answer| &answer.body);
        body.or(self.bad_item().map(|bad| &bad.item)).map_or(&[], |body| body)
    }

    /// Whether [`body`](Self::body) is truncated.
    #[must_use]
    pub fn is_body_truncated(&self) -> bool {
        self.answer().is_some_and(|answer| answer.truncated)
    }

    /// The server's machine-readable code, from the members that the document declares.
    #[must_use]
    pub fn error_code(&self) -> Option<&str> {
        self.answer()?.members.code.as_deref()
    }

    /// The server's human-readable message, from the members that the document declares.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.answer()?.members.message.as_deref()
    }

    /// The id under which the server logs the request: from the documented response header, or from
    /// the body.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.answer()?.members.request_id.as_deref()
    }

    /// The number of attempts that were begun: 0 if the call failed before the first, 1 without
    /// [retries](crate::Retry).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.fault.tries.attempts
    }

    /// The last attempt that the server answered, if this failure is not an answer itself: a call
    /// that ran out of time while it waited to repeat a 503 says so here.
    #[must_use]
    pub fn last_answer(&self) -> Option<&Error> {
        self.0.fault.tries.last_answer.as_ref()
    }

    /// The limit that ended the call, if it ran out of time.
    #[must_use]
    pub fn time_limit(&self) -> Option<TimeLimit> {
        self.0.fault.time_limit
    }

    /// The decoding error: what was expected and found, at which path.
    #[must_use]
    pub fn decode_error(&self) -> Option<&crate::json::DecodeError> {
        let source = self.bad_item().map(|bad| &bad.source);
        source.or(self.0.fault.source.as_ref())?.downcast_ref()
    }

    /// The same failure without the typed body, for storing errors of different operations
    /// together.
    #[must_use]
    pub fn without_api(self) -> Error {
        Error::new(self.0.fault, None)
    }

    fn bad_item(&self) -> Option<&BadItem> {
        self.0.fault.source.as_ref()?.downcast_ref()
    }

    fn answer(&self) -> Option<&Answer> {
        self.0.fault.answer.as_deref()
    }

    pub(crate) fn fault(&self) -> &Fault {
        &self.0.fault
    }

    /// The same failure as that of a call with another error body, which it does not have.
    pub(crate) fn of_api<A>(self) -> Error<A> {
        Error::new(self.0.fault, None)
    }

    /// The same error, after these tries.
    pub(crate) fn after(mut self, tries: Tries) -> Self {
        self.0.fault.tries = tries;
        self
    }
}

impl<E> From<Fault> for Error<E> {
    fn from(fault: Fault) -> Self {
        Self::new(fault, None)
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fault.fmt(f)
    }
}

impl<E: fmt::Debug> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { fault, api } = &*self.0;
        let Fault { kind, operation, detail, answer, source, time_limit, tries } = fault;
        let mut shown = f.debug_struct("Error");
        shown
            .field("kind", kind)
            .field("operation", &operation.map(|operation| operation.id))
            .field("detail", detail);
        if let Some(answer) = answer {
            let Answer { status, headers, body, truncated, members, predicates: _ } = &**answer;
            shown
                .field("status", status)
                .field("header_names", &headers.keys().collect::<Vec<_>>())
                .field("body_bytes", &body.len())
                .field("truncated", truncated)
                .field("members", members);
        }
        shown.field("time_limit", time_limit).field("tries", tries);
        shown.field("api", api).field("source", source).finish()
    }
}

impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source: &(dyn std::error::Error + 'static) = self.0.fault.source.as_deref()?;
        Some(source)
    }
}
