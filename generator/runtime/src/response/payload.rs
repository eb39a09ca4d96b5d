use bytes::Bytes;

use super::Text;
use crate::body::ByteStream;
use crate::json::{DecodeError, Reader};
use crate::model::{Model, Slot};

/// The role of a response body: an output, or a documented error.
///
/// Every model is one, and so is an enum over what the documented statuses
/// and media types give.
pub trait Payload: Sized {
    /// The variant at this position of the operation's description, blank.
    fn variant(index: usize) -> Self;

    /// The target of the body.
    fn target(&mut self) -> BodyTarget<'_>;

    /// The blank data of an event of this name.
    #[must_use]
    fn of_event(_name: &str) -> Self {
        Self::variant(0)
    }

    /// The decoded model, if the body is JSON: errors find their code in it.
    fn source(&self) -> Option<&dyn Slot> {
        None
    }
}

/// The target of a response body.
#[non_exhaustive]
pub enum BodyTarget<'a> {
    /// Nowhere: the response has no body, or none that is of interest.
    Empty,
    /// One JSON value.
    Json(&'a mut dyn Slot),
    /// Text.
    Text(&'a mut String),
    /// All bytes.
    Bytes(&'a mut Bytes),
    /// The bytes as they arrive.
    Stream(&'a mut ByteStream),
}

impl<'a> BodyTarget<'a> {
    /// One JSON value.
    pub fn json(slot: &'a mut dyn Slot) -> Self {
        Self::Json(slot)
    }

    /// Text.
    pub fn text(text: &'a mut Text) -> Self {
        Self::Text(&mut text.0)
    }
}

impl<T: Model> Payload for T {
    fn variant(_: usize) -> Self {
        T::blank()
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Json(self)
    }

    fn source(&self) -> Option<&dyn Slot> {
        Some(self)
    }
}

impl Payload for () {
    fn variant(_: usize) -> Self {}

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Empty
    }
}

impl Payload for Text {
    fn variant(_: usize) -> Self {
        Self::default()
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Text(&mut self.0)
    }
}

impl Payload for Bytes {
    fn variant(_: usize) -> Self {
        Self::new()
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Bytes(self)
    }
}

impl Payload for ByteStream {
    fn variant(_: usize) -> Self {
        Self::default()
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Stream(self)
    }
}

/// The error type of an operation whose document describes no error body.
///
/// ```
/// use callwright_runtime::{Error, NoError};
///
/// // An operation without documented error bodies returns this type.
/// fn message(error: &Error<NoError>) -> String {
///     error.to_string()
/// }
/// # let _ = message;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NoError;

impl Payload for NoError {
    fn variant(_: usize) -> Self {
        Self
    }

    fn target(&mut self) -> BodyTarget<'_> {
        BodyTarget::Empty
    }
}

/// Reads a whole JSON text into a place.
pub(crate) fn read_json(slot: &mut dyn Slot, text: &[u8]) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text)?;
    slot.read(&mut reader)?;
    reader.finish()
}
