//! Rust text from decisions: total, and decides nothing.

mod file;
mod type_ref;

pub(crate) use file::SourceFile;
pub(crate) use type_ref::{Module, type_ref};

use crate::plan::Plan;

/// Renders every file of `plan`, in order of their paths.
pub(crate) fn render(plan: &Plan) -> Vec<SourceFile> {
    let Plan {} = plan;
    Vec::new()
}
