//! Rust text from decisions: total, and decides nothing.

mod decision;
mod file;
mod item;
mod item_alias;
mod item_enumeration;
mod item_record;
mod item_sequence;
mod item_struct;
mod item_union;
mod rustdoc;
mod setters;
mod type_ref;
mod types_module;

pub(crate) use file::SourceFile;
pub(crate) use type_ref::{Module, type_ref};

use crate::plan::Plan;

/// Renders every file of `plan`, in order of their paths.
pub(crate) fn render(plan: &Plan) -> Vec<SourceFile> {
    let Plan { types, calls: _ } = plan;
    types_module::types_module(types)
}
