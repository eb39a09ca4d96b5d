//! Rust text from decisions: total, and decides nothing.

mod argument;
mod calls;
mod client;
mod crate_root;
mod decision;
mod description;
mod example;
mod expression;
mod file;
mod guide;
mod headers;
mod item;
mod item_alias;
mod item_enumeration;
mod item_record;
mod item_sequence;
mod item_struct;
mod item_union;
mod layout;
mod lints;
mod manifest;
mod operation;
mod operation_module;
mod payload;
mod readme;
mod runtime;
mod rustdoc;
mod setters;
mod source;
mod table;
mod taken;
mod type_ref;
mod types_module;
mod workers;

pub(crate) use file::SourceFile;
#[cfg(test)]
pub(crate) use file::{MARKER, laid_out};
use file::{Page, source_files};
pub(crate) use manifest::manifest;
pub(crate) use readme::readme;

use crate::plan::Plan;

/// Renders every file of `plan`, in order of their paths.
pub(crate) fn render(plan: &Plan) -> Vec<SourceFile> {
    let Plan { package: _, root, types, client } = plan;
    let mut pages = types_module::types_module(types);
    pages.extend(calls::files(client));
    pages.push(Page::new(root.file(), || crate_root::crate_root(root)));
    let mut files = source_files(&pages);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
