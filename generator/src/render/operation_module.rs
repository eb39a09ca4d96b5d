//! The file of a tag's operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::description;
use super::lints::allows;
use super::operation::{items, method, outcome};
use super::runtime;
use super::rustdoc::{docs, inner_docs};
use crate::plan::{Accessor, BodyContent, Operation, OperationModule};

pub(super) fn operation_module(module: &OperationModule) -> TokenStream {
    let OperationModule { ident: _, feature: _, docs: comment, accessor, common, operations } =
        module;
    let comment = inner_docs(comment);
    let imports = runtime::imports();
    let allows = module_allows(module);
    let client = match accessor {
        Some(_) => quote!(self.0),
        None => quote!(self.as_runtime()),
    };
    let methods = operations.iter().map(|operation| {
        method(operation, &client, accessor.as_ref().map(|accessor| &accessor.ident))
    });
    let methods = match accessor {
        Some(accessor) => tagged(accessor, methods),
        None => quote!(impl super::client::Client { #(#methods)* }),
    };
    let (common, base) = description::common(common.as_ref());
    let items = operations.iter().map(|operation| items(operation, &base));
    let outcomes = operations.iter().map(outcome);
    quote! {
        #comment
        #allows
        #imports
        #methods
        #common
        #(#items)*
        rt::operations! { #(#outcomes;)* }
    }
}

fn tagged(accessor: &Accessor, methods: impl Iterator<Item = TokenStream>) -> TokenStream {
    let Accessor { ident, handle, docs: comment } = accessor;
    let comment = docs(comment);
    quote! {
        impl super::client::Client {
            #comment
            #[must_use]
            pub fn #ident(&self) -> #handle<'_> {
                #handle(self.as_runtime())
            }
        }

        #comment
        #[derive(Clone, Copy, Debug)]
        pub struct #handle<'a>(&'a rt::Client);

        impl #handle<'_> { #(#methods)* }
    }
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
