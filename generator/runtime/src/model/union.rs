//! Values of one of several types, told apart before they are decoded.

use super::decide::decide;
use super::slot::Slot;
use crate::json::{DecodeError, Kind, Reader, Writer};

/// A value of one of several types.
pub trait Union {
    /// How its alternatives are told apart.
    fn table(&self) -> &'static UnionTable;

    /// Becomes the blank value of an alternative; any other position gives the unknown arm, which holds a [`Json`](crate::Json).
    fn select(&mut self, index: usize);

    /// The value of the alternative that is selected.
    fn view(&self) -> &dyn Slot;

    /// The same, to fill.
    fn slot(&mut self) -> &mut dyn Slot;
}

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

/// One alternative of a union.
#[derive(Debug)]
pub struct Alternative {
    pub(crate) name: &'static str,
    pub(crate) kinds: Kinds,
    pub(crate) tags: &'static [(&'static str, &'static [&'static str])],
    pub(crate) required: &'static [&'static str],
    pub(crate) declared: &'static [&'static str],
    pub(crate) values: &'static [&'static str],
    pub(crate) items: Kinds,
    pub(crate) members: &'static [(&'static str, Kinds)],
}

impl Alternative {
    /// An alternative that accepts values of some kinds.
    #[must_use]
    pub const fn new(name: &'static str, kinds: Kinds) -> Self {
        Self {
            name,
            kinds,
            tags: &[],
            required: &[],
            declared: &[],
            values: &[],
            items: Kinds::ANY,
            members: &[],
        }
    }

    /// The name of the alternative, for explanations.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Members that have one of a few values: strings as they are, other scalars as JSON text.
    #[must_use]
    pub const fn tags(mut self, tags: &'static [(&'static str, &'static [&'static str])]) -> Self {
        self.tags = tags;
        self
    }

    /// Members that must be there.
    #[must_use]
    pub const fn required(mut self, names: &'static [&'static str]) -> Self {
        self.required = names;
        self
    }

    /// All members that are described, the required ones among them.
    #[must_use]
    pub const fn declared(mut self, names: &'static [&'static str]) -> Self {
        self.declared = names;
        self
    }

    /// The values of a string (as they are) or another scalar (as JSON text) that the document names.
    #[must_use]
    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// The kinds of members that tell alternatives apart by their kind alone; `null` is taken for any of them.
    #[must_use]
    pub const fn members(mut self, members: &'static [(&'static str, Kinds)]) -> Self {
        self.members = members;
        self
    }

    /// The kinds of an array's elements.
    #[must_use]
    pub const fn items(mut self, kinds: Kinds) -> Self {
        self.items = kinds;
        self
    }
}

/// How the alternatives of a union are told apart.
#[derive(Debug)]
pub struct UnionTable {
    pub(crate) name: &'static str,
    pub(crate) alternatives: &'static [Alternative],
    pub(crate) discriminator: Option<(&'static str, &'static [(&'static str, usize)])>,
}

impl UnionTable {
    /// Describes a union. `alternatives[n]` is what `Union::select(n)` selects.
    #[must_use]
    pub const fn new(name: &'static str, alternatives: &'static [Alternative]) -> Self {
        Self { name, alternatives, discriminator: None }
    }

    /// A member whose value decides alone, and the alternative of each value (OpenAPI 3.1, section 4.8.25).
    #[must_use]
    pub const fn discriminator(
        mut self,
        name: &'static str,
        mapping: &'static [(&'static str, usize)],
    ) -> Self {
        self.discriminator = Some((name, mapping));
        self
    }

    /// The union's name, for errors.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

/// Reads a value into a union: decides once, on a copy of the reader, then decodes once.
///
/// Where no alternative fits, or the one that was chosen cannot be decoded, the value is kept as it came.
pub fn read_union(union: &mut dyn Union, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let start = reader.clone();
    if let Some(index) = decide(union.table(), &start)? {
        union.select(index);
        match union.slot().read(reader) {
            Ok(()) => return Ok(()),
            Err(error) if error.is_syntax() => return Err(error),
            Err(_) => *reader = start,
        }
    }
    union.select(usize::MAX);
    union.slot().read(reader)
}

/// Writes the value that is selected.
pub fn write_union(union: &dyn Union, writer: &mut Writer) {
    union.view().write(writer);
}
