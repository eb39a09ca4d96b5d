//! The description of a union: its alternatives, and how to distinguish them.

use super::Kinds;
use crate::model::slot::Slot;

/// The name of a member, and its value as JSON.
pub type Sent = (&'static str, &'static str);

/// One alternative of a union, as a literal: `rt::Alternative { name: "Cat", kinds:
/// rt::Kinds::OBJECT, required: &["meow"], ..rt::ALTERNATIVE }`.
#[derive(Debug)]
pub struct Alternative {
    /// The name, for explanations.
    pub name: &'static str,
    /// The kinds of values that it accepts.
    pub kinds: Kinds,
    /// Members with a few listed values: strings verbatim, other scalars as JSON.
    pub tags: &'static [(&'static str, &'static [&'static str])],
    /// Members whose listed values overlap with those of another alternative: an unlisted value
    /// counts against the alternative without excluding it, since enumerations are open.
    pub hints: &'static [(&'static str, &'static [&'static str])],
    /// Required members.
    pub required: &'static [&'static str],
    /// All declared members, including the required ones.
    pub declared: &'static [&'static str],
    /// The documented values of a string (verbatim) or another scalar (as JSON).
    pub values: &'static [&'static str],
    /// The kinds of an array's elements.
    pub items: Kinds,
    /// The kinds of members that distinguish alternatives by kind; `null` matches any of them.
    pub members: &'static [(&'static str, Kinds)],
    /// The description of an array's elements, if they are objects that distinguish alternatives:
    /// one or none.
    pub element: &'static [Alternative],
    /// Array members with such elements, with the descriptions of the elements.
    pub elements: &'static [(&'static str, Alternative)],
    /// Object members with facts of their own, with their descriptions.
    pub parts: &'static [(&'static str, Alternative)],
    /// Members that are written if a value of this alternative has none of the name, unless it was
    /// received without.
    pub sent: &'static [Sent],
    /// Facts of later versions; see [`ALTERNATIVE`].
    #[doc(hidden)]
    pub reserved: (),
}

/// An alternative that accepts any value: the default of a literal.
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
    parts: &[],
    sent: &[],
    reserved: (),
};

/// The description of a union.
#[derive(Debug)]
pub struct UnionTable {
    /// The name, for errors.
    pub name: &'static str,
    /// `alternatives[n]` is what `Slot::part_mut(n)` selects.
    pub alternatives: &'static [Alternative],
    /// The discriminator, whose value decides alone (the Discriminator Object).
    pub discriminator: Option<&'static str>,
    /// The alternative of each discriminator value.
    pub mapping: &'static [(&'static str, usize)],
    /// Whether the constraints of a value hold, which decides between alternatives of one rank.
    pub is_valid: fn(&dyn Slot) -> bool,
    /// Room for facts of later versions: generated code ends the table with the empty one.
    #[doc(hidden)]
    pub reserved: (),
}

/// An empty union, whose values have no constraints.
pub(crate) const UNION_TABLE: UnionTable = UnionTable {
    name: "",
    alternatives: &[],
    discriminator: None,
    mapping: &[],
    is_valid: |_| true,
    reserved: (),
};
