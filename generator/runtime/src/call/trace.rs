//! Spans and events of the feature `tracing`, with the names of OpenTelemetry's conventions for HTTP
//! clients. They have no secret and no body; without the feature nothing is compiled.

use http::response::Parts;

use super::Call;
use super::decode::Received;
use crate::describe::Operation;
use crate::error::Fault;

#[cfg(feature = "tracing")]
mod enabled {
    use std::future::Future;

    use tracing::Instrument as _;
    use tracing::field::Empty;

    use super::{Call, Fault, Operation, Parts, Received};

    /// The span of a call.
    pub(in crate::call) struct Span(tracing::Span);

    impl Span {
        pub(in crate::call) fn of(call: &Call) -> Self {
            let Operation { id, method, path, .. } = *call.operation;
            let base = call.base().ok();
            let server = base.as_ref().and_then(http::Uri::host);
            let port = base.as_ref().and_then(|base| {
                base.port_u16().or(Some(if base.scheme_str() == Some("http") { 80 } else { 443 }))
            });
            Self(tracing::info_span!(
                "http.client.call",
                "otel.kind" = "client",
                "otel.name" = format_args!("{method} {path}"),
                "callwright.operation" = id,
                "http.request.method" = method,
                "url.template" = path,
                "server.address" = server,
                "server.port" = port,
                "http.response.status_code" = Empty,
                "http.request.resend_count" = Empty,
                "error.type" = Empty,
                "request_id" = Empty,
            ))
        }

        pub(in crate::call) fn around<F: Future>(
            &self,
            call: F,
        ) -> impl Future<Output = F::Output> + use<F> {
            call.instrument(self.0.clone())
        }

        pub(in crate::call) fn end(&self, outcome: &Result<Received, Fault>) {
            let Self(span) = self;
            let tries = match outcome {
                Ok(received) => {
                    let status = received.parts.status;
                    span.record("http.response.status_code", status.as_u16());
                    if status.is_client_error() || status.is_server_error() {
                        span.record("error.type", status.as_str());
                    }
                    if let Some(id) = received.request_id() {
                        span.record("request_id", id);
                    }
                    &received.tries
                }
                Err(fault) => {
                    span.record("error.type", format!("{:?}", fault.kind));
                    &fault.tries
                }
            };
            if tries.attempts > 1 {
                span.record("http.request.resend_count", tries.attempts - 1);
            }
        }
    }

    /// The event of one request.
    pub(in crate::call) fn exchanged(
        operation: &Operation,
        attempt: u32,
        outcome: Result<&Parts, &Fault>,
    ) {
        let resent = attempt.saturating_sub(1);
        match outcome {
            Ok(parts) => tracing::debug!(
                "callwright.operation" = operation.id,
                "http.response.status_code" = parts.status.as_u16(),
                "http.request.resend_count" = resent,
                "response received"
            ),
            Err(fault) => tracing::debug!(
                "callwright.operation" = operation.id,
                "error.type" = ?fault.kind,
                "http.request.resend_count" = resent,
                "request failed"
            ),
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod disabled {
    use super::{Call, Fault, Operation, Parts, Received};

    /// Nothing.
    pub(in crate::call) struct Span;

    impl Span {
        pub(in crate::call) fn of(_: &Call) -> Self {
            Self
        }

        #[allow(clippy::unused_self, reason = "the span of the feature `tracing` needs itself")]
        pub(in crate::call) fn around<F>(&self, call: F) -> F {
            call
        }

        #[allow(clippy::unused_self, reason = "the span of the feature `tracing` needs itself")]
        pub(in crate::call) fn end(&self, _: &Result<Received, Fault>) {}
    }

    pub(in crate::call) fn exchanged(_: &Operation, _: u32, _: Result<&Parts, &Fault>) {}
}

#[cfg(not(feature = "tracing"))]
pub(super) use disabled::{Span, exchanged};
#[cfg(feature = "tracing")]
pub(super) use enabled::{Span, exchanged};
