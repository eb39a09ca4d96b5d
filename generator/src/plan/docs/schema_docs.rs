//! The documentation of types and members.

use super::constraints::sentences;
use super::rustdoc::Docs;
use super::rustdoc::inline_code;
use crate::ir::{DefaultValue, Schema, SchemaId, Schemas};
use crate::name::Ident;
use crate::plan::types::Literal;

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
