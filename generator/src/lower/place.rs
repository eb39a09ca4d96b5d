//! Words for the places of schemas.

use super::place_path::{Alternative, path};
use crate::collections::{HashMap, HashSet};
use crate::document::{Document, NodeId, Step};
use crate::ir::{
    Api, Form, Operation, Place, PlaceStep, PlaceWords, SchemaId, alternative_words,
    operation_stem, path_words, recursive,
};

/// The words of every schema that may need a type: named schemas, those whose form always has a
/// type, and lists and maps that contain themselves.
pub(super) fn places(document: &Document, api: &Api) -> HashMap<SchemaId, PlaceWords> {
    let places = Places::new(document, api);
    let recursive = recursive(&api.schemas);
    let named: HashSet<SchemaId> = api.roots.iter().copied().collect();
    let may_have_a_type = |id: &SchemaId| {
        api.schemas[*id].form.has_own_type() || named.contains(id) || recursive.contains(id)
    };
    let words = |id| {
        let path = path(document, api, &places.operations, &|of| places.alternative(of), id);
        (id, PlaceWords { path, ..places.words(id) })
    };
    api.schemas.ids().filter(may_have_a_type).map(words).collect()
}

/// The sources of words: the document, and facts of the IR about its nodes.
struct Places<'a> {
    api: &'a Api,
    document: &'a Document,
    operations: HashMap<NodeId, &'a Operation>,
    pins: HashMap<NodeId, &'a str>,
    alternatives: HashMap<NodeId, String>,
    /// The same for merged alternatives.
    merged: HashMap<SchemaId, String>,
}

impl<'a> Places<'a> {
    fn new(document: &'a Document, api: &'a Api) -> Self {
        let mut pins = HashMap::default();
        let mut alternatives = HashMap::default();
        let mut merged = HashMap::default();
        for schema in &api.schemas.0 {
            if let (Some(name), Place::Node(node)) = (&schema.rust_name, &schema.place) {
                pins.insert(*node, name.as_str());
            }
            let Form::Union(union) = &schema.form else { continue };
            let words = alternative_words(&api.schemas, union);
            for (alternative, word) in union.alternatives.iter().zip(words) {
                match api.schemas[alternative.schema].place {
                    Place::Node(node) => alternatives.entry(node).or_insert(word),
                    Place::Part { .. } => merged.entry(alternative.schema).or_insert(word),
                };
            }
        }
        let operations =
            api.operations.iter().map(|operation| (operation.origin, operation)).collect();
        Self { api, document, operations, pins, alternatives, merged }
    }

    /// The word of an alternative.
    fn alternative(&self, of: Alternative) -> Option<String> {
        match of {
            Alternative::Node(node) => self.alternatives.get(&node).cloned(),
            Alternative::Part(schema) => self.merged.get(&schema).cloned(),
        }
    }

    /// The words of a schema's place.
    fn words(&self, id: SchemaId) -> PlaceWords {
        let mut steps = Vec::new();
        let mut at = id;
        // A part is created after its whole, so the chain ends; the bound is a safeguard.
        for _ in 0..64 {
            let schema = &self.api.schemas[at];
            match &schema.place {
                _ if schema.rust_name.is_some() => break,
                Place::Part { of, step } => {
                    steps.push((at, step));
                    at = *of;
                }
                Place::Node(_) => break,
            }
        }
        let schema = &self.api.schemas[at];
        let mut words = match (&schema.rust_name, &schema.place) {
            (Some(name), _) => PlaceWords::of(name),
            (None, Place::Node(node)) => self.node_words(*node),
            (None, Place::Part { .. }) => self.node_words(schema.origin),
        };
        for (part, step) in steps.into_iter().rev() {
            match step {
                PlaceStep::Property(name) => words.push(name),
                PlaceStep::Item => words.push("item"),
                PlaceStep::TupleItem(index) => words.push(&format!("item {}", index + 1)),
                PlaceStep::Additional => words.push("value"),
                PlaceStep::MemberName => words.push("key"),
                PlaceStep::Base => words.push("base"),
                PlaceStep::Alternative(index) => match self.merged.get(&part) {
                    Some(word) => words.push(word),
                    None => words.push(&format!("variant {}", index + 1)),
                },
            }
        }
        words
    }

    /// The words of a node's pointer.
    fn node_words(&self, node: NodeId) -> PlaceWords {
        let mut path = Vec::new();
        let mut at = node;
        while let Some((parent, step)) = self.document.parent(at) {
            path.push((at, step));
            at = parent;
        }
        path.reverse();
        let mut words = PlaceWords::default();
        // A file can be one operation.
        let mut rest = match self.operations.get(&at) {
            Some(operation) => {
                let stem = operation_stem(operation);
                words = PlaceWords::of(&stem);
                &path[..]
            }
            None => self.head(&path, &mut words),
        };
        while let Some(((node, step), after)) = rest.split_first() {
            rest = after;
            if let Some(pin) = self.pins.get(node) {
                words = PlaceWords::of(pin);
                continue;
            }
            if let Some(operation) = self.operations.get(node) {
                let stem = operation_stem(operation);
                words = PlaceWords::of(&stem);
                continue;
            }
            rest = self.step(step, rest, &mut words);
        }
        if words.short.trim().is_empty() {
            words.push(self.file_word(node));
        }
        words
    }

