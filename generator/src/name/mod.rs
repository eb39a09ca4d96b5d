//! Names everything in the document for Rust.
//!
//! A name is a function of the thing's own place in the document. Names are settled in phases over
//! a whole [`Scope`], so that the order of a document only decides the numbers of things that no
//! place can distinguish.

mod casing;
mod client;
mod headers;
mod ident;
mod lints;
mod look_alikes;
mod operations;
mod payload;
mod scope;
mod setters;
mod spelling;
mod tags;
mod types;
mod unqualified;

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

use crate::document::NodeId;
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

impl Names {
    /// Visits each name, with its case and the node that it is about, in a stable order.
    fn each(&mut self, api: &ir::Api, visit: &mut dyn FnMut(NodeId, Case, &mut Ident)) {
        let Self { types, groups, operations, client } = self;
        types.each(api, visit);
        for group in groups {
            group.each(api, visit);
        }
        for (operation, names) in api.operations.iter().zip(operations) {
            if let Some(names) = names {
                names.each(operation, visit);
            }
        }
        client.each(api, visit);
    }
}

/// Names everything in `api`; collisions are reported and settled.
///
/// `tag_in_methods` keeps a tag's name in the names of its methods.
pub(crate) fn name(api: &ir::Api, tag_in_methods: bool, problems: &Problems) -> Names {
    let groups = tags::name(api, problems);
    let operations = operations::name(api, &groups, tag_in_methods, problems);
    let client = client::name(api, problems);
    let mut names = Names { types: types::name(api, problems), groups, operations, client };
    look_alikes::settle(&mut |visit| names.each(api, visit), problems);
    names
}
