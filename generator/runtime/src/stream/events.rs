use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;

use super::decode::decode;
use super::event_split::{EventSplit, RawEvent};
use super::pull::Pull;
use crate::body::ByteStream;
use crate::error::Error;
use crate::response::{BodyTarget, Payload};

/// A server-sent event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The type of the event; `message` where the server gives none.
    pub name: String,
    /// The id that the server gave last; empty before the first.
    pub id: String,
    /// What the event carries.
    pub data: T,
}

/// Server-sent events (`text/event-stream`, the HTML standard), whose data is
/// decoded as they arrive: as JSON into a model, or as it is into
/// [`Text`](crate::Text).
///
/// It is a [`Stream`]; [`next`](Self::next) gives one event at a time without
/// further imports, and [`blocking`](Self::blocking) does without an async
/// runtime. Data of `[DONE]`, by which many servers end their streams, ends
/// this one where it is not of the data's type. An event that cannot be decoded is an error with its number, and
/// the events after it still come; a broken connection ends the stream.
pub struct EventStream<T> {
    pull: Pull<EventSplit>,
    until: Option<String>,
    item: PhantomData<fn() -> T>,
}

impl<T: Payload> EventStream<T> {
    /// The next event, or `None` at the end.
    ///
    /// # Errors
    /// The data is not of this type or larger than the limit, or the
    /// connection broke.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Ends the stream at the event with this data, which is not given: some
    /// servers mark the end by a word.
    #[must_use]
    pub fn until(mut self, data: impl Into<String>) -> Self {
        self.until = Some(data.into());
        self
    }

    /// Accepts events of up to this many bytes, in place of
    /// [`ITEM_LIMIT`](crate::ITEM_LIMIT).
    #[must_use]
    pub fn item_limit(mut self, bytes: usize) -> Self {
        self.pull.limit = bytes;
        self
    }

    /// The events as an iterator that waits for each on this thread.
    #[cfg(not(target_family = "wasm"))]
    pub fn blocking(self) -> super::Blocking<Self> {
        super::Blocking::new(self)
    }
}

impl<T> EventStream<T> {
    /// The id that the server gave last, to go on from after a break (the
    /// header `Last-Event-ID`); empty if it gave none.
    #[must_use]
    pub fn last_event_id(&self) -> &str {
        &self.pull.split.last_id
    }

    /// How long the server asks to wait before connecting again.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.pull.split.retry
    }
}

impl<T> From<ByteStream> for EventStream<T> {
    fn from(body: ByteStream) -> Self {
        Self { pull: Pull::new(body), until: None, item: PhantomData }
    }
}

impl<T> Default for EventStream<T> {
    fn default() -> Self {
        ByteStream::default().into()
    }
}

impl<T: Payload> Stream for EventStream<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = match self.pull.poll(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(None) => return Poll::Ready(None),
            Poll::Ready(Some(item)) => item,
        };
        let event = match item {
            Ok((_, event)) if self.until.as_ref() == Some(&event.data) => {
                self.pull.stop();
                return Poll::Ready(None);
            }
            Ok((number, RawEvent { name, id, data })) => {
                let is_end = data == "[DONE]";
                match decode(number, data.into_bytes()) {
                    Err(_) if is_end => {
                        self.pull.stop();
                        return Poll::Ready(None);
                    }
                    decoded => decoded.map(|data| Event { name, id, data }),
                }
            }
            Err(fault) => Err(fault),
        };
        Poll::Ready(Some(event.map_err(Error::from)))
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventStream")
    }
}

impl<T> Payload for EventStream<T> {
    fn variant(_: usize) -> Self {
        Self::default()
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Stream(&mut self.pull.body)
    }
}
