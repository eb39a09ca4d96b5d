//! Rust text from decisions: total, and decides nothing.

mod argument;
mod calls;
mod client;
mod crate_root;
mod description;
mod file;
mod headers;
mod layout;
mod operation;
mod operation_module;
mod payload;
mod runtime;
mod rustdoc;
mod type_ref;

pub(crate) use file::SourceFile;
use file::source_file;
pub(crate) use type_ref::{Module, type_ref};

use crate::plan::Plan;

/// Renders every file of `plan`, in order of their paths.
pub(crate) fn render(plan: &Plan) -> Vec<SourceFile> {
    let Plan { root, calls } = plan;
    let mut files = calls::files(calls);
    files.push(source_file(root.file(), crate_root::crate_root(root)));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
