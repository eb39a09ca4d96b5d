//! One operation: its method, its request builder, its description and its own types.

use proc_macro2::TokenStream;
use quote::quote;

use super::argument::{argument, body_argument, body_enum, body_setter, set, setter, with_body};
use super::description::description;
use super::example::example as show;
use super::expression::Expression;
use super::headers::header_struct;
use super::payload::{payload, payload_enum};
use super::source::Source;
use crate::name::Ident;
use crate::plan::{Common, Operation};

/// The method that begins a request; `client` is how it gets at the runtime's client.
pub(super) fn method(
    out: &mut Source,
    operation: &Operation,
    client: &Expression,
    accessor: Option<&Ident>,
) {
    let Operation { method, builder, constant, method_docs, example, arguments, body, .. } =
        operation;
    out.docs(method_docs);
    if let Some(example) = example {
        out.docs(&show(example, accessor, method));
    }
    let body = body.as_ref().filter(|body| body.required);
    let parameters = arguments.iter().map(argument).chain(body.map(body_argument));
    let parameters = [Expression::word("&self")].into_iter().chain(parameters);
    out.method(format_args!("pub fn {method}"), parameters, &format!(" -> {builder}"), |out| {
        let described = Expression::word(format_args!("&{constant}"));
        let call = client.clone().then([Expression::call("call", [described])]);
        let call = call.then(arguments.iter().map(set));
        let call = match body {
            Some(body) => with_body(call, body),
            None => call,
        };
        out.expression("", &Expression::call(builder, [call]), "");
    });
}

/// Everything of an operation but its method; `common` is what those of its module have in common.
pub(super) fn items(out: &mut Source, operation: &Operation, common: Option<&Common>) {
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
    out.item(|out| {
        out.docs(builder_docs);
        out.line("#[derive(Clone, Debug)]");
        out.line("#[must_use = \"a request does nothing until it is awaited or sent\"]");
        out.line(format_args!("pub struct {builder}(rt::Call);"));
    });
    let optional = body.as_ref().filter(|body| !body.required);
    if !setters.is_empty() || optional.is_some() {
        out.item(|out| {
            out.definition(format_args!("impl {builder}"), |out| {
                for argument in setters {
                    setter(out, argument);
                }
                if let Some(body) = optional {
                    body_setter(out, body);
                }
            });
        });
    }
    let types = body.iter().filter_map(body_enum).chain(enums.iter().map(payload_enum));
    for items in types.chain(headers.iter().map(header_struct)) {
        out.tokens(items);
    }
    description(out, common, constant, facts);
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
