//! A part that does not exist.

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Reader, Writer};

/// A part that does not exist: decoding skips the value, encoding writes `null`.
///
/// It is an empty array, which can be borrowed forever.
type Nothing = [(); 0];

pub(super) const NOTHING: Nothing = [];

pub(super) fn nothing() -> &'static mut dyn Slot {
    let nothing: &'static mut Nothing = &mut [];
    nothing
}

impl Slot for Nothing {
    fn blank() -> Self {
        NOTHING
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Absent
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.skip()
    }

    fn write(&self, writer: &mut Writer) {
        writer.null();
    }
}
