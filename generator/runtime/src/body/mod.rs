//! The bodies of requests and responses, buffered or streamed.

#[cfg(not(target_family = "wasm"))]
mod byte_reader;
mod byte_stream;
mod collect;
mod file;
mod idle;
mod permitted;
mod received;

use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

#[cfg(not(target_family = "wasm"))]
pub use byte_reader::ByteReader;
pub use byte_stream::ByteStream;
use bytes::Bytes;
pub(crate) use collect::{Collected, collect};
pub use file::File;
pub(crate) use file::FileData;
use http_body::{Frame, SizeHint};
pub(crate) use idle::Idle;

use self::permitted::Permitted;
use self::received::ReceivedBody;
use crate::permits::Permit;
use crate::transport::{BoxError, TransportError};

#[cfg(not(target_family = "wasm"))]
pub(crate) type Frames = Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError> + Send>>;
#[cfg(target_family = "wasm")]
pub(crate) type Frames = Pin<Box<dyn http_body::Body<Data = Bytes, Error = TransportError>>>;

/// A request or response body: empty, bytes in memory, or a stream.
///
/// It implements [`http_body::Body`], so any HTTP library based on `http` can send it.
///
/// ```
/// use callwright_runtime::Body;
///
/// let body = Body::from("hello".to_owned());
/// assert_eq!(body.as_bytes(), Some(&b"hello"[..]));
/// assert_eq!(Body::empty().as_bytes(), Some(&b""[..]));
/// ```
#[derive(Default)]
pub struct Body(Source);

#[derive(Default)]
enum Source {
    #[default]
    Empty,
    Bytes(Bytes),
    // The mutex is never contended: it makes the body `Sync`, which transports require.
    Stream(Mutex<Frames>),
}

impl Body {
    /// Creates an empty body.
    #[must_use]
    pub const fn empty() -> Self {
        Self(Source::Empty)
    }

    /// Wraps the body of another HTTP library.
    #[cfg(not(target_family = "wasm"))]
    pub fn from_body<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self(Source::Stream(Mutex::new(Box::pin(Foreign(Box::pin(body))))))
    }

    /// Wraps the body of another HTTP library.
    #[cfg(target_family = "wasm")]
    pub fn from_body<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + 'static,
        B::Error: Into<BoxError>,
    {
        Self(Source::Stream(Mutex::new(Box::pin(Foreign(Box::pin(body))))))
    }

    /// The same body, which fails when it is silent for too long.
    pub(crate) fn limited(self, idle: Idle) -> Self {
        match self.0 {
            Source::Stream(frames) => {
                let frames = frames.into_inner().unwrap_or_else(PoisonError::into_inner);
                Self(Source::Stream(Mutex::new(Box::pin(ReceivedBody::new(frames, idle)))))
            }
            Source::Empty | Source::Bytes(_) => self,
        }
    }

    /// The same body, which keeps a permit until its end.
    pub(crate) fn holding(self, permit: Permit) -> Self {
        match self.0 {
            Source::Stream(frames) => {
                let frames = frames.into_inner().unwrap_or_else(PoisonError::into_inner);
                Self(Source::Stream(Mutex::new(Box::pin(Permitted::new(frames, permit)))))
            }
            Source::Empty | Source::Bytes(_) => self,
        }
    }

    /// The bytes, if they are in memory; `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.0 {
            Source::Empty => Some(&[]),
            Source::Bytes(bytes) => Some(bytes),
            Source::Stream(_) => None,
        }
    }

    /// Returns a copy of the body, if it is in memory.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Source::Empty => Some(Self::empty()),
            Source::Bytes(bytes) => Some(Self::from(bytes.clone())),
            Source::Stream(_) => None,
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(if bytes.is_empty() { Source::Empty } else { Source::Bytes(bytes) })
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

/// Prints the size, never the content.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_bytes() {
            Some(bytes) => write!(f, "Body({} bytes)", bytes.len()),
            None => f.write_str("Body(stream)"),
        }
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let body = &mut self.get_mut().0;
        if let Source::Stream(frames) = body {
            let frames = frames.get_mut().unwrap_or_else(PoisonError::into_inner);
            return frames.as_mut().poll_frame(context);
        }
        Poll::Ready(match std::mem::take(body) {
            Source::Bytes(bytes) => Some(Ok(Frame::data(bytes))),
            Source::Empty | Source::Stream(_) => None,
        })
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Source::Empty => true,
            Source::Bytes(_) => false,
            Source::Stream(frames) => {
                frames.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Source::Empty => SizeHint::with_exact(0),
            Source::Bytes(bytes) => {
                SizeHint::with_exact(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
            }
            Source::Stream(frames) => {
                frames.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
            }
        }
    }
}

/// Another library's body, with its errors converted.
struct Foreign<B>(Pin<Box<B>>);

impl<B> http_body::Body for Foreign<B>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.0
            .as_mut()
            .poll_frame(context)
            .map(|frame| frame.map(|frame| frame.map_err(TransportError::from_source)))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}
