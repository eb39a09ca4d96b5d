//! Plans methods, request builders and modules of operations.

use super::bodies::request_body;
use super::common::common;
use super::context::Context;
use super::description::{Description, ServerFact};
use super::events::event_enums;
use super::headers::{error_headers, header_struct};
use super::method_docs::{method_docs, place};
use super::operation::{Accessor, Argument, Operation, OperationModule};
use super::parameters::{arguments, parameter_fact};
use super::predicates::predicates;
use super::responses::{failure, sides, success};
use crate::ir;
use crate::name::{Group, OperationNames};
use crate::plan::docs::{Docs, inline_code};
use crate::plan::options::PlanOptions;

/// The modules of all operations.
pub(crate) fn modules(context: &Context<'_>, options: &PlanOptions) -> Vec<OperationModule> {
    let groups = &context.names.groups;
    groups.iter().map(|group| module(context, options, group)).collect()
}

fn module(context: &Context<'_>, options: &PlanOptions, group: &Group) -> OperationModule {
    let tag = group.tag.and_then(|index| context.api.tags.get(index));
    let operations = group.operations.iter().filter_map(|index| {
        let operation = context.api.operations.get(*index)?;
        let names = context.names.operations.get(*index)?.as_ref()?;
        Some(plan_operation(context, operation, names))
    });
    let mut operations: Vec<Operation> = operations.collect();
    let (docs, accessor) = match tag {
        Some(tag) => {
            let title = Docs::code_sentence("Operations tagged", &tag.name);
            let mut docs = title.clone();
            docs.append(&Docs::of(&tag.docs));
            let accessor = Accessor {
                ident: group.accessor.clone(),
                handle: group.handle.clone(),
                docs: docs.clone(),
            };
            (docs, Some(accessor))
        }
        None => (Docs::sentence("Operations without a tag."), None),
    };
    let feature = tag.filter(|_| options.features).map(|_| group.feature());
    OperationModule {
        ident: group.module.clone(),
        feature,
        docs,
        accessor,
        common: common(&mut operations),
        operations,
    }
}

fn plan_operation(
    context: &Context<'_>,
    operation: &ir::Operation,
    names: &OperationNames,
) -> Operation {
    let (successes, failures) = sides(operation);
    let output = success(context, operation, &successes, names);
    let error = failure(context, operation, &failures, names);
    let events = event_enums(context, &successes, (operation, &names.events));
    let docs = "The documented response headers.";
    let headers = header_struct(context, &successes, &names.headers, docs);
    let error_headers = error_headers(context, &failures, &names.error_headers, headers.as_ref());
    let of_errors = error_headers.as_ref().or(headers.as_ref());
    let of_errors =
        of_errors.filter(|_| failures.iter().any(|response| !response.headers.is_empty()));
    let of_errors = of_errors.map(|item| item.ident.clone());
    let (body, body_fact) =
        operation.body.as_ref().and_then(|body| request_body(context, body, &names.body)).unzip();
    let mut arguments = arguments(context, operation, names);
    let split = arguments.partition_point(|(required, _)| *required);
    let setters = arguments.split_off(split);
    let only = |arguments: Vec<(bool, Argument)>| arguments.into_iter().map(|(_, a)| a).collect();
    let arguments: Vec<Argument> = only(arguments);
    let id = operation.id.clone().unwrap_or_else(|| names.method.as_str().to_owned());
    let description = Description {
        id,
        method: operation.method.as_str().to_owned(),
        path: operation.path.clone(),
        parameters: operation.parameters.iter().map(|p| parameter_fact(context, p)).collect(),
        body: body_fact,
        success: Some(output.facts),
        failure: Some(error.facts),
        security: Some(operation.security.clone()),
        servers: Some(operation.servers.iter().map(ServerFact::from).collect()),
        predicates: predicates(&operation.predicates),
        request_id: request_id(context, operation),
        idempotency_key: operation.idempotency_key.clone(),
    };
    let example =
        context.examples.as_ref().and_then(|examples| examples.example(&arguments, body.as_ref()));
    Operation {
        origin: operation.origin,
        method: names.method.clone(),
        builder: names.builder.clone(),
        constant: names.constant.clone(),
        method_docs: method_docs(
            operation,
            &arguments,
            body.as_ref(),
            &output.payload,
            &successes,
            (&failures, of_errors.as_ref()),
        ),
        example,
        builder_docs: Docs::sentence(&format!("A request for {}.", inline_code(&place(operation)))),
        arguments,
        setters: only(setters),
        body,
        description,
        output: output.payload,
        error: error.payload,
        headers,
        error_headers,
        enums: output.item.into_iter().chain(events).chain(error.item).collect(),
    }
}

/// The header with the request id, if it differs from the document's usual one.
fn request_id(context: &Context<'_>, operation: &ir::Operation) -> Option<String> {
    let mut headers = operation.responses.iter().flat_map(|response| &response.headers);
    let own = headers.find(|header| header.is_request_id)?;
    let usual = context.request_id.as_deref().unwrap_or_default();
    (!own.name.eq_ignore_ascii_case(usual)).then(|| own.name.clone())
}
