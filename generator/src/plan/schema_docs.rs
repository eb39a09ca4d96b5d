//! The documentation of types and members.

use super::Docs;
use super::item::Literal;
use super::json_text::json_text;
use super::rustdoc::inline_code;
use crate::ir::Schema;
use crate::load::Document;
use crate::name::Ident;

/// The longest example that is shown, in bytes.
const EXAMPLE_LIMIT: usize = 512;

/// The longest default that is shown, in bytes.
const DEFAULT_LIMIT: usize = 120;

impl Docs {
    /// What a member is.
    pub(super) fn of_schema(schema: &Schema, document: &Document) -> Self {
        let mut docs = Self::of(&schema.docs);
        let mut facts = schema.constraints.clone();
        let default = schema.default.and_then(|node| json_text(document, node, DEFAULT_LIMIT));
        if let Some(default) = default {
            facts.push(format!("Default: {}.", inline_code(&default)));
        }
        docs.append(&Self::sentence(&facts.join(" ")));
        docs
    }

    /// What a type is, with an example.
    pub(super) fn of_item(schema: &Schema, document: &Document) -> Self {
        let mut docs = Self::of_schema(schema, document);
        let example = schema.docs.example.and_then(|node| json_text(document, node, EXAMPLE_LIMIT));
        if let Some(example) = example.filter(|text| text.starts_with(['{', '['])) {
            docs.append(&Self(format!("```json\n{example}\n```")));
        }
        docs
    }

    /// What an alternative of a union is: its title, since its own type tells the rest.
    pub(super) fn of_alternative(schema: &Schema) -> Self {
        let title = schema.docs.title.as_deref().or(schema.docs.summary.as_deref());
        Self::text(title.unwrap_or_default())
    }

    /// What a value of an enumeration is on the wire, where its variant does not tell.
    pub(super) fn of_value(ident: &Ident, literal: &Literal) -> Self {
        let text = match literal {
            Literal::Bool(value) => value.to_string(),
            Literal::Integer(value) => value.to_string(),
            Literal::Number(text) | Literal::Text(text) => text.clone(),
        };
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        if text.trim().is_empty() {
            Self::sentence("The empty text, or nothing but spaces.")
        } else if letters(&text) == letters(ident.as_str()) {
            Self::default()
        } else {
            Self::sentence(&inline_code(&text))
        }
    }
}
