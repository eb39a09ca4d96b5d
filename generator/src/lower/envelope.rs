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
            let reason = in_openapi_words(text.split(" at line ").next().unwrap_or_default());
            // The audit reports what is missing.
            if !reason.starts_with("missing field") {
                let member = misplaced_member(context, node, &text);
                let reason = match &member {
                    Some((name, _)) => format!("`{name}`: {reason}"),
                    None => reason,
                };
                let problem = ProblemKind::MalformedObject { what: what.to_owned(), reason };
                context.problems.report(member.map_or(node, |(_, node)| node), problem);
            }
            None
        }
    }
}

/// The member whose string a message says to be of the wrong type, since serde does not name it.
fn misplaced_member(context: Context<'_>, node: NodeId, message: &str) -> Option<(String, NodeId)> {
    let found = message.strip_prefix("invalid type: string \"")?;
    let mut members = context.document.members(node);
    let (name, member) = members.find(|(_, member)| {
        let text = context.document.text(*member);
        text.is_some_and(|text| !text.is_empty() && found.starts_with(&format!("{text}\"")))
    })?;
    Some((name.to_string(), member))
}

/// serde's message without the types of Rust: `invalid type: string "MIT", expected struct License`.
fn in_openapi_words(message: &str) -> String {
    let Some((found, expected)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    else {
        return message.to_owned();
    };
    let expected = match expected.split(' ').next() {
        Some("struct" | "internally" | "adjacently" | "untagged" | "enum" | "map") => "an object",
        Some("sequence") => "an array",
        Some("bool" | "boolean") => "a boolean",
        Some("borrowed" | "string") => "a string",
        _ => expected,
    };
    let found = match found.split_once(' ') {
        Some(("string", text)) => format!("the string {}", text.replace('"', "`")),
        Some((kind, value)) => format!("the {kind} {value}"),
        None => match found {
            "map" => "an object".to_owned(),
            "sequence" => "an array".to_owned(),
            other => other.to_owned(),
        },
    };
    format!("{found} is in place of {expected}")
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
