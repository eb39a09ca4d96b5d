use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::idle::Idle;
use crate::transport::TransportError;

/// The body of a response that is read piece by piece: silence ends it, and so does the first
/// error.
pub(super) struct ReceivedBody<B> {
    /// `None` after an error, so that the connection is closed as soon as it fails.
    body: Option<B>,
    idle: Idle,
    received: u64,
}

impl<B> ReceivedBody<B> {
    pub(super) fn new(body: B, idle: Idle) -> Self {
        Self { body: Some(body), idle, received: 0 }
    }
}

impl<B> http_body::Body for ReceivedBody<B>
where
    B: http_body::Body<Data = Bytes, Error = TransportError> + Unpin,
{
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let Self { body: held, idle, received } = self.get_mut();
        let Some(body) = held else { return Poll::Ready(None) };
        let polled = idle.watch(Pin::new(body).poll_frame(context), *received, context);
        match &polled {
            Poll::Ready(Some(Ok(frame))) => {
                let length = frame.data_ref().map_or(0, Bytes::len);
                *received = received.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
            }
            Poll::Ready(Some(Err(_))) => *held = None,
            Poll::Ready(None) | Poll::Pending => {}
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(http_body::Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), http_body::Body::size_hint)
    }
}
