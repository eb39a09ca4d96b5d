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
    /// Server-sent events with this data: JSON, text, or an enum by the name of the event.
    Events(Box<Payload>),
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
    pub(crate) choice: PayloadChoice,
    pub(crate) variants: Vec<PayloadVariant>,
}

/// The criterion that selects a variant of a [`PayloadEnum`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PayloadChoice {
    /// Status and media type, for an output.
    Output,
    /// Status and media type, for an error.
    Error,
    /// The name of the event; the last variant is for other names.
    Event,
}

#[derive(Debug)]
pub(crate) struct PayloadVariant {
    pub(crate) docs: Docs,
    pub(crate) ident: Ident,
    pub(crate) payload: Payload,
    /// The method that takes the payload out of an output.
    pub(crate) into: Option<(Ident, Docs)>,
    /// The names of the event.
    pub(crate) events: Vec<String>,
}
