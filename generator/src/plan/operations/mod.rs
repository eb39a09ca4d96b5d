//! Plans operations: their methods, request builders, bodies and responses.

mod bodies;
mod common;
mod context;
mod description;
mod events;
mod headers;
mod media;
mod method_docs;
mod modules;
mod operation;
mod parameters;
mod payload;
mod predicates;
mod representations;
mod responses;
mod status;
mod stream_items;

pub(super) use context::Context;
pub(crate) use description::{
    BodyFact, Common, Description, MediaFact, ParameterFact, PropertyFact, ResponseFact,
    ServerFact, VariableFact,
};
pub(crate) use media::MediaKind;
pub(super) use media::{SchemaHint, media_kind};
pub(super) use modules::modules;
pub(crate) use operation::{
    Accessor, Argument, BodyArgument, BodyContent, BodyValue, BodyVariant, HeaderField,
    HeaderStruct, HeaderStyle, Operation, OperationModule,
};
pub(crate) use payload::{Payload, PayloadChoice, PayloadEnum, PayloadVariant};
pub(super) use predicates::predicates;
