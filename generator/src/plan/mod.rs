//! Every Rust decision: what becomes which item, in which module, of which types.

mod bodies;
mod client;
mod common;
mod decision;
mod default;
mod description;
mod elements;
mod enumeration;
mod example;
mod finite;
mod graph;
mod guide;
mod headers;
mod item;
mod json_text;
mod markdown;
mod media;
mod object;
mod operation;
mod operations;
mod package;
mod parameters;
mod part_files;
mod partition;
mod payload;
mod representations;
mod responses;
mod root;
mod rules;
mod rustdoc;
mod schema_docs;
mod secrets;
mod share;
mod status;
mod stream_items;
mod totality;
mod tuple;
mod type_ref;
mod type_refs;
mod types;
mod union;
mod version;

pub(crate) use client::{
    Client, ParameterMethod, Scheme, SchemeFact, VariableEnum, VariableMethod,
};
pub(crate) use description::{
    BodyFact, Common, Description, MediaFact, ParameterFact, PropertyFact, ResponseFact,
    ServerFact, VariableFact,
};
pub(crate) use example::{Example, Sample};
pub(crate) use guide::Guide;
pub(crate) use item::{
    Decision, Enumeration, Field, Item, ItemKind, Kinds, Literal, Sequence, Setter, Struct, Union,
    Value, Variant,
};
pub(crate) use media::MediaKind;
pub(crate) use operation::{
    Accessor, Argument, BodyArgument, BodyContent, BodyValue, BodyVariant, HeaderField,
    HeaderStruct, HeaderStyle, Operation, OperationModule,
};
pub(crate) use package::Package;
pub(crate) use payload::{Payload, PayloadEnum, PayloadVariant};
pub(crate) use root::{Root, RootModule};
pub(crate) use rustdoc::Docs;
pub(crate) use type_ref::TypeRef;
pub(crate) use type_refs::{TypeRefs, type_refs};
pub(crate) use types::{TypesModule, TypesPart};

use crate::ir;
use crate::load::Document;
use crate::name::Names;
use crate::problem::Problems;

/// What the person who generates decides.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlanOptions {
    /// Whether each tag is a Cargo feature.
    pub(crate) features: bool,
    /// Whether another crate includes the sources: the entry file is `mod.rs` then.
    pub(crate) is_module: bool,
    /// The name of the package; from the title of the document where there is none.
    pub(crate) crate_name: Option<String>,
    /// Whether every number keeps all its digits.
    pub(crate) exact_numbers: bool,
    pub(crate) runtime: RuntimeSource,
}

/// Where the manifest finds the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuntimeSource {
    /// In the registry.
    Registry { version: String },
    /// In this folder.
    Folder(String),
}

impl Default for RuntimeSource {
    /// The runtime of this generator's own version: they are published together.
    fn default() -> Self {
        Self::Registry { version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// What is rendered: decided in full.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) package: Package,
    pub(crate) root: Root,
    pub(crate) types: TypesModule,
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
    let refs = type_refs(api, names, options.exact_numbers, problems);
    let usage = graph::Usage::new(api);
    let context = object::Context::new(api, names, document, &refs, &usage, problems);
    let mut items = types::plan_items(&context, problems);
    let sharing = share::share(api, &mut items);
    enumeration::give_defaults(&context, &sharing, &mut items);
    totality::mark(&mut items);
    let types = partition::partition(api, &names.calls.groups, items, &sharing, options.features);
    let examples = example::Examples::new(api, options, &types);
    let context = operations::Context::new(api, names, &refs, &sharing, problems, examples);
    let calls =
        Calls { modules: operations::modules(&context, options), client: client::client(&context) };
    let root = root::root(api, options, &calls.modules, &calls.client);
    let package = package::package(api, options, &calls.modules, &calls.client);
    Plan { package, root, types, calls }
}
