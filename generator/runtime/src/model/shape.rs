//! What a value is, seen without its type.

use super::extra_members::ExtraMembers;
use super::sequence::Items;
use super::slot::Slot;
use super::table::Table;
use super::union::UnionTable;
use crate::multipart::File;

/// What the value of a [`Slot`] is, seen without its type.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Shape<'a> {
    /// An optional member that is not there. Where it has to be there, or stands in an array, it is `null`.
    Absent,
    /// `null`
    Null,
    /// The text of a string or a string enumeration; a secret one is not shown.
    Text(&'a str),
    /// The text of a string that has a type for its format.
    Formatted {
        /// The text as it came, whether it fits the format or not.
        text: &'a str,
        /// The format's name in JSON Schema, such as `date-time`.
        format: &'static str,
    },
    /// An object with declared members.
    Record(&'static Table),
    /// An object whose members are all of one type, or are not described.
    Members(&'a dyn ExtraMembers),
    /// An array whose first positions are declared one by one.
    Sequence(&'static Table),
    /// An array whose items are of one type.
    Items(&'a dyn Items),
    /// A value of one of several types.
    Union(&'static UnionTable),
    /// A file: a multipart body sends its bytes as they are.
    File(&'a File),
    /// Any other value.
    Other,
}

impl dyn Slot + '_ {
    /// The value itself, out of the unions around it.
    fn innermost(&self) -> &dyn Slot {
        let mut value = self.erased();
        while let Shape::Union(_) = value.shape() {
            value = value.part(0);
        }
        value
    }

    /// True where no member should be written at all.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self.shape(), Shape::Absent)
    }

    /// True where the value is `null`, or absent.
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

    /// The record with its table, where it is one: error members are looked up by name.
    #[must_use]
    pub fn as_record(&self) -> Option<(&dyn Slot, &'static Table)> {
        let value = self.innermost();
        match value.shape() {
            Shape::Record(table) => Some((value, table)),
            _ => None,
        }
    }

    /// The file, where it is one: multipart bodies send its bytes as they are.
    #[must_use]
    pub fn as_file(&self) -> Option<&File> {
        match self.innermost().shape() {
            Shape::File(file) => Some(file),
            _ => None,
        }
    }

    /// The items, where it is a list: a multipart body sends each file of one.
    #[must_use]
    pub fn as_items(&self) -> Option<&dyn Items> {
        match self.innermost().shape() {
            Shape::Items(items) => Some(items),
            _ => None,
        }
    }

    /// The members that a record or map does not declare.
    #[must_use]
    pub fn as_members(&self) -> Option<&dyn ExtraMembers> {
        match self.innermost().shape() {
            Shape::Members(members) => Some(members),
            _ => None,
        }
    }
}
