//! What is known of a union: its alternatives, and how they are told apart.

use super::Kinds;

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
