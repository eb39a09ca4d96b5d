//! Slots, into which JSON values are decoded.

use std::hash::Hasher;

use super::erased::Erased;
use super::extra_members::ExtraMembers;
use super::parts::{hash_parts_dyn, read_parts, write_parts};
use super::record::fill_defaults;
use super::sequence::Items;
use super::shape::Shape;
use crate::json::{DecodeError, Reader, Writer};

/// A slot for a JSON value: it can be decoded and encoded.
///
/// A generated model describes its value ([`shape`](Slot::shape)) and its parts; the loops of this
/// crate decode and encode it. Plain types and containers do so themselves.
///
/// Neither this trait nor [`Model`] requires `Send` and `Sync`: the compiler would prove them for
/// each of thousands of models by walking all that it contains. The places that send a value to
/// another thread require them.
pub trait Slot: Erased {
    /// The value before decoding.
    ///
    /// It is not a default: required members of a blank record are empty strings and zeros.
    fn blank() -> Self
    where
        Self: Sized;

    /// Whether `null` is one of the type's own values, which an `Option` around it then keeps as
    /// `Some`.
    #[must_use]
    fn takes_null() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// The value in an untyped form.
    fn shape(&self) -> Shape<'_>;

    /// A part of a record or sequence, by its index in the table; any other index is the undeclared
    /// parts. A union has one part, which is its value.
    fn part(&self, index: usize) -> &dyn Slot {
        let _ = index;
        &super::nothing::NOTHING
    }

    /// The same, mutable. A union becomes the blank value of the alternative at this index; any
    /// other index is the unknown variant.
    fn part_mut(&mut self, index: usize) -> &mut dyn Slot {
        let _ = index;
        super::nothing::nothing()
    }

    /// The index of a union's selected alternative, if any alternative is
    /// [sent](super::Alternative::sent) with members of its own.
    fn selected(&self) -> usize {
        usize::MAX
    }

    /// Decodes the next value into this slot, which is blank.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        read_parts(self.erased_mut(), reader)
    }

    /// Encodes the value; an [absent](Shape::Absent) one is `null`.
    fn write(&self, writer: &mut Writer) {
        write_parts(self.erased(), writer);
    }

    /// Hashes the value consistently with equality.
    fn hash_dyn(&self, hasher: &mut dyn Hasher) {
        hash_parts_dyn(self.erased(), hasher);
    }

    /// The undeclared parts that the slot can hold.
    fn open_part(&mut self) -> OpenPart<'_> {
        OpenPart::None
    }
}

/// The undeclared parts that a slot can hold.
pub enum OpenPart<'a> {
    /// None.
    None,
    /// Members, by name.
    Members(&'a mut dyn ExtraMembers),
    /// Items at the end.
    Items(&'a mut dyn Items),
}

/// The bound of every generated model, and of every type within one.
///
/// ```
/// use callwright_runtime::{Model, from_json, to_json};
///
/// fn round_trip<T: Model>(text: &str) -> Vec<u8> {
///     let value: T = from_json(text.as_bytes()).unwrap();
///     to_json(&value).unwrap()
/// }
/// assert_eq!(round_trip::<Vec<i64>>("[1, 2]"), b"[1,2]");
/// ```
pub trait Model: Slot + Clone + PartialEq + std::fmt::Debug {}

impl<T: Slot + Clone + PartialEq + std::fmt::Debug> Model for T {}

/// The blank value of a type.
#[must_use]
pub fn blank<T: Slot>() -> T {
    T::blank()
}

/// A blank record with the documented defaults of its required members (JSON Schema 2020-12
/// validation, section 9.2).
#[must_use]
pub fn with_defaults<T: Slot>() -> T {
    let mut value = T::blank();
    fill_defaults(value.erased_mut());
    value
}
