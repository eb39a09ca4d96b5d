//! The Rust types of bodies.

use crate::name::Ident;
use crate::plan::docs::Docs;
use crate::plan::types::TypeRef;

/// The type of a body: what a response decodes into, or what a request is given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Payload {
    /// No body.
    Empty,
    /// A JSON value of this type.
    Model(TypeRef),
    Text,
    /// Bytes in memory.
    Bytes,
    /// Bytes as they arrive.
    Stream,
    /// Server-sent events whose data is JSON of this type; text where there is none.
    Events(Option<TypeRef>),
    /// JSON values of this type, one after the other.
    Lines(TypeRef),
    /// Several shapes: a [`PayloadEnum`] of the same module.
    Enum(Ident),
    /// Failures that have no documented body.
    NoError,
}

/// An enum of the shapes that a response (or a request body) may have.
#[derive(Debug)]
pub(crate) struct PayloadEnum {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) variants: Vec<PayloadVariant>,
}

#[derive(Debug)]
pub(crate) struct PayloadVariant {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) payload: Payload,
}
