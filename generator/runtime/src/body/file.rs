use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

use super::{Body, ByteStream};

/// Bytes that travel raw, in memory or streamed: a binary property of a
/// multipart body, or a body whose media type the document leaves open.
///
/// It is made from bytes, text or a [`ByteStream`]; the name, the media type
/// and further headers are up to the caller. One that is streamed can be sent
/// once: its clones share the stream. Inside JSON, where raw bytes have no
/// place, it is a string, and refused where it is no text in memory.
///
/// ```
/// use callwright_runtime::File;
///
/// let photo = File::new("…").name("ada.jpg").content_type("image/jpeg");
/// assert_eq!(photo.as_bytes(), Some("…".as_bytes()));
/// ```
#[derive(Clone)]
pub struct File {
    pub(crate) content: FileData,
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
}

#[derive(Clone)]
pub(crate) enum FileData {
    Bytes(Bytes),
    Stream(Arc<Mutex<Option<ByteStream>>>),
}

impl File {
    fn of(content: FileData) -> Self {
        Self { content, file_name: None, content_type: None, headers: Vec::new() }
    }

    /// Bytes in memory.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self::of(FileData::Bytes(bytes.into()))
    }

    /// Bytes that are read while they are sent.
    pub fn stream(stream: impl Into<ByteStream>) -> Self {
        Self::of(FileData::Stream(Arc::new(Mutex::new(Some(stream.into())))))
    }

    /// A file of the file system, read while it is sent, with its name and length.
    ///
    /// # Errors
    /// It cannot be opened.
    #[cfg(not(target_family = "wasm"))]
    pub fn open(path: impl AsRef<std::path::Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let file = std::fs::File::open(path)?;
        let metadata = file.metadata()?;
        // The length of what is no plain file, such as a pipe, says nothing.
        let length = metadata.is_file().then_some(metadata.len());
        let mut opened = Self::stream(ByteStream::from_reader(file, length));
        opened.file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(opened)
    }

    /// The file's name, as the server sees it; without one it is the name of the part.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Its media type, such as `image/png`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// A header of its part of a multipart body.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The bytes, if they are in memory; `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match &self.content {
            FileData::Bytes(bytes) => Some(bytes),
            FileData::Stream(_) => None,
        }
    }

    /// The bytes as a body; `None` for a stream that was sent already.
    pub(crate) fn into_body(self) -> Option<Body> {
        match self.content {
            FileData::Bytes(bytes) => Some(Body::from(bytes)),
            FileData::Stream(once) => {
                let taken = once.lock().unwrap_or_else(PoisonError::into_inner).take();
                taken.map(ByteStream::into_body)
            }
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

impl From<&'static [u8]> for File {
    fn from(bytes: &'static [u8]) -> Self {
        Self::new(bytes)
    }
}

impl<const N: usize> From<&'static [u8; N]> for File {
    fn from(bytes: &'static [u8; N]) -> Self {
        Self::new(bytes.as_slice())
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

/// Streams are equal to their clones only.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let content = match (&self.content, &other.content) {
            (FileData::Bytes(one), FileData::Bytes(other)) => one == other,
            (FileData::Stream(one), FileData::Stream(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        content
            && self.file_name == other.file_name
            && self.content_type == other.content_type
            && self.headers == other.headers
    }
}

impl Eq for File {}

impl Hash for File {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.content {
            FileData::Bytes(bytes) => bytes.hash(state),
            FileData::Stream(stream) => Arc::as_ptr(stream).addr().hash(state),
        }
    }
}

/// Prints the size, never the content, the name or headers.
impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.content {
            FileData::Bytes(bytes) => write!(f, "File({} bytes)", bytes.len()),
            FileData::Stream(_) => f.write_str("File(stream)"),
        }
    }
}
