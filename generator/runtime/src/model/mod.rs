//! The types that generated models consist of, and the loops that decode and encode them.

#[cfg(feature = "serde")]
mod bridge;
#[cfg(not(feature = "serde"))]
mod bridge_off;
mod contents;
mod enumeration;
mod erased;
mod explain;
mod extra;
mod extra_members;
mod file;
mod integer;
mod keyed_map;
mod list;
mod models;
mod nothing;
mod nullable;
mod parts;
mod reader;
mod record;
mod scalar;
mod secret;
mod sequence;
mod shape;
mod slot;
mod table;
mod union;
mod whole;

pub use enumeration::{Enumeration, Literal, LiteralEnumeration};
pub use erased::Erased;
pub use explain::{Explanation, Mismatch, explain};
pub use extra::Extra;
pub use extra_members::ExtraMembers;
pub use integer::Integer;
pub use keyed_map::{Key, KeyedMap};
pub use list::{List, list};
pub use nullable::Nullable;
pub use secret::Secret;
pub use sequence::Items;
pub use shape::Shape;
pub use slot::{Model, OpenPart, Slot, blank, with_defaults};
pub use table::{Field, TABLE, Table};
pub(crate) use union::UNION_TABLE;
pub(crate) use union::lacking;
pub use union::{ALTERNATIVE, Alternative, Kinds, Sent, UnionTable};
pub use whole::{from_json, from_value, to_json, to_value};

/// Functions used by the macros.
pub(crate) mod expanded {
    #[cfg(feature = "serde")]
    pub use serde;

    #[cfg(feature = "serde")]
    pub use super::bridge::{deserialize, serialize};
    pub use super::enumeration::{
        equal_literals, from_literal, from_text, hash_literal, read_enumeration, read_literal,
        write_literal,
    };
    pub use super::parts::{clone_parts, equal_parts, hash_parts, show_parts};
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
