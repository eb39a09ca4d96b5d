//! The items of the module `types`.

use super::type_ref::TypeRef;
use crate::ir::SchemaId;
use crate::name::{Ident, Setter};
use crate::plan::docs::Docs;

/// An item and where its schema stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Item {
    pub(crate) schema: SchemaId,
    pub(crate) ident: Ident,
    pub(crate) docs: Docs,
    pub(crate) kind: ItemKind,
    /// Whether the type implements `Eq`, and so has a hash.
    pub(crate) implements_eq: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ItemKind {
    Struct(Struct),
    Enumeration(Enumeration),
    Union(Union),
    Sequence(Sequence),
    /// Another word for a type.
    Alias(TypeRef),
}

impl ItemKind {
    /// The types that it is directly made of.
    pub(crate) fn types(&self) -> Vec<&TypeRef> {
        match self {
            Self::Struct(item) => {
                item.fields.iter().map(|field| &field.ty).chain(&item.additional).collect()
            }
            Self::Enumeration(_) => Vec::new(),
            Self::Union(item) => item.variants.iter().map(|variant| &variant.ty).collect(),
            Self::Sequence(item) => {
                item.items.iter().map(|(ty, _)| ty).chain([&item.rest]).collect()
            }
            Self::Alias(ty) => vec![ty],
        }
    }

    /// The same, to change them.
    pub(crate) fn types_mut(&mut self) -> Vec<&mut TypeRef> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter_mut().map(|field| &mut field.ty);
                fields.chain(&mut item.additional).collect()
            }
            Self::Enumeration(_) => Vec::new(),
            Self::Union(item) => item.variants.iter_mut().map(|variant| &mut variant.ty).collect(),
            Self::Sequence(item) => {
                item.items.iter_mut().map(|(ty, _)| ty).chain([&mut item.rest]).collect()
            }
            Self::Alias(ty) => vec![ty],
        }
    }
}

/// An object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    /// The map of the members that no property declares, where they have a type.
    pub(crate) additional: Option<TypeRef>,
    /// What its values are checked for, as the runtime reads it.
    pub(crate) rules: Vec<String>,
}

/// A declared member of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Field {
    pub(crate) ident: Ident,
    /// The name on the wire.
    pub(crate) wire: String,
    pub(crate) docs: Docs,
    /// The type with its presence: `Option<String>`.
    pub(crate) ty: TypeRef,
    /// A value to decode has to have it.
    pub(crate) required: bool,
    /// It may be null.
    pub(crate) nullable: bool,
    /// JSON text that stands in for a missing required member.
    pub(crate) default: Option<String>,
    /// Whether it is an argument of the constructor.
    pub(crate) in_constructor: bool,
    /// The only value the document admits, which the constructor fills in: a variant.
    pub(crate) constant: Option<Ident>,
    /// The methods that set it.
    pub(crate) setter: Option<Setter>,
}

impl Field {
    /// Whether null is a value of its own on the wire: where the member may be null, and where it may be anything.
    pub(crate) fn keeps_null(&self) -> bool {
        self.nullable || (!self.required && self.ty == TypeRef::Json.optional())
    }
}

/// An enumeration of known values, open to others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Enumeration {
    pub(crate) variants: Vec<Value>,
    /// Whether all values are text.
    pub(crate) is_text: bool,
    /// Whether any other text is as good.
    pub(crate) admits_others: bool,
    /// The variant that the document gives as the default.
    pub(crate) default: Option<Ident>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Value {
    pub(crate) ident: Ident,
    pub(crate) docs: Docs,
    pub(crate) literal: Literal,
}

/// A value of an enumeration, as the runtime has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Literal {
    Bool(bool),
    Integer(i128),
    /// Any other number's text.
    Number(String),
    Text(String),
}

/// One of several types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Union {
    pub(crate) variants: Vec<Variant>,
    /// The member whose value decides, and the variant of each value.
    pub(crate) discriminator: Option<(String, Vec<(String, usize)>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) docs: Docs,
    pub(crate) ty: TypeRef,
    pub(crate) decision: Decision,
    /// Whether the payload turns into the union by `From`.
    pub(crate) converts: bool,
}

/// What tells an alternative of a union from the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decision {
    pub(crate) kinds: Kinds,
    /// Members with one of a few values, as the runtime compares them.
    pub(crate) tags: Vec<(String, Vec<String>)>,
    /// Such members whose values differ from those in another alternative only in part: they weigh, but do not refuse.
    pub(crate) hints: Vec<(String, Vec<String>)>,
    pub(crate) required: Vec<String>,
    pub(crate) declared: Vec<String>,
    pub(crate) values: Vec<String>,
    /// The kinds of an array's items.
    pub(crate) items: Kinds,
    /// The kinds of members that have others in another alternative.
    pub(crate) members: Vec<(String, Kinds)>,
    /// An array's elements, where they are objects that differ from those of another alternative.
    pub(crate) element: Option<Box<Decision>>,
    /// The same for members that are arrays.
    pub(crate) elements: Vec<(String, Decision)>,
}

/// A set of JSON kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Kinds(u8);

impl Kinds {
    pub(crate) const NULL: Self = Self(1);
    pub(crate) const BOOLEAN: Self = Self(2);
    pub(crate) const INTEGER: Self = Self(4);
    pub(crate) const NUMBER: Self = Self(8);
    pub(crate) const STRING: Self = Self(16);
    pub(crate) const ARRAY: Self = Self(32);
    pub(crate) const OBJECT: Self = Self(64);
    pub(crate) const ANY: Self = Self(127);

    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// An array whose positions have types of their own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Sequence {
    /// The type of each position, and whether it has to be there.
    pub(crate) items: Vec<(TypeRef, bool)>,
    /// The type of what follows.
    pub(crate) rest: TypeRef,
    /// What its values are checked for, as the runtime reads it.
    pub(crate) rules: Vec<String>,
}
