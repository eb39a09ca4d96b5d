//! The documentation of an operation's method.

use super::operation::{Argument, BodyArgument};
use super::payload::Payload;
use super::status::status_text;
use crate::ir;
use crate::plan::docs::{Docs, inline_code};

/// `DELETE /v1/instances/{instance_id}`.
pub(super) fn place(operation: &ir::Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

pub(super) fn method_docs(
    operation: &ir::Operation,
    arguments: &[Argument],
    body: Option<&BodyArgument>,
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

/// The server of an operation with servers of its own.
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
