//! The files of all that sends.

use super::client::client;
use super::file::Page;
use super::operation_module::operation_module;
use crate::plan::ClientPlan;

/// `client.rs`, and a file for each module of operations.
pub(super) fn files(calls: &ClientPlan) -> Vec<Page<'_>> {
    let ClientPlan { modules, client: setup } = calls;
    let mut files = vec![Page::new("client.rs".to_owned(), || client(setup))];
    files.extend(modules.iter().map(|module| {
        let path = format!("{}.rs", module.ident.as_str());
        operation_module(path, module)
    }));
    files
}
