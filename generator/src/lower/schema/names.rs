//! `propertyNames`: what the names of an object's members may be (JSON Schema 2020-12, section 10.3.2.4).

use super::flatten::flatten;
use super::form::string_format;
use super::merge::{Merged, merge};
use super::{Element, Lowerer};
use crate::ir::{Form, NAMES_ENUM, Place, PlaceStep, Rule, SchemaId, StringFormat};
use crate::lower::Context;

/// The longest list of names that is written into the documentation, in bytes.
const LIMIT: usize = 4096;

/// Adds what `propertyNames` says to the constraints and rules of the object around it.
pub(super) fn describe_names(context: Context<'_>, merged: &mut Merged) {
    if merged.names.is_empty() {
        return;
    }
    let nodes: Vec<Element> = merged.names.iter().map(|node| Element::whole(*node)).collect();
    let names = merge(context, &flatten(context, &nodes));
    let mut sentences = Vec::new();
    if let Some(values) = &names.enumeration {
        let texts: Vec<&str> =
            values.iter().filter_map(|value| context.document.text(value.node)).collect();
        let known = serde_json::Value::from(texts.clone()).to_string();
        if known.len() <= LIMIT {
            let quoted: Vec<String> =
                texts.iter().map(|text| format!("`{}`", text.replace('`', "'"))).collect();
            sentences.push(format!("The names are {}.", quoted.join(", ")));
        } else {
            sentences.push(format!("The names are {} known ones.", texts.len()));
        }
        merged.rules.push(Rule { keyword: NAMES_ENUM, value: known });
    }
    if let Some(format) = names.formats.first() {
        sentences.push(format!("Each name is in the format `{}`.", format.replace('`', "'")));
    }
    let judged = match string_format(&names) {
        StringFormat::DateTime => Some("date-time"),
        StringFormat::Date => Some("date"),
        StringFormat::Time => Some("time"),
        StringFormat::Duration => Some("duration"),
        StringFormat::Uuid => Some("uuid"),
        StringFormat::Uri => Some("uri"),
        StringFormat::Base64 => Some("byte"),
        StringFormat::Text | StringFormat::Binary | StringFormat::Other(_) => None,
    };
    let judged = judged.map(|format| Rule { keyword: "names format", value: format.to_owned() });
    merged.rules.extend(judged);
    if !names.constraints.is_empty() {
        sentences.push(format!("Each name: {}", names.constraints.join(" ")));
    }
    merged.constraints.extend(sentences);
    for Rule { keyword, value } in names.rules {
        let keyword = match keyword {
            "minLength" => "names minLength",
            "maxLength" => "names maxLength",
            "pattern" => "names pattern",
            "format" => "names format",
            _ => continue,
        };
        merged.rules.push(Rule { keyword, value });
    }
}

impl Lowerer<'_> {
    /// The schema of the names, where a Rust type says more of them than text.
    pub(super) fn names(&mut self, id: SchemaId, merged: &Merged, form: &Form) -> Option<SchemaId> {
        if merged.names.is_empty() || !matches!(form, Form::Map(_) | Form::Object(_)) {
            return None;
        }
        let nodes: Vec<Element> = merged.names.iter().map(|node| Element::whole(*node)).collect();
        let names = merge(self.context, &flatten(self.context, &nodes));
        let is_plain = matches!(string_format(&names), StringFormat::Text | StringFormat::Other(_));
        if names.enumeration.is_none() && is_plain {
            return None;
        }
        Some(self.request(nodes, Place::Part { of: id, step: PlaceStep::MemberName }))
    }
}
