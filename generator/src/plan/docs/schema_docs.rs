//! The documentation of types and members.

use super::constraints::sentences;
use super::rustdoc::Docs;
use super::rustdoc::inline_code;
use crate::ir::{DefaultValue, Schema, SchemaId, Schemas};
use crate::name::Ident;
use crate::plan::types::{Decision, Literal};

/// The maximum number of tags in a sentence.
const TAG_LIMIT: usize = 4;

/// The maximum size of an example, in bytes.
const EXAMPLE_LIMIT: usize = 512;

/// The maximum size of a default, in bytes.
const DEFAULT_LIMIT: usize = 120;

impl Docs {
    /// The documentation of a member's schema.
    pub(crate) fn of_schema(schema: &Schema) -> Self {
        let mut docs = Self::of(&schema.docs);
        docs.append(&Self::sentence(&facts_of(schema, schema.default.as_ref()).join(" ")));
        docs
    }

    /// The documentation of a member, including who sets it. The default of a referenced type is
    /// documented there.
    pub(crate) fn of_member(schemas: &Schemas, id: SchemaId) -> Self {
        let (schema, target) = (&schemas[id], &schemas[schemas.resolve(id)]);
        let mut docs = Self::of(&schema.docs);
        let mut facts = Vec::new();
        if schema.read_only || target.read_only {
            facts.push("Read-only: set by the server.".to_owned());
        }
        if schema.write_only || target.write_only {
            facts.push("Write-only: not sent by the server.".to_owned());
        }
        facts.extend(facts_of(schema, schema.default.as_ref().or(target.default.as_ref())));
        docs.append(&Self::sentence(&facts.join(" ")));
        docs
    }

    /// The documentation of a type, with an example.
    pub(crate) fn of_item(schema: &Schema) -> Self {
        let mut docs = Self::of_schema(schema);
        let example = schema.example.as_ref().and_then(|value| value.json_within(EXAMPLE_LIMIT));
        if let Some(example) = example.filter(|text| text.starts_with(['{', '['])) {
            docs.append(&Self(format!("```json\n{example}\n```")));
        }
        docs
    }

    /// The documentation of a union's alternative: its title, since its type has the rest.
    pub(crate) fn of_alternative(schema: &Schema) -> Self {
        let title = schema.docs.title.as_deref().or(schema.docs.summary.as_deref());
        Self::text(title.unwrap_or_default())
    }

    /// The documentation of an alternative: what tells its values from others.
    pub(crate) fn of_decision(decision: &Decision) -> Self {
        let Decision { tags, values, required, parts, .. } = decision;
        // A tag one level down.
        if tags.is_empty()
            && let Some((member, part)) = parts.iter().find(|(_, part)| !part.tags.is_empty())
            && let Some((name, values)) = part.tags.first()
        {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            return Self::of_tags(&format!("{member}.{name}"), &values);
        }
        match (tags.as_slice(), values.as_slice(), required.as_slice()) {
            ([(name, values), ..], ..) => {
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                Self::of_tags(name, &values)
            }
            (_, [value], _) => Self::code_sentence("Always", value),
            (_, _, [name, ..]) => Self::code_sentence("An object with", name),
            _ => Self::default(),
        }
    }

    /// The same for the values of a tag.
    pub(crate) fn of_tags(name: &str, values: &[&str]) -> Self {
        let shown = values.iter().take(TAG_LIMIT).map(|value| inline_code(value));
        let mut shown = shown.collect::<Vec<_>>().join(" or ");
        if values.len() > TAG_LIMIT {
            shown.push_str(" …");
        }
        Self::sentence(&format!("{} is {shown}.", inline_code(name)))
    }

    /// The wire form of an enumeration's value, if its variant does not show it.
    pub(crate) fn of_value(ident: &Ident, literal: &Literal) -> Self {
        let text = match literal {
            Literal::Bool(value) => value.to_string(),
            Literal::Integer(value) => value.to_string(),
            Literal::Number(text) | Literal::Text(text) => text.clone(),
        };
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        if text.trim().is_empty() {
            Self::sentence("The empty string, or only spaces.")
        } else if letters(&text) == letters(ident.as_str()) {
            Self::default()
        } else {
            Self::sentence(&inline_code(&text))
        }
    }
}

/// The constraints of a schema, and its default.
fn facts_of(schema: &Schema, default: Option<&DefaultValue>) -> Vec<String> {
    let mut facts = sentences(&schema.constraints);
    if let Some(default) = default.and_then(|default| default.value.json_within(DEFAULT_LIMIT)) {
        facts.push(format!("Default: {}.", inline_code(&default)));
    }
    facts
}
