//! A place that a JSON value is read into and written from.

use super::record::Record;
use super::sequence::Items;
use crate::json::{DecodeError, Reader, Writer};
use crate::multipart::File;

/// A place that one JSON value is read into and written from.
///
/// Generated models implement it through [`models!`](crate::models); the
/// containers of this crate implement it for what they hold.
///
/// Neither this trait nor those of models ask for `Send` and `Sync`: the
/// compiler would prove them for each of thousands of models by a walk through
/// all that it holds. What crosses threads asks for them once, where it does.
pub trait Slot {
    /// Reads the next value into this place, which is blank or cleared before.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError>;

    /// Writes the value; a place that [is absent](Slot::is_absent) writes `null`.
    fn write(&self, writer: &mut Writer);

    /// Makes the place blank again, before a repeated member is read.
    fn clear(&mut self);

    /// True where no member should be written at all.
    fn is_absent(&self) -> bool {
        false
    }

    /// True where the value is `null`.
    fn is_null(&self) -> bool {
        false
    }

    /// The text of a string or a string enumeration.
    fn as_text(&self) -> Option<&str> {
        None
    }

    /// The record, where it is one: error members are looked up by name.
    fn record(&self) -> Option<&dyn Record> {
        None
    }

    /// The raw bytes, where it is a file: multipart bodies send them as they are.
    fn file(&self) -> Option<&File> {
        None
    }

    /// The items, where it is a list: a multipart body sends each file of one.
    fn items(&self) -> Option<&dyn Items> {
        None
    }
}

/// A value to begin with, before anything is read.
///
/// It is not a default: required members of a blank record hold empty strings and zeros.
pub trait Blank: Sized {
    /// The blank value.
    fn blank() -> Self;
}

/// The blank value of a type.
#[must_use]
pub fn blank<T: Blank>() -> T {
    T::blank()
}
