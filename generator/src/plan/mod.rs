//! Every Rust decision: what becomes which item, in which module, of which types.

mod bodies;
mod client;
mod description;
mod headers;
mod media;
mod operation;
mod operations;
mod payload;
mod responses;
mod rustdoc;
mod status;
mod type_ref;
mod type_refs;
mod version;

pub(crate) use client::{
    Client, ParameterMethod, Scheme, SchemeFact, VariableEnum, VariableMethod,
};
pub(crate) use description::{
    BodyFact, Description, MediaFact, ParameterFact, PropertyFact, ResponseFact, ServerFact,
    VariableFact,
};
pub(crate) use media::MediaKind;
pub(crate) use operation::{
    Accessor, Argument, BodyArgument, BodyContent, BodyValue, BodyVariant, HeaderField,
    HeaderStruct, Operation, OperationModule,
};
pub(crate) use payload::{Payload, PayloadEnum, PayloadVariant};
pub(crate) use rustdoc::Docs;
pub(crate) use type_ref::TypeRef;
pub(crate) use type_refs::{TypeRefs, type_refs};

use crate::ir;
use crate::load::Document;
use crate::name::Names;
use crate::problem::Problems;

/// What the person who generates decides.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlanOptions {
    /// Whether each tag is a Cargo feature.
    pub(crate) features: bool,
}

/// What is rendered: decided in full.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) calls: Calls,
}

/// All that sends.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    pub(crate) modules: Vec<OperationModule>,
    pub(crate) client: Client,
}

/// Decides how `api` becomes Rust.
pub(crate) fn plan(
    api: &ir::Api,
    names: &Names,
    document: &Document,
    options: &PlanOptions,
    problems: &Problems,
) -> Plan {
    let _ = document;
    let refs = type_refs(api, names, problems);
    let context = operations::Context::new(api, names, &refs, problems);
    let calls =
        Calls { modules: operations::modules(&context, options), client: client::client(&context) };
    Plan { calls }
}
