use std::fmt;
use std::io::{self, Read};

use bytes::{Buf as _, Bytes};

use super::ByteStream;
use crate::blocking::{InAsyncTask, block_on};

/// A blocking reader of a [`ByteStream`], for programs without an async runtime:
/// `std::io::copy(&mut stream.into_reader(), &mut file)`.
///
/// On a thread of an async runtime, where blocking would stop the runtime, it returns an error.
///
/// ```
/// use std::io::Read;
///
/// use callwright_runtime::ByteStream;
///
/// let stream = ByteStream::from("a photo");
/// let mut text = String::new();
/// stream.into_reader().read_to_string(&mut text)?;
/// assert_eq!(text, "a photo");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct ByteReader {
    stream: ByteStream,
    piece: Bytes,
}

impl ByteStream {
    /// Returns a reader that blocks the current thread until bytes arrive.
    #[must_use]
    pub fn into_reader(self) -> ByteReader {
        ByteReader { stream: self, piece: Bytes::new() }
    }
}

impl Read for ByteReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // A piece may be empty, which is not the end.
        while self.piece.is_empty() && !out.is_empty() {
            let next = block_on(self.stream.next()).map_err(|InAsyncTask| {
                io::Error::other(
                    "waiting for bytes would stop the async task that this thread runs; await the \
                     stream's `next` or `write_to` instead",
                )
            })?;
            match next {
                None => return Ok(0),
                Some(piece) => self.piece = piece.map_err(io::Error::other)?,
            }
        }
        let length = self.piece.len().min(out.len());
        self.piece.copy_to_slice(out.get_mut(..length).unwrap_or_default());
        Ok(length)
    }
}

impl fmt::Debug for ByteReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ByteReader")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(pieces: &'static [&'static str]) -> ByteStream {
        struct Pieces(std::slice::Iter<'static, &'static str>);
        impl futures_core::Stream for Pieces {
            type Item = Result<Bytes, io::Error>;
            fn poll_next(
                mut self: std::pin::Pin<&mut Self>,
                _: &mut std::task::Context<'_>,
            ) -> std::task::Poll<Option<Self::Item>> {
                std::task::Poll::Ready(self.0.next().map(|piece| match *piece {
                    "broken" => Err(io::Error::other("broken")),
                    piece => Ok(Bytes::from_static(piece.as_bytes())),
                }))
            }
        }
        ByteStream::from_stream(Pieces(pieces.iter()))
    }

    #[test]
    fn a_reader_gives_what_arrives() {
        let mut text = String::new();
        stream(&["ab", "", "c"]).into_reader().read_to_string(&mut text).unwrap();
        assert_eq!(text, "abc");
        let mut two = [0; 2];
        let mut reader = stream(&["abc"]).into_reader();
        assert_eq!((reader.read(&mut two).unwrap(), two), (2, *b"ab"));
        assert_eq!((reader.read(&mut []).unwrap(), reader.read(&mut two).unwrap()), (0, 1));
    }

    #[test]
    fn a_break_is_no_end() {
        let mut text = String::new();
        let error = stream(&["ab", "broken"]).into_reader().read_to_string(&mut text).unwrap_err();
        assert_eq!((text.as_str(), error.kind()), ("ab", io::ErrorKind::Other));
        let mut out = Vec::new();
        let error = pollster::block_on(stream(&["ab", "broken"]).write_to(&mut out)).unwrap_err();
        assert_eq!((out.as_slice(), error.kind()), (&b"ab"[..], io::ErrorKind::Other));
    }

    #[test]
    fn everything_is_written() {
        let mut out = Vec::new();
        assert_eq!(pollster::block_on(stream(&["ab", "c"]).write_to(&mut out)).unwrap(), 3);
        assert_eq!(out, b"abc");
    }
}
