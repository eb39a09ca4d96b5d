use std::fmt;
use std::io::{Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Body as _, Frame, SizeHint};

use super::{Body, Collected, collect};
use crate::transport::{BoxError, TransportError};

/// A stream of bytes, sent or received.
///
/// A received one is the output of an operation with a binary response; it implements [`Stream`] of
/// pieces as they arrive. One to send is created from bytes in memory, a reader, or another stream.
///
/// ```
/// use std::io::Read;
///
/// use callwright_runtime::ByteStream;
///
/// let stream = ByteStream::from_reader(&b"a photo"[..], Some(7));
/// let mut text = String::new();
/// stream.into_reader().read_to_string(&mut text)?;
/// assert_eq!(text, "a photo");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Default)]
pub struct ByteStream(Body);

impl ByteStream {
    /// Creates a byte stream from another stream, without a known length.
    #[cfg(not(target_family = "wasm"))]
    pub fn from_stream<S, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Self(Body::from_body(Pieces { stream: Box::pin(stream), length: None }))
    }

    /// Creates a byte stream from a reader, which is read while sending; give the length if it is
    /// known, so that `Content-Length` is sent. The reader blocks the sending task.
    #[cfg(not(target_family = "wasm"))]
    pub fn from_reader(reader: impl Read + Send + 'static, length: Option<u64>) -> Self {
        Self(Body::from_body(Pieces { stream: Box::pin(ReadPieces(reader)), length }))
    }

    /// Returns the next piece, or `None` at the end.
    ///
    /// # Errors
    /// The connection broke before the end.
    pub async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Writes the rest of the stream as it arrives, for example into a file, and returns the number
    /// of bytes. Writing blocks the task.
    ///
    /// # Errors
    /// The connection broke before the end, or the bytes cannot be written.
    pub async fn write_to(mut self, mut out: impl Write) -> std::io::Result<u64> {
        let mut written: u64 = 0;
        while let Some(piece) = self.next().await {
            let piece = piece.map_err(std::io::Error::other)?;
            out.write_all(&piece)?;
            written = written.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        }
        out.flush()?;
        Ok(written)
    }

    /// Collects the rest of the stream, up to `limit` bytes.
    ///
    /// # Errors
    /// The connection broke before the end, or there are more bytes.
    pub async fn collect(self, limit: usize) -> Result<Bytes, TransportError> {
        match collect(self.0, limit).await? {
            Collected::All(bytes) => Ok(bytes),
            Collected::Beyond(_) => {
                Err(TransportError::other(format!("the body is larger than {limit} bytes")))
            }
        }
    }

    pub(crate) fn into_body(self) -> Body {
        self.0
    }
}

impl From<Body> for ByteStream {
    fn from(body: Body) -> Self {
        Self(body)
    }
}

impl From<Bytes> for ByteStream {
    fn from(bytes: Bytes) -> Self {
        Self(bytes.into())
    }
}

impl From<Vec<u8>> for ByteStream {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<&'static [u8]> for ByteStream {
    fn from(bytes: &'static [u8]) -> Self {
        Self(Bytes::from_static(bytes).into())
    }
}

impl From<String> for ByteStream {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&'static str> for ByteStream {
    fn from(text: &'static str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ByteStream").field(&self.0).finish()
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match Pin::new(&mut self.0).poll_frame(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                // Trailers are not data, so such a frame is skipped.
                Poll::Ready(Some(Ok(frame))) => {
                    if let Ok(data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data)));
                    }
                }
            }
        }
    }
}

/// A stream as an HTTP body.
struct Pieces<S> {
    stream: Pin<Box<S>>,
    length: Option<u64>,
}

impl<S, E> http_body::Body for Pieces<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        self.stream
            .as_mut()
            .poll_next(context)
            .map(|piece| piece.map(|piece| piece.map(Frame::data).map_err(Into::into)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// The size of one read, in bytes.
const PIECE: usize = 64 * 1024;

/// A blocking reader as a stream that is always ready.
struct ReadPieces<R>(R);

impl<R> Unpin for ReadPieces<R> {}

impl<R: Read> Stream for ReadPieces<R> {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut piece = vec![0; PIECE];
        let reader = &mut self.get_mut().0;
        Poll::Ready(loop {
            match reader.read(&mut piece) {
                Ok(0) => break None,
                Ok(length) => {
                    piece.truncate(length);
                    break Some(Ok(piece.into()));
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => break Some(Err(error)),
            }
        })
    }
}
