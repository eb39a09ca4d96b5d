//! Untyped views of values.

use super::extra_members::ExtraMembers;
use super::sequence::Items;
use super::slot::Slot;
use super::table::Table;
use super::union::UnionTable;
use crate::body::File;

/// An untyped view of a [`Slot`]'s value.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Shape<'a> {
    /// An absent optional member. Where a value is required, or in an array, it is `null`.
    Absent,
    /// `null`
    Null,
    /// A string or a string enumeration; a secret one is not shown.
    Text(&'a str),
    /// A string with a type for its format.
    Formatted {
        /// The text as received, valid or not.
        text: &'a str,
        /// The format's name in JSON Schema, such as `date-time`.
        format: &'static str,
    },
    /// An object with declared members.
    Record(&'static Table),
    /// An object whose members all have one type, or none.
    Members(&'a dyn ExtraMembers),
    /// An array with declared positions.
    Sequence(&'static Table),
    /// An array whose items are of one type.
    Items(&'a dyn Items),
    /// A union's value.
    Union(&'static UnionTable),
    /// A file: a multipart body sends its bytes.
    File(&'a File),
    /// Any other value.
    Other,
}

impl dyn Slot + '_ {
    /// The innermost value of nested unions.
    fn innermost(&self) -> &dyn Slot {
        let mut value = self.erased();
        while let Shape::Union(_) = value.shape() {
            value = value.part(0);
        }
        value
    }

    /// Returns true if no member should be encoded.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self.shape(), Shape::Absent)
    }

    /// Returns true if the value is `null` or absent.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.innermost().shape(), Shape::Null | Shape::Absent)
    }

    /// The text of a string or a string enumeration.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self.innermost().shape() {
            Shape::Text(text) | Shape::Formatted { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The record with its table, if it is one: error members are looked up by name.
    #[must_use]
    pub fn as_record(&self) -> Option<(&dyn Slot, &'static Table)> {
        let value = self.innermost();
        match value.shape() {
            Shape::Record(table) => Some((value, table)),
            _ => None,
        }
    }

    /// The file, if it is one: multipart bodies send its bytes.
    #[must_use]
    pub fn as_file(&self) -> Option<&File> {
        match self.innermost().shape() {
            Shape::File(file) => Some(file),
            _ => None,
        }
    }

    /// The items, if it is a list: a multipart body sends each file of one.
    #[must_use]
    pub fn as_items(&self) -> Option<&dyn Items> {
        match self.innermost().shape() {
            Shape::Items(items) => Some(items),
            _ => None,
        }
    }

    /// The undeclared members of a record or map.
    #[must_use]
    pub fn as_members(&self) -> Option<&dyn ExtraMembers> {
        match self.innermost().shape() {
            Shape::Members(members) => Some(members),
            _ => None,
        }
    }
}
