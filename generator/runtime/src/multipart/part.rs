use std::fmt;

use bytes::Bytes;

use crate::body::ByteStream;
use crate::encode::{Refusal, header_value};

/// One part of a [`Multipart`](crate::Multipart) body.
pub struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) content: PartContent,
}

pub(super) enum PartContent {
    Bytes(Bytes),
    Stream(ByteStream),
}

impl Part {
    fn new(name: impl Into<String>, content: PartContent) -> Self {
        Self {
            name: name.into(),
            file_name: None,
            content_type: None,
            headers: Vec::new(),
            content,
        }
    }

    /// A part of text, without a media type: that means UTF-8 text.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(name, PartContent::Bytes(text.into().into()))
    }

    /// A part of bytes in memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(name, PartContent::Bytes(bytes.into()))
    }

    /// A part that is streamed.
    pub fn stream(name: impl Into<String>, stream: impl Into<ByteStream>) -> Self {
        Self::new(name, PartContent::Stream(stream.into()))
    }

    /// The name of the file that the part is.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// The media type of the part.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// A header of the part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Refuses what would break out of the part's head.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let values = self.headers.iter().map(|(_, value)| value).chain(&self.content_type);
        for value in values {
            header_value(value)?;
        }
        for (name, _) in &self.headers {
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
        let mut shown = f.debug_struct("Part");
        shown.field("name", &self.name).field("content_type", &self.content_type);
        match &self.content {
            PartContent::Bytes(bytes) => shown.field("bytes", &bytes.len()),
            PartContent::Stream(stream) => shown.field("stream", stream),
        };
        shown.finish_non_exhaustive()
    }
}
