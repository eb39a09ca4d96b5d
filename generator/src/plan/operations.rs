//! From operations to methods, request builders and modules.

use std::cell::RefCell;

use super::bodies::request_body;
use super::common::common;
use super::description::{Description, ServerFact, method_text};
use super::example::Examples;
use super::headers::header_struct;
use super::media::{SchemaHint, essence, is_raw};
use super::operation::{Accessor, Argument, Operation, OperationModule};
use super::parameters::{arguments, parameter_fact};
use super::payload::Payload;
use super::responses::{failure, sides, success};
use super::rules::Rules;
use super::rustdoc::{Docs, inline_code};
use super::share::Sharing;
use super::status::status_text;
use super::{PlanOptions, TypeRef, TypeRefs};
use crate::collections::HashSet;
use crate::ir::{self, Form, SchemaId, StringFormat};
use crate::load::NodeId;
use crate::name::{Group, Names, OperationNames};
use crate::problem::{ProblemKind, Problems};

/// What planning an operation looks at.
pub(super) struct Context<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) names: &'a Names,
    pub(super) refs: &'a TypeRefs,
    pub(super) sharing: &'a Sharing,
    pub(super) problems: &'a Problems,
    /// The header that carries a request's id, unless an operation has another.
    pub(super) request_id: Option<String>,
    pub(super) examples: Option<Examples<'a>>,
    /// What was reported for the document as a whole.
    told: RefCell<HashSet<ProblemKind>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        api: &'a ir::Api,
        names: &'a Names,
        refs: &'a TypeRefs,
        sharing: &'a Sharing,
        problems: &'a Problems,
        examples: Option<Examples<'a>>,
    ) -> Self {
        let responses = api.operations.iter().flat_map(|operation| &operation.responses);
        let request_id = responses.flat_map(|response| &response.headers);
        let request_id = request_id.into_iter().find(|header| header.is_request_id);
        Self {
            api,
            names,
            refs,
            sharing,
            problems,
            request_id: request_id.map(|header| header.name.clone()),
            examples,
            told: RefCell::default(),
        }
    }

    /// The type of a schema's values, null apart.
    pub(super) fn type_of(&self, id: SchemaId) -> TypeRef {
        self.refs.of(id)
    }

    /// The type of a body: with null, where the schema admits it.
    pub(super) fn body_type(&self, id: SchemaId) -> TypeRef {
        self.refs.value(id)
    }

    /// What a body's schema says about its form.
    pub(super) fn hint(&self, schema: Option<SchemaId>) -> SchemaHint {
        let Some(id) = schema else { return SchemaHint::Nothing };
        match &self.api.schemas[self.api.schemas.resolve(id)].form {
            Form::Any(_) | Form::Null | Form::Never | Form::Alias(_) => SchemaHint::Nothing,
            Form::String(StringFormat::Binary) => SchemaHint::Binary,
            Form::String(_) => SchemaHint::Text,
            Form::Enumeration(values) if values.is_text() => SchemaHint::Text,
            Form::Boolean
            | Form::Integer(_)
            | Form::Number { .. }
            | Form::Enumeration(_)
            | Form::Array(_)
            | Form::Tuple { .. }
            | Form::Map(_)
            | Form::Object(_)
            | Form::Union(_) => SchemaHint::Structured,
        }
    }

    /// Whether a body has parts that text or bytes alone do not show.
    pub(super) fn is_structured(&self, schema: Option<SchemaId>) -> bool {
        let Some(id) = schema else { return false };
        let form = &self.api.schemas[self.api.schemas.resolve(id)].form;
        matches!(
            form,
            Form::Array(_) | Form::Tuple { .. } | Form::Map(_) | Form::Object(_) | Form::Union(_)
        )
    }

    /// Reports a body of bytes whose schema says more of it than that.
    pub(super) fn report_bytes(&self, media: &ir::MediaType) {
        if !self.is_structured(media.schema) {
            return;
        }
        if !is_raw(&media.name) {
            self.report(media.origin, ProblemKind::BodyAsBytes { media: media.name.clone() });
            return;
        }
        let schema = media.schema.map(|id| &self.api.schemas[self.api.schemas.resolve(id)].form);
        let shape = match schema {
            Some(Form::Array(_) | Form::Tuple { .. }) => "a list",
            Some(Form::Union(_)) => "alternatives",
            _ => "an object",
        };
        let problem = ProblemKind::StructureOfBytes { media: essence(&media.name), shape };
        self.report_once(media.origin, problem);
    }

    /// Whether a body is made of members, as forms and multipart bodies are.
    pub(super) fn is_object(&self, schema: Option<SchemaId>) -> bool {
        let Some(id) = schema else { return true };
        let form = &self.api.schemas[self.api.schemas.resolve(id)].form;
        // Any value may be an object, and a union may be one of objects.
        matches!(form, Form::Any(_) | Form::Object(_) | Form::Map(_) | Form::Union(_))
    }

    /// Whether a body's schema names members, or may lead to some that do.
    pub(super) fn has_members(&self, schema: Option<SchemaId>) -> bool {
        let Some(id) = schema else { return false };
        let form = &self.api.schemas[self.api.schemas.resolve(id)].form;
        matches!(form, Form::Object(_) | Form::Map(_) | Form::Union(_))
    }

    /// The rules of an argument, before any is added.
    pub(super) fn rules(&self) -> Rules<'_> {
        Rules::none(&self.api.schemas, &self.names.types, self.problems)
    }

    pub(super) fn report(&self, node: NodeId, problem: ProblemKind) {
        self.problems.report(node, problem);
    }

    /// Reports what a document does in the same way throughout: at the first place only.
    pub(super) fn report_once(&self, node: NodeId, problem: ProblemKind) {
        if self.told.borrow_mut().insert(problem.clone()) {
            self.report(node, problem);
        }
    }
}

