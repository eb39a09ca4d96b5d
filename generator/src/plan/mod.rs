//! Every Rust decision: what becomes which item, in which module, of which types.

mod type_ref;

pub(crate) use type_ref::TypeRef;

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
pub(crate) struct Plan {}

/// Decides how `api` becomes Rust.
pub(crate) fn plan(
    api: &ir::Api,
    names: &Names,
    document: &Document,
    options: &PlanOptions,
    problems: &Problems,
) -> Plan {
    let _ = (api, names, document, options, problems);
    Plan {}
}
