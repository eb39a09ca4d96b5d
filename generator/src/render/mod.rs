//! Rust text from decisions: total, and decides nothing.

mod api;
mod argument;
mod attributes;
mod client;
mod conversions;
mod crate_root;
mod description;
mod example;
mod file;
mod headers;
mod items;
mod manifest;
mod operation;
mod operation_module;
mod payload;
mod quick_start;
mod readme;
mod runtime;
mod text;
mod type_ref;
mod types_module;
mod workers;

#[cfg(test)]
pub(crate) use file::MARKER;
pub(crate) use file::SourceFile;
use file::source_files;
pub(crate) use manifest::manifest;
pub(crate) use readme::readme;

use crate::plan::{ClientPlan, Plan};

/// Renders every file of `plan`, in order of their paths.
pub(crate) fn render(plan: &Plan) -> Vec<SourceFile> {
    let Plan { package: _, root, types, client: ClientPlan { modules, client } } = plan;
    let mut pages = types_module::types_module(types);
    pages.push(client::client(client));
    pages.extend(modules.iter().map(operation_module::operation_module));
    pages.push(crate_root::crate_root(root));
    let mut files = source_files(&pages);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
