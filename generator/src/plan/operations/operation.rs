//! Operations as Rust: a method, a request builder, and the types around them.

use super::description::{Common, Description};
use super::payload::{Payload, PayloadEnum};
use crate::document::NodeId;
use crate::name::Ident;
use crate::plan::docs::{Docs, Example};
use crate::plan::types::TypeRef;

/// A file of operations: those of one tag, or those without any.
#[derive(Debug)]
pub(crate) struct OperationModule {
    pub(crate) ident: Ident,
    /// The Cargo feature that the module is behind.
    pub(crate) feature: Option<String>,
    pub(crate) docs: Docs,
    /// How to get at the operations; without one they are methods of the client itself.
    pub(crate) accessor: Option<Accessor>,
    /// What most of the operations have in common.
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
    /// A call as a program writes it.
    pub(crate) example: Option<Example>,
    pub(crate) builder_docs: Docs,
    /// What every call gives.
    pub(crate) arguments: Vec<Argument>,
    /// What a call may give.
    pub(crate) setters: Vec<Argument>,
    pub(crate) body: Option<BodyArgument>,
    pub(crate) description: Description,
    pub(crate) output: Payload,
    pub(crate) error: Payload,
    pub(crate) headers: Option<HeaderStruct>,
    /// The enums of output and error, where they have several shapes.
    pub(crate) enums: Vec<PayloadEnum>,
}

/// A parameter as an argument of the method or a setter of the builder.
#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    /// Its position in the description.
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

/// What a body is given as.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BodyValue {
    /// A value of this type as JSON.
    Model(TypeRef),
    /// A value of this type, its properties as a form.
    Form(TypeRef),
    /// A value of this type, a part for each property.
    Multipart(TypeRef),
    /// Parts that the document says nothing about.
    Parts,
    /// A list of this type, one item after the other.
    Lines(TypeRef),
    Text,
    /// Bytes in memory or streamed, perhaps with a media type where the document leaves it open.
    File,
}

impl BodyValue {
    /// The type that it is given as; `None` for parts.
    pub(crate) fn rust_type(&self) -> Option<&TypeRef> {
        match self {
            Self::Model(ty) | Self::Form(ty) | Self::Multipart(ty) | Self::Lines(ty) => Some(ty),
            Self::Text => Some(&TypeRef::Text),
            Self::File => Some(&TypeRef::File),
            Self::Parts => None,
        }
    }

    /// The same with another word for its type.
    pub(crate) fn map_type(&self, map: impl FnOnce(&TypeRef) -> TypeRef) -> Self {
        match self {
            Self::Model(ty) => Self::Model(map(ty)),
            Self::Form(ty) => Self::Form(map(ty)),
            Self::Multipart(ty) => Self::Multipart(map(ty)),
            Self::Lines(ty) => Self::Lines(map(ty)),
            Self::Parts | Self::Text | Self::File => self.clone(),
        }
    }

    /// Whether both are given as values of the same type.
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
    /// The media type's position in the description.
    pub(crate) index: usize,
    pub(crate) value: BodyValue,
    /// Whether a value of its type becomes this variant without further ado.
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

/// How a response header is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderStyle {
    Simple,
    Exploded,
    Json,
}