    /// The section of a document in a pointer.
    fn head<'p>(
        &self,
        path: &'p [(NodeId, &'p Step)],
        words: &mut PlaceWords,
    ) -> &'p [(NodeId, &'p Step)] {
        let key = |index: usize| match path.get(index) {
            Some((_, Step::Key(key))) => &**key,
            _ => "",
        };
        let (section, name, length) = match (key(0), key(1)) {
            ("components", section) => (section, key(2), 3),
            (section, name) => (section, name, 2),
        };
        let suffix = match section {
            "schemas" | "definitions" | "$defs" | "callbacks" | "pathItems" | "webhooks" => "",
            "responses" => "response",
            "parameters" => "parameter",
            "requestBodies" => "body",
            "headers" => "header",
            "paths" => {
                if !path.get(2).is_some_and(|(node, _)| self.operations.contains_key(node)) {
                    words.push(&path_words(name));
                }
                return path.get(length..).unwrap_or_default();
            }
            _ => {
                // A file that is one schema names what is in it.
                if let Some((node, _)) = path.first()
                    && KEYWORDS.contains(&section)
                    && self.document.root().is_some_and(|root| {
                        self.document.file_of(root) != self.document.file_of(*node)
                    })
                {
                    words.push(self.file_word(*node));
                }
                return path;
            }
        };
        let pinned = path.get(length - 1).and_then(|(node, _)| self.pins.get(node));
        words.push(pinned.map_or(name, |pin| *pin));
        if !name.to_ascii_lowercase().ends_with(suffix) {
            words.push(suffix);
        }
        path.get(length..).unwrap_or_default()
    }

    /// Takes one step; returns the remaining steps, for steps with an argument.
    fn step<'p>(
        &self,
        step: &Step,
        rest: &'p [(NodeId, &'p Step)],
        words: &mut PlaceWords,
    ) -> &'p [(NodeId, &'p Step)] {
        let key = match step {
            Step::Key(key) => &**key,
            Step::Index(index) => {
                words.push(&(index + 1).to_string());
                return rest;
            }
        };
        let Some(((node, argument), after)) = rest.split_first() else {
            words.push(last_word(key));
            return rest;
        };
        let argument = match argument {
            Step::Key(argument) => argument.to_string(),
            Step::Index(index) => (index + 1).to_string(),
        };
        match key {
            "properties" | "$defs" | "definitions" | "dependentSchemas" | "callbacks" => {
                if self.pins.contains_key(node) {
                    return rest;
                }
                words.push(&argument);
            }
            "patternProperties" => {
                words.push_short("value");
                words.push_full(&argument);
            }
            "prefixItems" => words.push(&format!("item {argument}")),
            "allOf" => words.push_full(&format!("all of {argument}")),
            "oneOf" | "anyOf" => match self.alternatives.get(node) {
                Some(word) => words.push(word),
                None => words.push(&format!("variant {argument}")),
            },
            "parameters" | "headers" => self.parameter(*node, &argument, words),
            "responses" => self.response(*node, &argument, words),
            "content" => {
                words.push_full(&argument);
                if self.siblings(*node) > 1 {
                    words.push_short(argument.rsplit('/').next().unwrap_or(&argument));
                }
            }
            _ => {
                words.push(last_word(key));
                return rest;
            }
        }
        after
    }

    fn parameter(&self, node: NodeId, argument: &str, words: &mut PlaceWords) {
        if self.document.get_text(node, "in") == Some("body") {
            words.push("body");
        } else {
            words.push(self.document.get_text(node, "name").unwrap_or(argument));
        }
    }

    /// `response` or `error`, with the status if there are several.
    fn response(&self, node: NodeId, status: &str, words: &mut PlaceWords) {
        let fails = |status: &str| !status.starts_with(['1', '2', '3']);
        let same = self.document.parent(node).map_or(0, |(parent, _)| {
            self.document.members(parent).filter(|(key, _)| fails(key) == fails(status)).count()
        });
        words.push(if fails(status) { "error" } else { "response" });
        words.push_full(status);
        if same > 1 {
            words.push_short(status);
        }
    }

    fn siblings(&self, node: NodeId) -> usize {
        self.document.parent(node).map_or(0, |(parent, _)| self.document.members(parent).count())
    }

    /// The stem of the node's file, for a file that is one schema.
    fn file_word(&self, node: NodeId) -> &str {
        self.document.file_stem(node).unwrap_or("schema")
    }
}

/// Keywords of schemas with schemas in them.
const KEYWORDS: [&str; 12] = [
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "items",
    "oneOf",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// The word for a keyword without an argument.
fn last_word(key: &str) -> &str {
    match key {
        "items" | "itemSchema" => "item",
        "additionalProperties"
        | "unevaluatedProperties"
        | "additionalItems"
        | "unevaluatedItems" => "value",
        "propertyNames" => "key",
        "requestBody" => "body",
        "schema" | "contentSchema" => "",
        key => key,
    }
}
