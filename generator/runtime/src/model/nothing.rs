//! The part of a place that has none.

use super::shape::Shape;
use super::slot::Slot;
use crate::json::{DecodeError, Reader, Writer};

/// The part of a place that has none: reading skips the value, writing writes `null`.
///
/// It is an array without elements, since such a one can be borrowed for ever.
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
