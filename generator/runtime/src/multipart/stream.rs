use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::body::Body;
use crate::transport::TransportError;

/// A piece of a body.
pub(super) enum Piece {
    Bytes(Bytes),
    Stream(Body),
}

/// Pieces in sequence, as one body.
pub(super) struct Chain(VecDeque<Body>);

impl Chain {
    pub(super) fn new(pieces: Vec<Piece>) -> Self {
        let bodies = pieces.into_iter().map(|piece| match piece {
            Piece::Bytes(bytes) => Body::from(bytes),
            Piece::Stream(body) => body,
        });
        Self(bodies.collect())
    }
}

impl http_body::Body for Chain {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        while let Some(body) = self.0.front_mut() {
            match Pin::new(body).poll_frame(context) {
                Poll::Ready(None) => {
                    self.0.pop_front();
                }
                // The trailers of a part would end the whole body.
                Poll::Ready(Some(Ok(frame))) if !frame.is_data() => {}
                other => return other,
            }
        }
        Poll::Ready(None)
    }

    /// The total length, if the length of every piece is known.
    fn size_hint(&self) -> SizeHint {
        let exact =
            self.0.iter().try_fold(0_u64, |sum, body| sum.checked_add(body.size_hint().exact()?));
        exact.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
