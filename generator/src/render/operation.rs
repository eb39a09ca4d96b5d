//! One operation: its method, its request builder, its description and its own types.

use super::argument::{argument, body_argument, body_enum, body_setter, set, setter, with_body};
use super::description::description;
use super::example::example as show;
use super::headers::header_struct;
use super::payload::{payload, payload_enum};
use super::text::{Expression, Source};
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
    out.method(format_args!("pub fn {method}"), parameters, builder, |out| {
        let described = Expression::word(format_args!("&{constant}"));
        let call = client.clone().then([Expression::call("call", [described])]);
        let call = call.then(arguments.iter().map(set));
        let call = match body {
            Some(body) => with_body(call, body),
            None => call,
        };
        out.expression(&Expression::call(builder, [call]), "");
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
        error_headers,
        enums,
    } = operation;
    out.item(|out| {
        out.docs(builder_docs);
        out.line("#[derive(Clone, Debug)]");
        out.line("#[must_use = \"a request does nothing until it is awaited or sent\"]");
        out.wrapper(builder, "rt::Call");
    });
    let optional = body.as_ref().filter(|body| !body.required);
    if !setters.is_empty() || optional.is_some() {
        out.item(|out| {
            out.inherent(builder, |out| {
                for argument in setters {
                    setter(out, argument);
                }
                if let Some(body) = optional {
                    body_setter(out, body);
                }
            });
        });
    }
    if let Some(body) = body {
        body_enum(out, body);
    }
    for payload in enums {
        payload_enum(out, payload);
    }
    for headers in headers.iter().chain(error_headers) {
        header_struct(out, headers);
    }
    description(out, common, constant, facts);
}

/// `DeleteInstance: DeletedInstance, DeleteInstanceHeaders, DevEnvironError`.
pub(super) fn outcome(operation: &Operation) -> String {
    let Operation { builder, output, error, headers, .. } = operation;
    let (output, error) = (payload(output), payload(error));
    let headers = headers.as_ref();
    let headers = headers.map_or_else(|| "rt::NoHeaders".to_owned(), |item| item.ident.to_string());
    format!("{builder}: {output}, {headers}, {error};")
}
