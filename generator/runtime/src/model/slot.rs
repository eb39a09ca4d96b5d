//! A place that a JSON value is read into and written from.

use std::hash::Hasher;

use super::erased::Erased;
use super::extra_members::ExtraMembers;
use super::parts::{hash_parts_dyn, read_parts, write_parts};
use super::record::fill_defaults;
use super::sequence::Items;
use super::shape::Shape;
use crate::json::{DecodeError, Reader, Writer};

/// A place that one JSON value is read into and written from.
///
/// A generated model says what it is ([`shape`](Slot::shape)) and where its parts are; the loops of this crate read
/// and write it. The plain types and containers read and write themselves.
///
/// Neither this trait nor [`Model`] asks for `Send` and `Sync`: the compiler would prove them for each of thousands of
/// models by a walk through all that it holds. What crosses threads asks for them once, where it does.
pub trait Slot: Erased {
    /// A value to begin with, before anything is read.
    ///
    /// It is not a default: required members of a blank record hold empty strings and zeros.
    fn blank() -> Self
    where
        Self: Sized;

    /// Whether `null` is one of the type's own values, which an `Option` around it then keeps as `Some`.
    #[must_use]
    fn takes_null() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// What the value is, and what of it can be looked at without its type.
    fn shape(&self) -> Shape<'_>;

    /// A part of a record or sequence, by its position in the table; any other position gives the rest. A union has
    /// one part, which is its value.
    fn part(&self, index: usize) -> &dyn Slot {
        let _ = index;
        &super::nothing::NOTHING
    }

    /// The same, to fill. A union becomes the blank value of the alternative at this position, any other position
    /// gives the unknown one.
    fn part_mut(&mut self, index: usize) -> &mut dyn Slot {
        let _ = index;
        super::nothing::nothing()
    }

    /// Reads the next value into this place, which is blank before.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        read_parts(self.erased_mut(), reader)
    }

    /// Writes the value; one that is [absent](Shape::Absent) writes `null`.
    fn write(&self, writer: &mut Writer) {
        write_parts(self.erased(), writer);
    }

    /// Feeds a hasher what equality looks at: equal values give it the same.
    fn hash_dyn(&self, hasher: &mut dyn Hasher) {
        hash_parts_dyn(self.erased(), hasher);
    }

    /// Where more can be put than the document declares.
    fn open_part(&mut self) -> OpenPart<'_> {
        OpenPart::None
    }
}

/// What a place can take beside the parts that are declared.
pub enum OpenPart<'a> {
    /// Nothing.
    None,
    /// Members by their names.
    Members(&'a mut dyn ExtraMembers),
    /// Items at the end.
    Items(&'a mut dyn Items),
}

/// What every generated model is, and what every type that a model can hold is.
pub trait Model: Slot + Clone + PartialEq + std::fmt::Debug {}

impl<T: Slot + Clone + PartialEq + std::fmt::Debug> Model for T {}

/// The blank value of a type.
#[must_use]
pub fn blank<T: Slot>() -> T {
    T::blank()
}

/// A blank record whose required members have the values that the document gives them (JSON Schema 2020-12 validation,
/// section 9.2).
#[must_use]
pub fn with_defaults<T: Slot>() -> T {
    let mut value = T::blank();
    fill_defaults(value.erased_mut());
    value
}
