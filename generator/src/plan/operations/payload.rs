//! The Rust types of bodies.

use crate::name::Ident;
use crate::plan::docs::Docs;
use crate::plan::types::TypeRef;

/// The type of a body: of a response, or of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Payload {
    /// No body.
    Empty,
    /// A JSON value of this type.
    Model(TypeRef),
    Text,
    /// Bytes in memory.
    Bytes,
    /// Streamed bytes.
    Stream,
    /// Server-sent events with JSON data of this type; `None` for text.
    Events(Option<TypeRef>),
    /// A sequence of JSON values of this type.
    Lines(TypeRef),
    /// Several shapes: a [`PayloadEnum`] of the same module.
    Enum(Ident),
    /// Failures without a documented body.
    NoError,
}

/// An enum of the possible shapes of a response or request body.
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
