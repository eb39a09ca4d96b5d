//! Multipart bodies: `multipart/form-data` and related types (RFC 7578, RFC 2046).

mod from_slot;
mod head;
mod part;
mod stream;
mod subtype;

#[cfg(test)]
mod tests;

use bytes::{Bytes, BytesMut};
pub(crate) use from_slot::from_slot;
pub use part::Part;
pub(crate) use subtype::{Subtype, content_type};

use self::head::head;
use self::stream::{Chain, Piece};
use crate::body::{Body, FileData};
use crate::encode::Refusal;

/// A multipart body; parts keep the order in which they are added. Parts may share a name, to send
/// several files under it.
///
/// ```
/// use callwright_runtime::{Multipart, Part};
///
/// let form = Multipart::new()
///     .part(Part::text("name", "Ada"))
///     .part(Part::bytes("photo", "…").file_name("ada.jpg").content_type("image/jpeg"));
/// # let _ = form;
/// ```
#[derive(Clone, Debug, Default)]
pub struct Multipart(Vec<Part>);

impl Multipart {
    /// Creates a body without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.0.push(part);
        self
    }

    /// Refuses characters that would break out of a part's head.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        self.0.iter().try_for_each(Part::check)
    }

    /// Chooses a boundary that no part in memory contains. Streamed parts cannot be searched; 128
    /// random bits make a collision improbable.
    pub(crate) fn boundary(&self, random: &mut dyn FnMut() -> u64) -> String {
        let mut boundary = format!("{:016x}{:016x}", random(), random());
        // A hostile or constant source of numbers must not make this loop endless.
        while self.contains(boundary.as_bytes()) {
            boundary.push('x');
        }
        boundary
    }

    fn contains(&self, boundary: &[u8]) -> bool {
        self.0.iter().any(|part| match &part.file.content {
            FileData::Bytes(bytes) => {
                bytes.windows(boundary.len()).any(|window| window == boundary)
            }
            FileData::Stream(_) => false,
        })
    }

    /// Adds a header to every part of this name; returns whether there is one.
    pub(crate) fn add_header(&mut self, part: &str, name: &str, value: &str) -> bool {
        let mut found = false;
        for part in self.0.iter_mut().filter(|known| known.name == part) {
            found = true;
            part.file.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            part.file.headers.push((name.to_owned(), value.to_owned()));
        }
        found
    }

    /// The media type of the first part, which is the root of a `multipart/related` body.
    pub(crate) fn root_type(&self) -> Option<&str> {
        head::media_type(self.0.first()?, Subtype::Other)
    }

    /// Builds the body, streamed only if a part is; `None` if a streamed part was already sent.
    pub(crate) fn into_body(self, subtype: Subtype, boundary: &str) -> Option<Body> {
        let mut pieces = Vec::new();
        let mut text = BytesMut::new();
        for part in self.0 {
            let head = head(&part, subtype, boundary);
            text.extend_from_slice(head.as_bytes());
            match &part.file.content {
                FileData::Bytes(bytes) => text.extend_from_slice(bytes),
                FileData::Stream(_) => {
                    pieces.push(Piece::Bytes(text.split().freeze()));
                    pieces.push(Piece::Stream(part.file.into_body()?));
                }
            }
            text.extend_from_slice(b"\r\n");
        }
        text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let rest: Bytes = text.freeze();
        if pieces.is_empty() {
            return Some(Body::from(rest));
        }
        pieces.push(Piece::Bytes(rest));
        Some(Body::from_body(Chain::new(pieces)))
    }
}
