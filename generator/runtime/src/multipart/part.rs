use std::fmt;

use bytes::Bytes;

use super::File;
use crate::body::ByteStream;
use crate::encode::{Refusal, header_value};

/// One part of a [`Multipart`](crate::Multipart) body: a name, and what travels under it.
///
/// The name is written in `multipart/form-data` alone; in any other body parts are told apart by
/// their place, their media type or a `Content-ID` (RFC 2046, RFC 2387).
#[derive(Clone)]
pub struct Part {
    pub(super) name: String,
    pub(super) file: File,
}

impl Part {
    /// A part with this content, and the file name, media type and headers that it brings.
    pub fn new(name: impl Into<String>, file: impl Into<File>) -> Self {
        Self { name: name.into(), file: file.into() }
    }

    /// A part of text. It needs no media type: a form takes it for UTF-8 text, and any other body
    /// is told that it is `text/plain`.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(name, text.into())
    }

    /// A part of bytes in memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(name, bytes.into())
    }

    /// A part that is streamed.
    pub fn stream(name: impl Into<String>, stream: impl Into<ByteStream>) -> Self {
        Self::new(name, stream.into())
    }

    /// The name of the file that the part is.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file = self.file.name(file_name);
        self
    }

    /// The media type of the part.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.file = self.file.content_type(content_type);
        self
    }

    /// A header of the part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.file = self.file.header(name, value);
        self
    }

    /// Refuses what would break out of the part's head.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let File { headers, content_type, .. } = &self.file;
        let values = headers.iter().map(|(_, value)| value).chain(content_type);
        for value in values {
            header_value(value)?;
        }
        for (name, _) in headers {
            if http::HeaderName::from_bytes(name.as_bytes()).is_err() {
                let character = name.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '-');
                return Err(Refusal::HeaderCharacter(character.unwrap_or(':')));
            }
        }
        Ok(())
    }
}

/// Prints names and sizes, never the content.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("name", &self.name)
            .field("content_type", &self.file.content_type)
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}
