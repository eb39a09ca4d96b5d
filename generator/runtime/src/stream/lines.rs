use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::parse_lines::LineParser;
use super::{ITEM_LIMIT, StreamError, read_item};
use crate::body::ByteStream;
use crate::response::{Payload, Target};
use crate::{Blank, Slot};

/// JSON values as they arrive, one a line (`application/x-ndjson`, `application/jsonl`) or as a JSON
/// sequence (`application/json-seq`, RFC 7464).
pub struct Lines<T> {
    bytes: ByteStream,
    parser: LineParser,
    has_ended: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: Slot + Blank> Lines<T> {
    /// The next value, or `None` at the end.
    ///
    /// # Errors
    /// The connection broke, or a value is not what the document describes.
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        ByteStream::default().into()
    }
}

impl<T> From<ByteStream> for Lines<T> {
    fn from(bytes: ByteStream) -> Self {
        Self { bytes, parser: LineParser::default(), has_ended: false, item: PhantomData }
    }
}

impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lines").field(&self.bytes).finish()
    }
}

impl<T: Slot + Blank> Stream for Lines<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(text) = self.parser.pop() {
                return Poll::Ready(Some(read_item(&text)));
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
                Poll::Ready(None) => {
                    self.has_ended = true;
                    self.parser.end();
                }
            }
        }
    }
}

impl<T> Payload for Lines<T> {
    fn variant(_: usize) -> Self {
        Self::default()
    }

    fn target(&mut self) -> Target<'_> {
        Target::Stream(&mut self.bytes)
    }
}
