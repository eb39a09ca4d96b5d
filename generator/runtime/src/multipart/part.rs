use std::fmt;

use bytes::Bytes;

use crate::body::ByteStream;
use crate::body::File;
use crate::encode::{Refusal, header_value};

/// One part of a [`Multipart`](crate::Multipart) body: a name and its content.
///
/// Only `multipart/form-data` sends the name; in any other body, parts are identified by position,
/// media type or `Content-ID` (RFC 2046, RFC 2387).
///
/// ```
/// use callwright_runtime::Part;
///
/// let photo = Part::bytes("photo", "…").file_name("ada.jpg").content_type("image/jpeg");
/// # let _ = photo;
/// ```
#[derive(Clone)]
pub struct Part {
    pub(super) name: String,
    pub(super) file: File,
}

impl Part {
    /// Creates a part from content with an optional file name, media type and headers.
    pub fn new(name: impl Into<String>, file: impl Into<File>) -> Self {
        Self { name: name.into(), file: file.into() }
    }

    /// Creates a text part. In a form it needs no media type, since the default is UTF-8 text; in
    /// any other body it is sent as `text/plain`.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(name, text.into())
    }

    /// Creates a part from bytes in memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(name, bytes.into())
    }

    /// Creates a streamed part.
    pub fn stream(name: impl Into<String>, stream: impl Into<ByteStream>) -> Self {
        Self::new(name, stream.into())
    }

    /// Sets the file name.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file = self.file.name(file_name);
        self
    }

    /// Sets the media type.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.file = self.file.content_type(content_type);
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.file = self.file.header(name, value);
        self
    }

    /// Refuses characters that would break out of the part's head.
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
