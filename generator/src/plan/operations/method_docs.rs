//! The documentation of an operation's method.

use super::operation::{Argument, BodyArgument};
use super::payload::Payload;
use super::status::status_text;
use crate::ir;
use crate::name::Ident;
use crate::plan::docs::{Docs, inline_code};
use crate::plan::types::TypeRef;

/// `DELETE /v1/instances/{instance_id}`.
pub(super) fn place(operation: &ir::Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

pub(super) fn method_docs(
    operation: &ir::Operation,
    arguments: &[Argument],
    body: Option<&BodyArgument>,
    output: &Payload,
    successes: &[&ir::Response],
    (failures, error_headers): (&[&ir::Response], Option<&Ident>),
) -> Docs {
    let mut docs = Docs::of(&operation.docs);
    docs.append(&Docs(inline_code(&place(operation))));
    docs.append(&servers(operation));
    let mut items: Vec<(String, Docs)> = arguments
        .iter()
        .map(|argument| (format!("`{}`", argument.ident), argument.docs.clone()))
        .collect();
    if let Some(body) = body.filter(|body| body.required) {
        items.push(("`body`".to_owned(), body.docs.clone()));
    }
    docs.list("Arguments", &items);
    docs.list("Returns", &returns(output, successes));
    let errors: Vec<(String, Docs)> = failures
        .iter()
        .map(|response| (status_text(response.status), Docs::of(&response.docs)))
        .collect();
    docs.list("Errors", &errors);
    if let Some(ident) = error_headers {
        docs.append(&Docs(format!(
            "An error has the headers [`{ident}`], which [`documented_headers`](rt::Error::documented_headers) \
             reads."
        )));
    }
    if let Some(url) = &operation.docs.external_docs {
        docs.paragraph(url);
    }
    docs
}

/// The success statuses, each with the type of the result.
fn returns(output: &Payload, successes: &[&ir::Response]) -> Vec<(String, Docs)> {
    let result = result(output);
    let items = successes.iter().map(|response| {
        let status = status_text(response.status);
        let mut docs = Docs::of(&response.docs);
        // Many documents only repeat the status: `200 OK: OK`.
        let text = docs.0.trim_end_matches('.');
        if status.get(4..).is_some_and(|reason| reason.eq_ignore_ascii_case(text)) {
            docs = Docs::default();
        }
        (format!("{status}{result}"), docs)
    });
    items.collect()
}

/// The type of the result, after a comma; empty without a body.
fn result(output: &Payload) -> String {
    match output {
        Payload::Empty | Payload::NoError => String::new(),
        Payload::Model(ty) => format!(", {}", type_in_words(ty)),
        Payload::Text => ", text".to_owned(),
        Payload::Bytes => ", bytes".to_owned(),
        Payload::Stream => ", a stream of bytes ([`rt::ByteStream`])".to_owned(),
        Payload::Events(data) => {
            let data = match &**data {
                Payload::Model(ty) => format!(" with data of {}", type_in_words(ty)),
                Payload::Enum(ident) => format!(" with data of [`{ident}`]"),
                _ => String::new(),
            };
            format!(", a stream of events ([`rt::EventStream`]){data}")
        }
        Payload::Lines(item) => {
            format!(", a stream ([`rt::Lines`]) of {}", type_in_words(item))
        }
        Payload::Enum(ident) => format!(", a variant of [`{ident}`]"),
    }
}

/// A type with a link to the item within it.
fn type_in_words(ty: &TypeRef) -> String {
    let name = match ty {
        TypeRef::Named(ident) => return format!("[`{ident}`](super::types::{ident})"),
        TypeRef::Vec(item) => return format!("a list of {}", type_in_words(item)),
        TypeRef::Map(value) | TypeRef::KeyedMap { value, .. } => {
            return format!("a map of {}", type_in_words(value));
        }
        TypeRef::Option(value) | TypeRef::Nullable(value) => {
            return format!("{} or null", type_in_words(value));
        }
        TypeRef::Boxed(inner) => return type_in_words(inner),
        TypeRef::Text => "String",
        TypeRef::Bool => "bool",
        TypeRef::I64 => "i64",
        TypeRef::U64 => "u64",
        TypeRef::I128 => "i128",
        TypeRef::F64 => "f64",
        TypeRef::Integer => "Integer",
        TypeRef::Number => "Number",
        TypeRef::DateTime => "DateTime",
        TypeRef::Date => "Date",
        TypeRef::Time => "Time",
        TypeRef::Duration => "Duration",
        TypeRef::Uuid => "Uuid",
        TypeRef::Uri => "Uri",
        TypeRef::Base64 => "Base64",
        TypeRef::File => "File",
        TypeRef::Secret => "Secret",
        TypeRef::Json => "Json",
    };
    format!("`{name}`")
}

/// The server of an operation with servers of its own.
fn servers(operation: &ir::Operation) -> Docs {
    let urls: Vec<String> =
        operation.servers.iter().map(|server| inline_code(&server.url)).collect();
    match urls.as_slice() {
        [] => Docs::default(),
        [only] => Docs(format!("Requests go to a server of the operation, {only}.")),
        several => {
            let lines: Vec<String> = several
                .iter()
                .enumerate()
                .map(|(index, url)| format!("- {index}: {url}"))
                .collect();
            let mut docs = Docs(
                "Requests go to the first server of the operation, or to the one that \
                 `.with(|call| call.server(index))` chooses:"
                    .to_owned(),
            );
            docs.append(&Docs(lines.join("\n")));
            docs
        }
    }
}
