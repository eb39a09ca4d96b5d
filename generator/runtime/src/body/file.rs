use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

use super::ByteStream;
use crate::{Blank, DecodeError, Reader, Slot, Writer};

/// A file as a part of a multipart body: bytes or a stream, a file name, a media type.
///
/// Made from bytes or text it is held in memory. As a member of a JSON object it is text; bytes
/// that are not UTF-8 are replaced there, and a stream is empty.
#[derive(Clone, Default)]
pub struct File {
    content: Content,
    name: Option<String>,
    content_type: Option<String>,
}

#[derive(Clone)]
enum Content {
    Bytes(Bytes),
    // Shared by clones, and taken by the first of them that is sent.
    Stream(Arc<Mutex<Option<ByteStream>>>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}

/// The content of a part, ready to be sent.
pub(crate) enum FileContent {
    Bytes(Bytes),
    Stream(ByteStream),
}

impl File {
    /// A file in memory.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { content: Content::Bytes(bytes.into()), ..Self::default() }
    }

    /// A file that is read while it is sent. It can be sent once: its clones share the stream.
    pub fn stream(stream: impl Into<ByteStream>) -> Self {
        let stream = Arc::new(Mutex::new(Some(stream.into())));
        Self { content: Content::Stream(stream), ..Self::default() }
    }

    /// The file's name, as the server sees it; without one it is the name of the part.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The media type of its content, `application/octet-stream` unless the document names one.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The bytes, if they are in memory; `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Stream(_) => None,
        }
    }

    pub(crate) fn given_name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(crate) fn given_content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The content; `None` where a stream was sent already.
    pub(crate) fn content(&self) -> Option<FileContent> {
        match &self.content {
            Content::Bytes(bytes) => Some(FileContent::Bytes(bytes.clone())),
            Content::Stream(stream) => stream
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take()
                .map(FileContent::Stream),
        }
    }
}

/// Two streams are equal where one is a clone of the other.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let content = match (&self.content, &other.content) {
            (Content::Bytes(one), Content::Bytes(two)) => one == two,
            (Content::Stream(one), Content::Stream(two)) => Arc::ptr_eq(one, two),
            (Content::Bytes(_), Content::Stream(_)) | (Content::Stream(_), Content::Bytes(_)) => {
                false
            }
        };
        content && self.name == other.name && self.content_type == other.content_type
    }
}

impl Eq for File {}

/// Prints how much there is, never what.
impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            Content::Bytes(bytes) => write!(f, "File({} bytes)", bytes.len()),
            Content::Stream(_) => f.write_str("File(stream)"),
        }
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for File {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for File {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

impl From<ByteStream> for File {
    fn from(stream: ByteStream) -> Self {
        Self::stream(stream)
    }
}

impl Blank for File {
    fn blank() -> Self {
        Self::default()
    }
}

impl Slot for File {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::new(reader.text()?.to_owned());
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.text(&String::from_utf8_lossy(self.as_bytes().unwrap_or_default()));
    }

    fn clear(&mut self) {
        *self = Self::default();
    }

    fn files(&self, each: &mut dyn FnMut(&File)) {
        each(self);
    }
}
