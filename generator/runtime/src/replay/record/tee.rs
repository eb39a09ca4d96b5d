use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::SystemTime;

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::recorder::{ExchangeState, Recorder, Recording};
use crate::body::Body;
use crate::transport::TransportError;

/// The side that sends the body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Request,
    Response,
}

/// Wraps a body and records it as it passes. A body in memory is recorded at once and stays in
/// memory, so that it can still be resent.
pub(super) fn tee(body: Body, recorder: &Recorder, index: usize, side: Side) -> Body {
    if let Some(bytes) = body.as_bytes() {
        let now = recorder.settings.clock.now();
        recorder.change(index, |recording| {
            note(recording, side, bytes);
            end(recording, side, now);
        });
        return body;
    }
    Body::from_body(Tee { body, recorder: recorder.clone(), index, side })
}

fn note(recording: &mut Recording, side: Side, piece: &[u8]) {
    match (side, &mut recording.state) {
        (Side::Request, _) => recording.body.push(piece),
        (Side::Response, ExchangeState::Answered { body, .. }) => body.push(piece),
        (Side::Response, _) => {}
    }
}

/// The end of the response ends the exchange.
fn end(recording: &mut Recording, side: Side, now: SystemTime) {
    if side == Side::Response {
        recording.ended.get_or_insert(now);
    }
}

struct Tee {
    body: Body,
    recorder: Recorder,
    index: usize,
    side: Side,
}

impl http_body::Body for Tee {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        let Poll::Ready(frame) = &polled else { return polled };
        let Self { recorder, index, side, body } = &*self;
        let now = recorder.settings.clock.now();
        recorder.change(*index, |recording| {
            if let Some(data) = frame.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref()) {
                note(recording, *side, data);
            }
            // A consumer that knows the length may not poll for the end.
            if frame.is_none() || body.is_end_stream() {
                end(recording, *side, now);
            }
        });
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
