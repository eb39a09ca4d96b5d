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
///
/// ```
/// use callwright_runtime::{ByteStream, Text, stream::EventStream};
///
/// let bytes = ByteStream::from("event: greeting\nid: 7\ndata: hello\n\n");
/// let events = EventStream::<Text>::from(bytes);
/// let event = events.blocking().next().unwrap()?;
/// assert_eq!((&*event.name, &*event.id), ("greeting", "7"));
/// # Ok::<(), callwright_runtime::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The type of the event; `message` if the server gives none.
    pub name: String,
    /// The last id that the server sent; empty before the first.
    pub id: String,
    /// The payload of the event.
    pub data: T,
}

/// A stream of server-sent events (`text/event-stream`, HTML standard, section 9.2), whose data is
/// decoded as it arrives: from JSON into a model, or unchanged into [`Text`](crate::Text).
///
/// It implements [`Stream`]; [`next`](Self::next) returns one event at a time without further
/// imports, and [`blocking`](Self::blocking) works without an async runtime. Data of `[DONE]`, with
/// which many servers end their streams, ends this one unless `T` can hold it. An event that cannot
/// be decoded is an error with its number, whose [body](Error::body) is the data of the event, such as a server's
/// error in the middle of a stream, and the following events still arrive; a broken connection ends the stream.
///
/// ```
/// use callwright_runtime::{ByteStream, Text, stream::EventStream};
///
/// let body = ByteStream::from_reader(&b"data: hello\n\n"[..], None);
/// for event in EventStream::<Text>::from(body).blocking() {
///     assert_eq!(&*event?.data, "hello");
/// }
/// # Ok::<(), callwright_runtime::Error>(())
/// ```
pub struct EventStream<T> {
    pull: Pull<EventSplit>,
    until: Option<String>,
    item: PhantomData<fn() -> T>,
}

impl<T: Payload> EventStream<T> {
    /// Returns the next event, or `None` at the end.
    ///
    /// # Errors
    /// The data is not of this type or larger than the limit, or the connection broke.
    pub async fn next(&mut self) -> Option<Result<Event<T>, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Ends the stream at an event with this data, which is not returned: some servers mark the end
    /// with a word.
    #[must_use]
    pub fn until(mut self, data: impl Into<String>) -> Self {
        self.until = Some(data.into());
        self
    }

    /// Sets the maximum size of an event in bytes, in place of [`ITEM_LIMIT`](crate::stream::ITEM_LIMIT).
    #[must_use]
    pub fn item_limit(mut self, bytes: usize) -> Self {
        self.pull.limit = bytes;
        self
    }

    /// Returns the events as an iterator that blocks the current thread.
    #[cfg(not(target_family = "wasm"))]
    pub fn blocking(self) -> super::Blocking<Self> {
        super::Blocking::new(self)
    }
}

impl<T> EventStream<T> {
    /// The last id that the server sent, empty if none: for resuming after a disconnect with the
    /// header `Last-Event-ID`.
    #[must_use]
    pub fn last_event_id(&self) -> &str {
        &self.pull.split.last_id
    }

    /// The delay that the server requests before a reconnect.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.pull.split.retry
    }
}

impl<T> EventStream<T> {
    /// Whether the last event was the end, not the connection.
    pub(super) fn is_done(&self) -> bool {
        self.pull.stopped
    }

    /// Goes on after this id, which later events have unless they bring another.
    pub(super) fn after(&mut self, id: &str) {
        id.clone_into(&mut self.pull.split.last_id);
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
                let what =
                    || format!("item {number} of the stream, counted from 0, the event {name:?},");
                match decode(T::of_event(&name), what, data.into_bytes()) {
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
