//! Values of one of several types, told apart before they are decoded.

use super::decide::decide;
use super::slot::Slot;
use super::tied::tied;
use crate::json::{DecodeError, Kind, Reader, Writer};

/// The kinds of JSON values that an alternative accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// `null`
    pub const NULL: Self = Self(1);
    /// `true` or `false`
    pub const BOOLEAN: Self = Self(2);
    /// A number without a fraction.
    pub const INTEGER: Self = Self(4);
    /// Any number.
    pub const NUMBER: Self = Self(8);
    /// A string.
    pub const STRING: Self = Self(16);
    /// An array.
    pub const ARRAY: Self = Self(32);
    /// An object.
    pub const OBJECT: Self = Self(64);
    /// Any value.
    pub const ANY: Self = Self(127);

    /// The kind as a set; a number may be an integer.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Null => Self::NULL,
            Kind::Bool => Self::BOOLEAN,
            Kind::Number => Self::NUMBER.or(Self::INTEGER),
            Kind::String => Self::STRING,
            Kind::Array => Self::ARRAY,
            Kind::Object => Self::OBJECT,
        }
    }

    /// These kinds and others.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where there is a kind in both.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One alternative of a union, stated as a literal:
/// `rt::Alternative { name: "Cat", kinds: rt::Kinds::OBJECT, required: &["meow"], ..rt::ALTERNATIVE }`.
#[derive(Debug)]
pub struct Alternative {
    /// Its name, for explanations.
    pub name: &'static str,
    /// The kinds of values that it accepts.
    pub kinds: Kinds,
    /// Members that have one of a few values: strings as they are, other scalars as JSON text.
    pub tags: &'static [(&'static str, &'static [&'static str])],
    /// Members with listed values that differ from those in another alternative only in part: a value that is not
    /// listed speaks against the alternative without refusing it, since enumerations are open.
    pub hints: &'static [(&'static str, &'static [&'static str])],
    /// Members that must be there.
    pub required: &'static [&'static str],
    /// All members that are described, the required ones among them.
    pub declared: &'static [&'static str],
    /// The values of a string (as they are) or another scalar (as JSON text) that the document names.
    pub values: &'static [&'static str],
    /// The kinds of an array's elements.
    pub items: Kinds,
    /// The kinds of members that tell alternatives apart by their kind alone; `null` is taken for any of them.
    pub members: &'static [(&'static str, Kinds)],
    /// What an array's elements are, where they are objects that tell alternatives apart: one description or none.
    pub element: &'static [Alternative],
    /// Members that are arrays of such objects, with what their elements are.
    pub elements: &'static [(&'static str, Alternative)],
    /// What a later version may describe; see [`ALTERNATIVE`].
    #[doc(hidden)]
    pub reserved: (),
}

/// An alternative that accepts anything: what a literal leaves out.
pub const ALTERNATIVE: Alternative = Alternative {
    name: "",
    kinds: Kinds::ANY,
    tags: &[],
    hints: &[],
    required: &[],
    declared: &[],
    values: &[],
    items: Kinds::ANY,
    members: &[],
    element: &[],
    elements: &[],
    reserved: (),
};

/// How the alternatives of a union are told apart.
#[derive(Debug)]
pub struct UnionTable {
    /// The union's name, for errors.
    pub name: &'static str,
    /// `alternatives[n]` is what `Slot::part_mut(n)` selects.
    pub alternatives: &'static [Alternative],
    /// A member whose value decides alone (the Discriminator Object).
    pub discriminator: Option<&'static str>,
    /// The alternative of each value of the discriminator.
    pub mapping: &'static [(&'static str, usize)],
    /// What a later version may describe; see [`UNION_TABLE`].
    #[doc(hidden)]
    pub reserved: (),
}

/// A union of nothing: what a literal leaves out.
pub const UNION_TABLE: UnionTable =
    UnionTable { name: "", alternatives: &[], discriminator: None, mapping: &[], reserved: () };

/// Reads a value into a union: decides once, on a copy of the reader, then decodes once.
///
/// Where what was chosen cannot be decoded, those follow that the look-ahead found as good in every respect. Where no
/// alternative fits, and none of these can be decoded, the value is kept as it came.
pub(super) fn read_union(
    union: &mut dyn Slot,
    table: &'static UnionTable,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    if let Some(trace) = reader.take_trace() {
        trace.see(union, table, reader);
        let read = read_union(union, table, reader);
        *reader = reader.clone().traced(trace);
        return read;
    }
    let start = reader.clone();
    if let Some(chosen) = decide(table, &start)? {
        if is_read(union, chosen, reader)? {
            return Ok(());
        }
        for index in tied(table, &start, chosen)? {
            if !reader.try_again(&start) {
                break;
            }
            if is_read(union, index, reader)? {
                return Ok(());
            }
        }
        reader.return_to(&start);
    }
    union.part_mut(usize::MAX).read(reader)
}

/// Whether the next value is decoded as that alternative; an error where it is no JSON.
fn is_read(
    union: &mut dyn Slot,
    index: usize,
    reader: &mut Reader<'_>,
) -> Result<bool, DecodeError> {
    match union.part_mut(index).read(reader) {
        Ok(()) => Ok(true),
        Err(error) if error.is_syntax() => Err(error),
        Err(_) => Ok(false),
    }
}

/// Writes the value that is selected.
pub(super) fn write_union(union: &dyn Slot, writer: &mut Writer) {
    union.part(0).write(writer);
}
