//! Names everything in the document for Rust.
//!
//! A name is a function of the thing's own place in the document. Names are settled in phases over
//! a whole [`Scope`], so that the order of a document only decides the numbers of things that no
//! place can distinguish.

mod casing;
mod client;
mod headers;
mod ident;
mod operations;
mod payload;
mod scope;
mod setters;
mod spelling;
mod tags;
mod types;

pub(crate) use casing::Case;
pub(crate) use client::ClientNames;
pub(crate) use headers::header_fields;
pub(crate) use ident::Ident;
pub(crate) use operations::OperationNames;
pub(crate) use payload::{
    ResponseBody, UNKNOWN_EVENT, body_variants, event_variants, into_methods, response_variants,
};
pub(crate) use setters::{SettableField, Setter, setters};
pub(crate) use tags::{Group, shared_module};
pub(crate) use types::Types;

use scope::{Candidate, NameRequest, Scope};

use crate::ir;
use crate::problem::Problems;

/// Every settled name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) types: Types,
    /// Operations by their first tag.
    pub(crate) groups: Vec<Group>,
    /// By operation index.
    pub(crate) operations: Vec<Option<OperationNames>>,
    pub(crate) client: ClientNames,
}

/// Names everything in `api`; collisions are reported and settled.
pub(crate) fn name(api: &ir::Api, problems: &Problems) -> Names {
    let groups = tags::name(api, problems);
    let operations = operations::name(api, &groups, problems);
    let client = client::name(api, problems);
    Names { types: types::name(api, problems), groups, operations, client }
}
