use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;

use super::parse_events::EventParser;
use super::{ITEM_LIMIT, StreamError, read_item};
use crate::body::ByteStream;
use crate::response::{Payload, Target};
use crate::{Blank, Slot};

/// A server-sent event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// Its type; `None` stands for `message`.
    pub event: Option<String>,
    /// The id of this event, or of the last one that had any.
    pub id: Option<String>,
    /// How long the server asks to wait before reconnecting.
    pub retry: Option<Duration>,
    /// Its data, decoded.
    pub data: T,
}

/// The events of a `text/event-stream`, as they arrive.
///
/// Data is decoded as JSON, or taken as it is where its type is text. Data of exactly `[DONE]`, by
/// which many APIs end their streams, ends this one.
pub struct EventStream<T> {
    bytes: ByteStream,
    parser: EventParser,
    has_ended: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: Slot + Blank> EventStream<T> {
    /// The next event, or `None` at the end.
    ///
    /// # Errors
    /// The connection broke, or an event is not what the document describes.
    pub async fn next(&mut self) -> Option<Result<Event<T>, StreamError>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T> Default for EventStream<T> {
    fn default() -> Self {
        ByteStream::default().into()
    }
}

impl<T> From<ByteStream> for EventStream<T> {
    fn from(bytes: ByteStream) -> Self {
        Self { bytes, parser: EventParser::default(), has_ended: false, item: PhantomData }
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EventStream").field(&self.bytes).finish()
    }
}

impl<T: Slot + Blank> Stream for EventStream<T> {
    type Item = Result<Event<T>, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(raw) = self.parser.pop() {
                if raw.data == "[DONE]" {
                    self.has_ended = true;
                    return Poll::Ready(None);
                }
                return Poll::Ready(Some(read_item(&raw.data).map(|data| Event {
                    event: raw.event,
                    id: raw.id,
                    retry: raw.retry,
                    data,
                })));
            }
            if self.has_ended {
                return Poll::Ready(None);
            }
            match Pin::new(&mut self.bytes).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Some(Ok(bytes))) => {
                    if !self.parser.push(&bytes) {
                        self.has_ended = true;
                        return Poll::Ready(Some(Err(StreamError::TooLarge(ITEM_LIMIT))));
                    }
                }
                Poll::Ready(Some(Err(error))) => {
                    self.has_ended = true;
                    return Poll::Ready(Some(Err(StreamError::Transport(error))));
                }
                Poll::Ready(None) => self.has_ended = true,
            }
        }
    }
}

impl<T> Payload for EventStream<T> {
    fn variant(_: usize) -> Self {
        Self::default()
    }

    fn target(&mut self) -> Target<'_> {
        Target::Stream(&mut self.bytes)
    }
}
