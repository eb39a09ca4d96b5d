//! The Rust items of an operation: a method, a request builder, and related types.

use super::description::{Common, Description};
use super::payload::{Payload, PayloadEnum};
use crate::document::NodeId;
use crate::name::Ident;
use crate::plan::docs::{Docs, Example};
use crate::plan::types::TypeRef;

/// A file of operations: those of one tag, or those without a tag.
#[derive(Debug)]
pub(crate) struct OperationModule {
    pub(crate) ident: Ident,
    /// The Cargo feature that the module is behind.
    pub(crate) feature: Option<String>,
    pub(crate) docs: Docs,
    /// The accessor for the operations; `None` if they are methods of the client itself.
    pub(crate) accessor: Option<Accessor>,
    /// The common facts of most operations.
    pub(crate) common: Option<Common>,
    pub(crate) operations: Vec<Operation>,
}

/// `client.instances()`, and the struct it returns.
#[derive(Debug)]
pub(crate) struct Accessor {
    pub(crate) ident: Ident,
    pub(crate) handle: Ident,
    pub(crate) docs: Docs,
}

#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) origin: NodeId,
    pub(crate) method: Ident,
    pub(crate) builder: Ident,
    pub(crate) constant: Ident,
    pub(crate) method_docs: Docs,
    /// An example call.
    pub(crate) example: Option<Example>,
    pub(crate) builder_docs: Docs,
    /// Required arguments.
    pub(crate) arguments: Vec<Argument>,
    /// Optional arguments.
    pub(crate) setters: Vec<Argument>,
    pub(crate) body: Option<BodyArgument>,
    pub(crate) description: Description,
    pub(crate) output: Payload,
    pub(crate) error: Payload,
    pub(crate) headers: Option<HeaderStruct>,
    /// The headers of errors, unless they are those of successes.
    pub(crate) error_headers: Option<HeaderStruct>,
    /// The enums of output and error with several shapes.
    pub(crate) enums: Vec<PayloadEnum>,
}

/// A parameter as an argument of the method or a setter of the builder.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// Its index in the description.
    pub(crate) index: usize,
    pub(crate) ty: TypeRef,
}

/// The request body as an argument of the method or a setter of the builder.
#[derive(Debug)]
pub(crate) struct BodyArgument {
    pub(crate) docs: Docs,
    pub(crate) required: bool,
    pub(crate) content: BodyContent,
}

#[derive(Debug)]
pub(crate) enum BodyContent {
    /// One type, sent as the description's first media type.
    One(BodyValue),
    /// A choice of media types.
    Choice { docs: Docs, ident: Ident, variants: Vec<BodyVariant> },
}

/// The type of a request body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BodyValue {
    /// A JSON value of this type.
    Model(TypeRef),
    /// A value of this type, encoded as a form.
    Form(TypeRef),
    /// A value of this type, with a part per property.
    Multipart(TypeRef),
    /// Parts without a documented structure.
    Parts,
    /// A list of this type, sent item by item.
    Lines(TypeRef),
    Text,
    /// Bytes in memory or streamed, with an optional media type if the document leaves it open.
    File,
}

impl BodyValue {
    /// The Rust type; `None` for parts.
    pub(crate) fn rust_type(&self) -> Option<&TypeRef> {
        match self {
            Self::Model(ty) | Self::Form(ty) | Self::Multipart(ty) | Self::Lines(ty) => Some(ty),
            Self::Text => Some(&TypeRef::Text),
            Self::File => Some(&TypeRef::File),
            Self::Parts => None,
        }
    }

    /// The same with a mapped type.
    pub(crate) fn map_type(&self, map: impl FnOnce(&TypeRef) -> TypeRef) -> Self {
        match self {
            Self::Model(ty) => Self::Model(map(ty)),
            Self::Form(ty) => Self::Form(map(ty)),
            Self::Multipart(ty) => Self::Multipart(map(ty)),
            Self::Lines(ty) => Self::Lines(map(ty)),
            Self::Parts | Self::Text | Self::File => self.clone(),
        }
    }

    /// Whether both have the same Rust type.
    pub(crate) fn has_type_of(&self, other: &Self) -> bool {
        match (self.rust_type(), other.rust_type()) {
            (None, None) => self == other,
            (one, other) => one == other,
        }
    }
}

#[derive(Debug)]
pub(crate) struct BodyVariant {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// The index of the media type in the description.
    pub(crate) index: usize,
    pub(crate) value: BodyValue,
    /// Whether a value of its type converts into this variant.
    pub(crate) is_default: bool,
}

/// The documented response headers of an operation.
#[derive(Debug)]
pub(crate) struct HeaderStruct {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) fields: Vec<HeaderField>,
}

#[derive(Debug)]
pub(crate) struct HeaderField {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// The header's name.
    pub(crate) name: String,
    pub(crate) style: HeaderStyle,
    pub(crate) ty: TypeRef,
}

/// The encoding of a response header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderStyle {
    Simple,
    Exploded,
    Json,
}
