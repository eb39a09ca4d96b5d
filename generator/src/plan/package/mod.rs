//! The package around the types and operations: its manifest, its root and its client.

mod client;
mod guide;
mod name;
mod quick_start;
mod root;
mod secrets;
mod version;

pub(super) use client::client;
pub(crate) use client::{
    Client, ParameterMethod, Scheme, SchemeFact, VariableEnum, VariableMethod,
};
pub(super) use name::{given_name, package_name};
pub(crate) use quick_start::QuickStart;
pub(super) use root::root;
pub(crate) use root::{Root, RootModule};

use crate::ir;
use crate::plan::docs::Docs;
use crate::plan::operations::OperationModule;
use crate::plan::options::{PlanOptions, RuntimeSource};
use version::semantic_version;

/// The maximum number of operations for which all tags are default features: such a client still
/// compiles in seconds.
const SMALL: usize = 1000;

/// The contents of the manifest and the README.
#[derive(Debug, Default)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) description: Docs,
    /// A Cargo feature per tag, with the tag.
    pub(crate) features: Vec<String>,
    /// Whether the features of tags are default features.
    pub(crate) all_by_default: bool,
    pub(crate) runtime: RuntimeSource,
    /// The signature algorithms that the runtime must support.
    pub(crate) signers: Vec<String>,
}

impl Package {
    /// The crate's name in Rust paths.
    pub(crate) fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

pub(super) fn package(
    api: &ir::Api,
    options: &PlanOptions,
    modules: &[OperationModule],
    client: &Client,
) -> Package {
    let name = given_name(api, options).unwrap_or_else(|| package_name(&api.info.title));
    let features = modules.iter().filter_map(|module| module.feature.clone()).collect();
    let mut description = Docs::text(api.info.summary.as_deref().unwrap_or_default());
    description.paragraph(api.info.description.as_deref().unwrap_or_default());
    Package {
        name,
        version: semantic_version(&api.info.version),
        title: Docs::text(&api.info.title).first_paragraph(),
        description,
        features,
        all_by_default: api.operations.len() <= SMALL,
        runtime: options.runtime.clone(),
        signers: client.signers(),
    }
}
