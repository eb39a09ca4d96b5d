use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::decode::decode;
use super::line_split::{Line, LineSplit};
use super::pull::Pull;
use crate::body::ByteStream;
use crate::error::{Error, ErrorKind, Fault};
use crate::response::{BodyTarget, Payload};

/// A stream of JSON values of one type, one per line (NDJSON, JSON Lines) or as a JSON sequence
/// (RFC 7464), decoded as they arrive.
///
/// It implements [`Stream`]; [`next`](Self::next) returns one value at a time without further
/// imports, and [`blocking`](Self::blocking) works without an async runtime. A value that cannot be
/// decoded is an error with its number, and the following values still arrive; a broken connection
/// ends the stream.
///
/// ```
/// use callwright_runtime::{ByteStream, stream::Lines};
///
/// let body = ByteStream::from_reader(&b"1\n2\n"[..], None);
/// let numbers: Vec<i64> = Lines::from(body).blocking().collect::<Result<_, _>>()?;
/// assert_eq!(numbers, [1, 2]);
/// # Ok::<(), callwright_runtime::Error>(())
/// ```
pub struct Lines<T> {
    pull: Pull<LineSplit>,
    item: PhantomData<fn() -> T>,
}

impl<T: Payload> Lines<T> {
    /// Returns the next value, or `None` at the end.
    ///
    /// # Errors
    /// The value is not of this type or larger than the limit, or the connection broke.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Sets the maximum size of a value in bytes, in place of [`ITEM_LIMIT`](crate::stream::ITEM_LIMIT).
    #[must_use]
    pub fn item_limit(mut self, bytes: usize) -> Self {
        self.pull.limit = bytes;
        self
    }

    /// Returns the values as an iterator that blocks the current thread.
    #[cfg(not(target_family = "wasm"))]
    pub fn blocking(self) -> super::Blocking<Self> {
        super::Blocking::new(self)
    }
}

impl<T> From<ByteStream> for Lines<T> {
    fn from(body: ByteStream) -> Self {
        Self { pull: Pull::new(body), item: PhantomData }
    }
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        ByteStream::default().into()
    }
}

impl<T: Payload> Stream for Lines<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.pull.poll(context).map(|item| Some(item?.and_then(value).map_err(Error::from)))
    }
}

fn value<T: Payload>((number, line): (u64, Line)) -> Result<T, Fault> {
    if line.cut {
        let detail = format!("item {number} of the stream, counted from 0, is cut off");
        return Err(Fault::new(ErrorKind::Decode, detail));
    }
    let what = || format!("item {number} of the stream, counted from 0,");
    decode(T::variant(0), what, line.text)
}

impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lines")
    }
}

impl<T> Payload for Lines<T> {
    fn variant(_: usize) -> Self {
        Self::default()
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Stream(&mut self.pull.body)
    }
}
