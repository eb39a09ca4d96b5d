use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::permits::Permit;
use crate::transport::TransportError;

/// A body that keeps the permit of its call until its end.
pub(super) struct Permitted<B> {
    body: B,
    permit: Option<Permit>,
}

impl<B> Permitted<B> {
    pub(super) fn new(body: B, permit: Permit) -> Self {
        Self { body, permit: Some(permit) }
    }
}

impl<B> http_body::Body for Permitted<B>
where
    B: http_body::Body<Data = Bytes, Error = TransportError> + Unpin,
{
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.body).poll_frame(context);
        if let Poll::Ready(None | Some(Err(_))) = polled {
            this.permit = None;
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
