//! One operation: its method, its request builder, its description and its own types.

use proc_macro2::TokenStream;
use quote::quote;

use super::argument::{argument, body_argument, body_enum, body_setter, set, setter, with_body};
use super::description::description;
use super::example::example as show;
use super::headers::header_struct;
use super::payload::{payload, payload_enum};
use super::rustdoc::docs;
use crate::name::Ident;
use crate::plan::Operation;

/// The method that begins a request; `client` is how it gets at the runtime's client.
pub(super) fn method(
    operation: &Operation,
    client: &TokenStream,
    accessor: Option<&Ident>,
) -> TokenStream {
    let Operation { method, builder, constant, method_docs, example, arguments, body, .. } =
        operation;
    let comment = docs(method_docs);
    let example = example.as_ref().map(|example| show(example, accessor, method));
    let body = body.as_ref().filter(|body| body.required);
    let parameters = arguments.iter().map(argument).chain(body.map(body_argument));
    let sets = arguments.iter().map(set);
    let call = quote!(#client.call(&#constant) #(#sets)*);
    let call = body.map_or(call.clone(), |body| with_body(&call, body));
    quote! {
        #comment
        #example
        pub fn #method(&self, #(#parameters),*) -> #builder {
            #builder(#call)
        }
    }
}

/// Everything of an operation but its method.
///
/// `base` gives a description from an id, a method and a path.
pub(super) fn items(operation: &Operation, base: &TokenStream) -> TokenStream {
    let Operation {
        origin: _,
        method: _,
        builder,
        constant,
        method_docs: _,
        example: _,
        builder_docs,
        arguments: _,
        setters,
        body,
        description: facts,
        output: _,
        error: _,
        headers,
        enums,
    } = operation;
    let comment = docs(builder_docs);
    let mut methods: Vec<TokenStream> = setters.iter().map(setter).collect();
    methods.extend(body.as_ref().filter(|body| !body.required).map(body_setter));
    let setters = (!methods.is_empty()).then(|| quote!(impl #builder { #(#methods)* }));
    let body = body.as_ref().and_then(body_enum);
    let headers = headers.as_ref().map(header_struct);
    let enums = enums.iter().map(payload_enum);
    let constant = description(base, constant, facts);
    quote! {
        #comment
        #[derive(Clone, Debug)]
        #[must_use = "a request does nothing until it is awaited or sent"]
        pub struct #builder(rt::Call);

        #setters
        #body
        #(#enums)*
        #headers
        #constant
    }
}

/// `DeleteInstance: DeletedInstance, DeleteInstanceHeaders, DevEnvironError`.
pub(super) fn outcome(operation: &Operation) -> TokenStream {
    let Operation { builder, output, error, headers, .. } = operation;
    let (output, error) = (payload(output), payload(error));
    let headers = match headers {
        Some(headers) => {
            let ident = &headers.ident;
            quote!(#ident)
        }
        None => quote!(rt::NoHeaders),
    };
    quote!(#builder: #output, #headers, #error)
}
