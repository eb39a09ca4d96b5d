//! The file of a tag's operations.

use super::attributes::{Breaks, allows};
use super::description;
use super::file::Page;
use super::operation::{items, method, outcome};
use super::runtime;
use super::text::{Expression, Source};
use crate::plan::{Accessor, BodyContent, Operation, OperationModule};

/// The number of operations that are rendered at a time.
const CHUNK: usize = 16;

/// The file of a module.
pub(super) fn operation_module(module: &OperationModule) -> Page<'_> {
    let OperationModule { ident, feature: _, docs, accessor, common, operations } = module;
    let mut page = Page::new(format!("{}.rs", ident.as_str()));
    page.add(move |out| {
        out.inner_docs(docs);
        allows(out, breaks(module));
    });
    page.add(runtime::imports);
    page.add(move |out| {
        match accessor {
            Some(accessor) => tagged(out, accessor, operations),
            None => untagged(out, operations),
        }
        if let Some(common) = common {
            description::common(out, common);
        }
    });
    for chunk in operations.chunks(CHUNK) {
        page.add(move |out| {
            for operation in chunk {
                items(out, operation, common.as_ref());
            }
        });
    }
    page.add(move |out| {
        out.item(|out| {
            out.definition("rt::operations!", |out| {
                for operation in operations {
                    out.line(outcome(operation));
                }
            });
        });
    });
    page
}

/// The methods of the client itself.
fn untagged(out: &mut Source, operations: &[Operation]) {
    let client = Expression::word("self").then([Expression::call("as_runtime", [])]);
    out.item(|out| {
        out.inherent("super::client::Client", |out| {
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
        out.inherent("super::client::Client", |out| {
            out.docs(docs);
            out.line("#[must_use]");
            let returned = format_args!("{handle}<'_>");
            let parameters = [Expression::word("&self")];
            out.method(format_args!("pub fn {ident}"), parameters, returned, |out| {
                let client = Expression::word("self").then([Expression::call("as_runtime", [])]);
                out.expression(&Expression::call(handle, [client]), "");
            });
        });
    });
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Clone, Copy, Debug)]");
        out.wrapper(format_args!("{handle}<'a>"), "&'a rt::Client");
    });
    let client = Expression::member(0);
    out.item(|out| {
        out.inherent(format_args!("{handle}<'_>"), |out| {
            for operation in operations {
                method(out, operation, &client, Some(ident));
            }
        });
    });
}

fn breaks(module: &OperationModule) -> Breaks {
    let arguments = |operation: &Operation| {
        let body = operation.body.as_ref().is_some_and(|body| body.required);
        1 + operation.arguments.len() + usize::from(body)
    };
    Breaks {
        most_arguments: module.operations.iter().map(arguments).max().unwrap_or(0),
        has_large_variants: module.operations.iter().any(has_enum),
        has_complex_types: false,
    }
}

/// Whether an output, error or body is an enum of types.
fn has_enum(operation: &Operation) -> bool {
    let body = operation.body.as_ref();
    !operation.enums.is_empty()
        || body.is_some_and(|body| matches!(body.content, BodyContent::Choice { .. }))
}
