//! The parts of a document that are not schemas, typed by the `openapiv3` crate.

use serde::de::DeserializeOwned;

use super::Context;
use crate::document::{Kind, NodeId};
use crate::ir::Info;
use crate::problem::ProblemKind;

/// One object of the envelope; `None`, with a report, if it violates the specification.
pub(super) fn typed<T: DeserializeOwned>(
    context: Context<'_>,
    node: NodeId,
    what: &str,
) -> Option<T> {
    let node = context.resolver.follow(node)?;
    match serde_json::from_str(&context.compact(node)) {
        Ok(value) => Some(value),
        Err(error) => {
            // The position refers to rewritten text that the reader never sees.
            let text = error.to_string();
            let reason = text.split(" at line ").next().unwrap_or_default().to_owned();
            // The audit reports what is missing.
            if !reason.starts_with("missing field") {
                context
                    .problems
                    .report(node, ProblemKind::MalformedObject { what: what.to_owned(), reason });
            }
            None
        }
    }
}

/// The strings of an array; a single string counts as an array.
pub(super) fn texts(context: Context<'_>, node: Option<NodeId>) -> Vec<String> {
    texts_at(context, node).into_iter().map(|(_, text)| text).collect()
}

/// The same with nodes.
pub(super) fn texts_at(context: Context<'_>, node: Option<NodeId>) -> Vec<(NodeId, String)> {
    let Some(node) = node else { return Vec::new() };
    let items = match context.document.kind(node) {
        Kind::Array(items) => &items[..],
        Kind::Null => &[],
        _ => &[node],
    };
    let text = |item: &NodeId| match context.document.kind(*item) {
        Kind::String(_) | Kind::Number(_) => {
            Some((*item, context.document.spelled(*item).to_owned()))
        }
        _ => {
            context.problems.report(
                *item,
                ProblemKind::WrongType { what: "this value".to_owned(), expected: "a string" },
            );
            None
        }
    };
    items.iter().filter_map(text).collect()
}

/// `info`; missing members are empty.
pub(super) fn info(context: Context<'_>) -> Info {
    let Some(node) = context.object(context.root(), "info") else {
        return Info::default();
    };
    let summary = context.word(node, "summary");
    let version = context.word(node, "version");
    let title = context.word(node, "title");
    let crate_name = context.word(node, "x-callwright-name");
    let plain = Info {
        crate_name,
        title: title.unwrap_or_default(),
        version: version.unwrap_or_default(),
        summary,
        description: context.word(node, "description"),
        ..Info::default()
    };
    // YAML reads an unquoted version as a number, which the crate's type refuses.
    if context
        .document
        .get(node, "version")
        .is_none_or(|version| context.document.text(version).is_none())
    {
        return plain;
    }
    match typed::<openapiv3::Info>(context, node, "info") {
        None => plain,
        Some(info) => {
            let openapiv3::Info {
                title,
                description,
                terms_of_service,
                contact,
                license,
                version,
                extensions: _,
            } = info;
            Info {
                title,
                version,
                description,
                terms_of_service,
                contact: contact.and_then(|contact| contact.url.or(contact.email).or(contact.name)),
                license: license.map(|license| license.name),
                external_docs: external_docs(context),
                ..plain
            }
        }
    }
}

fn external_docs(context: Context<'_>) -> Option<String> {
    let docs = context.object(context.root(), "externalDocs")?;
    context.word(docs, "url")
}