/// The modules of all operations.
pub(super) fn modules(context: &Context<'_>, options: &PlanOptions) -> Vec<OperationModule> {
    let groups = &context.names.calls.groups;
    groups.iter().map(|group| module(context, options, group)).collect()
}

fn module(context: &Context<'_>, options: &PlanOptions, group: &Group) -> OperationModule {
    let tag = group.tag.and_then(|index| context.api.tags.get(index));
    let operations = group.operations.iter().filter_map(|index| {
        let operation = context.api.operations.get(*index)?;
        let names = context.names.calls.operations.get(*index)?.as_ref()?;
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
        None => (Docs::sentence("Operations of the client itself."), None),
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
    let output = success(context, operation, &successes, &names.output);
    let error = failure(context, operation, &failures, &names.error);
    let headers = header_struct(context, &successes, &names.headers);
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
        method: method_text(&operation.method).to_owned(),
        path: operation.path.clone(),
        parameters: operation.parameters.iter().map(|p| parameter_fact(context, p)).collect(),
        body: body_fact,
        success: Some(output.facts),
        failure: Some(error.facts),
        security: Some(operation.security.clone()),
        servers: Some(operation.servers.iter().map(ServerFact::from).collect()),
        predicates: super::client::predicates(&operation.predicates),
        request_id: request_id(context, operation),
    };
    let example =
        context.examples.as_ref().and_then(|examples| examples.example(&arguments, body.as_ref()));
    Operation {
        origin: operation.origin,
        method: names.method.clone(),
        builder: names.builder.clone(),
        constant: names.constant.clone(),
        method_docs: method_docs(operation, &arguments, body.as_ref(), &output.payload, &failures),
        example,
        builder_docs: Docs::sentence(&format!("A request of {}.", inline_code(&place(operation)))),
        arguments,
        setters: only(setters),
        body,
        description,
        output: output.payload,
        error: error.payload,
        headers,
        enums: output.item.into_iter().chain(error.item).collect(),
    }
}

/// The header that carries the request's id, where it differs from the document's usual one.
fn request_id(context: &Context<'_>, operation: &ir::Operation) -> Option<String> {
    let mut headers = operation.responses.iter().flat_map(|response| &response.headers);
    let own = headers.find(|header| header.is_request_id)?;
    let usual = context.request_id.as_deref().unwrap_or_default();
    (!own.name.eq_ignore_ascii_case(usual)).then(|| own.name.clone())
}

/// `DELETE /v1/instances/{instance_id}`.
fn place(operation: &ir::Operation) -> String {
    format!("{} {}", method_text(&operation.method), operation.path)
}

fn method_docs(
    operation: &ir::Operation,
    arguments: &[Argument],
    body: Option<&super::operation::BodyArgument>,
    output: &Payload,
    failures: &[&ir::Response],
) -> Docs {
    let mut docs = Docs::of(&operation.docs);
    docs.append(&Docs(inline_code(&place(operation))));
    docs.append(&servers(operation));
    docs.append(&arrival(output));
    let mut items: Vec<(String, Docs)> = arguments
        .iter()
        .map(|argument| (format!("`{}`", argument.ident), argument.docs.clone()))
        .collect();
    if let Some(body) = body.filter(|body| body.required) {
        items.push(("`body`".to_owned(), body.docs.clone()));
    }
    docs.list("Arguments", &items);
    let errors: Vec<(String, Docs)> = failures
        .iter()
        .map(|response| (status_text(response.status), Docs::of(&response.docs)))
        .collect();
    docs.list("Errors", &errors);
    if let Some(url) = &operation.docs.external_docs {
        docs.paragraph(url);
    }
    docs
}

/// How an output that is not there all at once is read.
fn arrival(output: &Payload) -> Docs {
    let what = match output {
        Payload::Stream => "its bytes as they arrive, an [`rt::ByteStream`]",
        Payload::Events(_) => "events as they arrive, an [`rt::EventStream`]",
        Payload::Lines(_) => "values as they arrive, as [`rt::Lines`]",
        Payload::Empty
        | Payload::Model(_)
        | Payload::Text
        | Payload::Bytes
        | Payload::Enum(_)
        | Payload::NoError => return Docs::default(),
    };
    Docs(format!("It gives {what}."))
}

/// Where an operation with servers of its own is sent.
fn servers(operation: &ir::Operation) -> Docs {
    let urls: Vec<String> =
        operation.servers.iter().map(|server| inline_code(&server.url)).collect();
    match urls.as_slice() {
        [] => Docs::default(),
        [only] => Docs(format!("It has a server of its own, {only}.")),
        several => {
            let lines: Vec<String> = several
                .iter()
                .enumerate()
                .map(|(index, url)| format!("- {index}: {url}"))
                .collect();
            let mut docs = Docs(
                "It has servers of its own; `.with(|call| call.server(index))` chooses another \
                 than the first:"
                    .to_owned(),
            );
            docs.append(&Docs(lines.join("\n")));
            docs
        }
    }
}
