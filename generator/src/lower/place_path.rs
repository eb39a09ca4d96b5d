//! The places of inline schemas, as readers of generated documentation know them.

use crate::collections::HashMap;
use crate::document::{Document, NodeId, Step};
use crate::ir::{Api, Operation, Place, PlaceStep, SchemaId, operation_stem};

/// An alternative of a union, by its node, or by its schema where several nodes are merged in it.
pub(super) enum Alternative {
    Node(NodeId),
    Part(SchemaId),
}

/// The path of a schema from the named schema or the operation that it is within: `Pet.tags[]`, or
/// `listPets response 200`, with the words
/// of alternatives: `Event(created).data`; empty for what has a name itself.
pub(super) fn path(
    document: &Document,
    api: &Api,
    operations: &HashMap<NodeId, &Operation>,
    words: &dyn Fn(Alternative) -> Option<String>,
    id: SchemaId,
) -> String {
    let mut parts = Vec::new();
    let mut at = id;
    // A part is created after its whole, so the chain ends; the bound is a safeguard.
    for _ in 0..64 {
        match &api.schemas[at].place {
            Place::Part { of, step } => {
                parts.push((at, step));
                at = *of;
            }
            Place::Node(_) => break,
        }
    }
    let node = match &api.schemas[at].place {
        Place::Node(node) => *node,
        Place::Part { .. } => api.schemas[at].origin,
    };
    let mut steps = Vec::new();
    let mut above = node;
    let mut head = None;
    loop {
        if let Some(operation) = operations.get(&above) {
            head = Some(operation_stem(operation));
            break;
        }
        let Some((parent, step)) = document.parent(above) else { break };
        steps.push((above, step));
        above = parent;
    }
    steps.reverse();
    let (mut path, rest) = match head {
        Some(stem) => (stem, &steps[..]),
        None => {
            let (name, rest) = component(&steps);
            (name.unwrap_or_else(|| document.file_stem(node).unwrap_or_default().to_owned()), rest)
        }
    };
    if rest.is_empty() && parts.is_empty() {
        return String::new();
    }
    keywords(document, words, rest, &mut path);
    for (part, step) in parts.into_iter().rev() {
        match step {
            PlaceStep::Property(name) => path.push_str(&format!(".{name}")),
            PlaceStep::Item => path.push_str("[]"),
            PlaceStep::TupleItem(index) => path.push_str(&format!("[{index}]")),
            PlaceStep::Additional => path.push_str(".*"),
            PlaceStep::Alternative(_) => {
                if let Some(word) = words(Alternative::Part(part)) {
                    path.push_str(&format!("({word})"));
                }
            }
            PlaceStep::MemberName | PlaceStep::Base => {}
        }
    }
    path
}

/// The name of a component at the beginning of a path, and the steps within it.
fn component<'p>(steps: &'p [(NodeId, &'p Step)]) -> (Option<String>, &'p [(NodeId, &'p Step)]) {
    let key = |index: usize| match steps.get(index) {
        Some((_, Step::Key(key))) => &**key,
        _ => "",
    };
    let length = match (key(0), key(1)) {
        ("components", _) => 3,
        ("definitions" | "parameters" | "responses" | "paths" | "$defs" | "webhooks", _) => 2,
        _ => return (None, steps),
    };
    (Some(key(length - 1).to_owned()), steps.get(length..).unwrap_or_default())
}

fn keywords(
    document: &Document,
    words: &dyn Fn(Alternative) -> Option<String>,
    steps: &[(NodeId, &Step)],
    path: &mut String,
) {
    let mut rest = steps.iter();
    while let Some((_, step)) = rest.next() {
        let Step::Key(key) = step else { continue };
        match &**key {
            "properties" => {
                if let Some((_, Step::Key(name))) = rest.next() {
                    path.push_str(&format!(".{name}"));
                }
            }
            "items" | "itemSchema" => path.push_str("[]"),
            "additionalProperties" | "unevaluatedProperties" => path.push_str(".*"),
            "patternProperties" => {
                rest.next();
                path.push_str(".*");
            }
            "prefixItems" => {
                if let Some((_, Step::Index(index))) = rest.next() {
                    path.push_str(&format!("[{index}]"));
                }
            }
            "requestBody" => path.push_str(" body"),
            "responses" => {
                if let Some((_, Step::Key(status))) = rest.next() {
                    path.push_str(&format!(" response {status}"));
                }
            }
            "parameters" => {
                if let Some((node, _)) = rest.next() {
                    let name = document.get_text(*node, "name").unwrap_or_default();
                    path.push_str(&format!(" parameter {name}"));
                }
            }
            "headers" => {
                if let Some((_, Step::Key(name))) = rest.next() {
                    path.push_str(&format!(" header {name}"));
                }
            }
            "oneOf" | "anyOf" => {
                let word = rest.next().and_then(|(node, _)| words(Alternative::Node(*node)));
                if let Some(word) = word {
                    path.push_str(&format!("({word})"));
                }
            }
            "content" | "allOf" | "$defs" | "definitions" => {
                rest.next();
            }
            _ => {}
        }
    }
}
