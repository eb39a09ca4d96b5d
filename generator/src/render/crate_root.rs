//! The entry file.

use super::attributes::gate;
use super::file::Page;
use super::quick_start::quick_start;
use super::runtime;
use super::text::{Source, by_name, imported};
use crate::plan::{Root, RootModule};

pub(super) fn crate_root(root: &Root) -> Page<'_> {
    let Root { is_included: _, docs, quick_start: program, more_docs, modules, .. } = root;
    let mut page = Page::new(root.file());
    page.add(move |out| {
        out.inner_docs(docs);
        if let Some(program) = program {
            out.inner_docs(&quick_start(program));
        }
        // A blank line between the parts, unless there is no documentation at all.
        if !more_docs.0.is_empty() {
            out.line("//!");
        }
        out.inner_docs(more_docs);
    });
    page.add(move |out| declarations(out, modules));
    page.add(move |out| reexports(out, root));
    page
}

fn declarations(out: &mut Source, modules: &[RootModule]) {
    let own = ["client", "types"].map(|name| (name.to_owned(), None));
    let modules =
        modules.iter().map(|RootModule { ident, feature }| (ident.to_string(), feature.as_deref()));
    let mut modules: Vec<(String, Option<&str>)> = own.into_iter().chain(modules).collect();
    modules.sort_by(|(a, _), (b, _)| by_name(a, b));
    for (name, feature) in modules {
        gate(out, feature);
        out.line(format_args!("pub mod {name};"));
    }
}

fn reexports(out: &mut Source, root: &Root) {
    let Root { client_items, signers, .. } = root;
    runtime::reexports(out, signers.iter().map(String::as_str));
    let own = ["Client", "ClientBuilder"].map(str::to_owned);
    let names = own.into_iter().chain(client_items.iter().map(ToString::to_string));
    out.line(imported("pub use client", names.collect()));
}
