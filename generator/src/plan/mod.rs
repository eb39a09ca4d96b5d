//! Makes every Rust decision: items, modules and types.
//!
//! There is a folder per part of the output, each with a face for the others: `types` plans the
//! document's types, `operations` its requests and responses, `package` the crate around both, and
//! `docs` their documentation. Only a folder's own files see behind its face.

mod docs;
mod markdown;
mod operations;
mod options;
mod package;
mod printable;
mod types;

pub(crate) use docs::{Docs, Example, Sample};
pub(crate) use operations::{
    Accessor, Argument, BodyArgument, BodyContent, BodyFact, BodyValue, BodyVariant, Common,
    Description, HeaderField, HeaderStruct, HeaderStyle, MediaFact, MediaKind, Operation,
    OperationModule, ParameterFact, Payload, PayloadChoice, PayloadEnum, PayloadVariant,
    PropertyFact, ResponseFact, ServerFact, VariableFact,
};
pub(crate) use options::{PlanOptions, RuntimeSource};
pub(crate) use package::{
    Client, Package, ParameterMethod, QuickStart, Root, RootModule, Scheme, SchemeFact,
    VariableEnum, VariableMethod,
};
pub(crate) use printable::printable;
pub(crate) use types::{
    Constant, Decision, Enumeration, Field, Item, ItemKind, Kinds, Literal, Sequence, Struct,
    TypeRef, TypesModule, TypesPart, Union, Value, Variant,
};

use crate::ir;
use crate::name::Names;
use crate::problem::Problems;

/// The complete input of rendering.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) package: Package,
    pub(crate) root: Root,
    pub(crate) types: TypesModule,
    pub(crate) client: ClientPlan,
}

/// The client and its operations.
#[derive(Debug, Default)]
pub(crate) struct ClientPlan {
    pub(crate) modules: Vec<OperationModule>,
    pub(crate) client: Client,
}

/// Plans the Rust code for `api`.
pub(crate) fn plan(
    api: &ir::Api,
    names: &Names,
    options: &PlanOptions,
    problems: &Problems,
) -> Plan {
    let refs = types::type_refs(api, names, options.exact_numbers, problems);
    let (types, dedup) = types::plan(api, names, &refs, options, problems);
    let examples = docs::Examples::new(api, options, &types);
    let context = operations::Context::new(api, names, &refs, &dedup, problems, examples);
    let modules = operations::modules(&context, options);
    let client = package::client(&context);
    let root = package::root(api, options, &modules, &client);
    let package = package::package(api, options, &modules, &client);
    Plan { package, root, types, client: ClientPlan { modules, client } }
}
