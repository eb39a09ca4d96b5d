//! The items of the module `types`.

use super::type_ref::TypeRef;
use crate::ir::SchemaId;
use crate::name::{Ident, Setter};
use crate::plan::docs::Docs;

/// An item with its schema's place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Item {
    pub(crate) schema: SchemaId,
    pub(crate) ident: Ident,
    pub(crate) docs: Docs,
    pub(crate) kind: ItemKind,
    /// Whether the type implements `Eq` and `Hash`.
    pub(crate) implements_eq: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ItemKind {
    Struct(Struct),
    Enumeration(Enumeration),
    Union(Union),
    Sequence(Sequence),
    /// An alias of a type.
    Alias(TypeRef),
}

impl ItemKind {
    /// The types that it directly contains.
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

    /// The same with mutable access.
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
    /// The map of undeclared members, if they have a type.
    pub(crate) additional: Option<TypeRef>,
    /// The rules for checking its values, in the runtime's format.
    pub(crate) rules: Vec<String>,
}

/// A declared member of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Field {
    pub(crate) ident: Ident,
    /// The name on the wire.
    pub(crate) wire: String,
    pub(crate) docs: Docs,
    /// The type including presence: `Option<String>`.
    pub(crate) ty: TypeRef,
    /// Whether decoding requires it.
    pub(crate) required: bool,
    /// Whether it may be null.
    pub(crate) nullable: bool,
    /// The default, as JSON, of a missing required member.
    pub(crate) default: Option<String>,
    /// Whether it is an argument of the constructor.
    pub(crate) in_constructor: bool,
    /// The only value, which the constructor fills in.
    pub(crate) constant: Option<Constant>,
    /// The setters.
    pub(crate) setter: Option<Setter>,
}

impl Field {
    /// Whether null is distinct from absent: for nullable members, and members of any type.
    pub(crate) fn keeps_null(&self) -> bool {
        self.nullable || (!self.required && self.ty == TypeRef::Json.optional())
    }
}

/// The only value of a member.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Constant {
    /// A variant of the member's type.
    Variant(Ident),
    Text(String),
}

/// An open enumeration.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Enumeration {
    pub(crate) variants: Vec<Value>,
    /// Whether all values are strings.
    pub(crate) is_text: bool,
    /// Whether the document also admits any other string.
    pub(crate) admits_others: bool,
    /// The variant of the documented default.
    pub(crate) default: Option<Ident>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Value {
    pub(crate) ident: Ident,
    pub(crate) docs: Docs,
    pub(crate) literal: Literal,
}

/// A value of an enumeration, as in the runtime.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Literal {
    Bool(bool),
    Integer(i128),
    /// The text of any other number.
    Number(String),
    Text(String),
}

/// A union of types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Union {
    pub(crate) variants: Vec<Variant>,
    /// The discriminator, and the variant of each value.
    pub(crate) discriminator: Option<(String, Vec<(String, usize)>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) docs: Docs,
    pub(crate) ty: TypeRef,
    pub(crate) decision: Decision,
    /// Members that are written if the payload has none of the name, with their values as JSON.
    pub(crate) sent: Vec<(String, String)>,
    /// Whether the payload converts into the union with `From`.
    pub(crate) converts: bool,
}

/// The facts that distinguish an alternative of a union.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Decision {
    pub(crate) kinds: Kinds,
    /// Members with a few listed values, as the runtime compares them.
    pub(crate) tags: Vec<(String, Vec<String>)>,
    /// Such members whose values overlap with those of another alternative: they count, but do not
    /// exclude.
    pub(crate) hints: Vec<(String, Vec<String>)>,
    pub(crate) required: Vec<String>,
    pub(crate) declared: Vec<String>,
    pub(crate) values: Vec<String>,
    /// The kinds of an array's items.
    pub(crate) items: Kinds,
    /// The kinds of members that differ in another alternative.
    pub(crate) members: Vec<(String, Kinds)>,
    /// The elements of an array, if they are objects that differ from those of another alternative.
    pub(crate) element: Option<Box<Decision>>,
    /// The same for members that are arrays.
    pub(crate) elements: Vec<(String, Decision)>,
    /// The same for members that are objects.
    pub(crate) parts: Vec<(String, Decision)>,
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

/// An array with a type per position.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Sequence {
    /// The type of each position, and whether it is required.
    pub(crate) items: Vec<(TypeRef, bool)>,
    /// The type of further items.
    pub(crate) rest: TypeRef,
    /// The rules for checking its values, in the runtime's format.
    pub(crate) rules: Vec<String>,
}
