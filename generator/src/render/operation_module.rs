//! The file of a tag's operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::description;
use super::expression::Expression;
use super::file::Page;
use super::lints::allows;
use super::operation::{items, method, outcome};
use super::runtime;
use super::rustdoc::inner_docs;
use super::source::Source;
use crate::plan::{Accessor, BodyContent, Operation, OperationModule};

/// How many operations are rendered at a time.
const CHUNK: usize = 16;

/// The file of a module, at `path`.
pub(super) fn operation_module(path: String, module: &OperationModule) -> Page<'_> {
    let OperationModule { ident: _, feature: _, docs: comment, accessor, common, operations } =
        module;
    let mut page = Page::new(path, move || {
        let (comment, allows) = (inner_docs(comment), module_allows(module));
        let imports = runtime::imports();
        quote!(#comment #allows #imports)
    });
    page.add(move || {
        let mut out = Source::default();
        match accessor {
            Some(accessor) => tagged(&mut out, accessor, operations),
            None => untagged(&mut out, operations),
        }
        if let Some(common) = common {
            description::common(&mut out, common);
        }
        out.into_text()
    });
    for chunk in operations.chunks(CHUNK) {
        page.add(move || {
            let mut out = Source::default();
            for operation in chunk {
                items(&mut out, operation, common.as_ref());
            }
            out.into_text()
        });
    }
    page.add(move || {
        let mut out = Source::default();
        let outcomes = operations.iter().map(outcome);
        out.tokens(quote!(rt::operations! { #(#outcomes;)* }));
        out.into_text()
    });
    page
}

/// The methods of the client itself.
fn untagged(out: &mut Source, operations: &[Operation]) {
    let client = Expression::word("self").then([Expression::call("as_runtime", [])]);
    out.item(|out| {
        out.block("impl super::client::Client", |out| {
            for operation in operations {
                method(out, operation, &client, None);
            }
        });
    });
}

/// The methods of a handle, and the client's method that gives it.
fn tagged(out: &mut Source, accessor: &Accessor, operations: &[Operation]) {
    let Accessor { ident, handle, docs } = accessor;
    out.item(|out| {
        out.block("impl super::client::Client", |out| {
            out.docs(docs);
            out.line("#[must_use]");
            let close = format!(" -> {handle}<'_>");
            let arguments = [Expression::word("&self")];
            out.method(format_args!("pub fn {ident}"), arguments, &close, |out| {
                out.line(format_args!("{handle}(self.as_runtime())"));
            });
        });
    });
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Clone, Copy, Debug)]");
        out.line(format_args!("pub struct {handle}<'a>(&'a rt::Client);"));
    });
    let client = Expression::word("self").then([Expression::word(0)]);
    out.item(|out| {
        out.block(format_args!("impl {handle}<'_>"), |out| {
            for operation in operations {
                method(out, operation, &client, Some(ident));
            }
        });
    });
}

fn module_allows(module: &OperationModule) -> TokenStream {
    let arguments = |operation: &Operation| {
        let body = operation.body.as_ref().is_some_and(|body| body.required);
        1 + operation.arguments.len() + usize::from(body)
    };
    let most = module.operations.iter().map(arguments).max().unwrap_or(0);
    allows(most, module.operations.iter().any(has_enum))
}

/// Whether an output, error or body is an enum of types.
fn has_enum(operation: &Operation) -> bool {
    let body = operation.body.as_ref();
    !operation.enums.is_empty()
        || body.is_some_and(|body| matches!(body.content, BodyContent::Choice { .. }))
}
