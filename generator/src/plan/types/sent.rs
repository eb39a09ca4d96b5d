//! The members by which the alternatives of a union are known on the wire.

use std::collections::BTreeSet;

use super::context::Context;
use super::item::Constant;
use crate::ir::{self, Enumeration, Form, Literal, SchemaId, Schemas};

/// The only value of a member, if there is exactly one: the schema admits no other, or the object
/// is an alternative that a discriminator knows by it.
pub(super) fn constant(
    context: &Context<'_>,
    owner: SchemaId,
    property: &ir::Property,
) -> Option<Constant> {
    let schemas = &context.api.schemas;
    let id = schemas.resolve(property.schema);
    let tag = || context.tags.of(schemas, owner, &property.name);
    match &schemas[id].form {
        Form::Enumeration(values) => {
            let variants = context.names.types.variants(id);
            let position = match &values.values[..] {
                [value] if !matches!(value.literal, Literal::Json(_)) => 0,
                _ => position(values, tag()?)?,
            };
            variants.get(position).cloned().map(Constant::Variant)
        }
        Form::String(ir::StringFormat::Text | ir::StringFormat::Other(_))
            if !schemas[id].secret && !schemas[property.schema].secret =>
        {
            Some(Constant::Text(tag()?.to_owned()))
        }
        _ => None,
    }
}

fn position(values: &Enumeration, tag: &str) -> Option<usize> {
    values.values.iter().position(|value| match &value.literal {
        Literal::Text(text) | Literal::Number(text) => text == tag,
        Literal::Boolean(value) => tag == if *value { "true" } else { "false" },
        Literal::Json(_) => false,
    })
}

/// The members that the union writes for an alternative whose value may lack them. Without a
/// discriminator, `differing` are the members with constants that differ between alternatives.
pub(super) fn sent(
    schemas: &Schemas,
    union: &ir::Union,
    index: usize,
    differing: &BTreeSet<String>,
) -> Vec<(String, String)> {
    let Some(alternative) = union.alternatives.get(index) else { return Vec::new() };
    let id = schemas.resolve(alternative.schema);
    match &union.discriminator {
        Some(discriminator) => {
            let Some(Some(tag)) = discriminator.sent.get(index) else { return Vec::new() };
            let name = &discriminator.property;
            let json = tag_in(schemas, id, name, tag).map(|json| (name.clone(), json));
            json.into_iter().collect()
        }
        None => constants(schemas, id, differing),
    }
}

/// The tag of an object or map that may lack it, as JSON.
fn tag_in(schemas: &Schemas, id: SchemaId, name: &str, tag: &str) -> Option<String> {
    let text = || Some(quoted(tag));
    let holds_text =
        |id: SchemaId| matches!(&schemas[schemas.resolve(id)].form, Form::Any(_) | Form::String(_));
    match &schemas[id].form {
        Form::Map(value) if holds_text(*value) => text(),
        Form::Object(object) => {
            match object.properties.iter().find(|property| property.name == name) {
                None => match object.additional {
                    ir::Additional::Typed(value) if !holds_text(value) => None,
                    _ => text(),
                },
                Some(property) if property.required => None,
                Some(property) => match &schemas[schemas.resolve(property.schema)].form {
                    Form::Enumeration(values) => {
                        let position = position(values, tag);
                        let literal = position.map(|position| &values.values[position].literal);
                        literal.map_or_else(text, |literal| Some(json(literal)))
                    }
                    Form::Any(_) | Form::String(_) => text(),
                    _ => None,
                },
            }
        }
        _ => None,
    }
}

/// Optional members with a constant that differs between alternatives.
fn constants(
    schemas: &Schemas,
    id: SchemaId,
    differing: &BTreeSet<String>,
) -> Vec<(String, String)> {
    let Form::Object(object) = &schemas[id].form else { return Vec::new() };
    let optional = object.properties.iter().filter(|property| !property.required);
    let constants = optional.filter_map(|property| {
        let Form::Enumeration(values) = &schemas[schemas.resolve(property.schema)].form else {
            return None;
        };
        let [value] = &values.values[..] else { return None };
        let differs = differing.contains(&property.name);
        differs.then(|| (property.name.clone(), json(&value.literal)))
    });
    constants.collect()
}

fn json(literal: &Literal) -> String {
    match literal {
        Literal::Text(text) => quoted(text),
        Literal::Number(text) | Literal::Json(text) => text.clone(),
        Literal::Boolean(value) => value.to_string(),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
