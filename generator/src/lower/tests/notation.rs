//! Schemas as short text: `{id: integer, tags?: [string]?, *: any}`.

use crate::ir::{Additional, Form, Literal, Place, SchemaId, Schemas, StringFormat};

/// Formats a schema; a recursive reference is `@`.
pub(super) fn show(schemas: &Schemas, id: SchemaId) -> String {
    at(schemas, id, &mut Vec::new())
}

fn at(schemas: &Schemas, id: SchemaId, open: &mut Vec<SchemaId>) -> String {
    if open.contains(&id) {
        return "@".to_owned();
    }
    open.push(id);
    let schema = &schemas[id];
    let shown = match &schema.form {
        Form::Any(_) => "any".to_owned(),
        Form::Null => "null".to_owned(),
        Form::Never => "never".to_owned(),
        Form::Boolean => "boolean".to_owned(),
        Form::Integer(_) => "integer".to_owned(),
        Form::Number { .. } => "number".to_owned(),
        Form::String(StringFormat::Text | StringFormat::Other(_)) => "string".to_owned(),
        Form::String(format) => format!("{format:?}"),
        Form::Enumeration(enumeration) => {
            let values = enumeration.values.iter().map(|value| match &value.literal {
                Literal::Boolean(value) => value.to_string(),
                Literal::Number(text) | Literal::Json(text) => text.clone(),
                Literal::Text(text) => format!("'{text}'"),
            });
            format!("({})", values.collect::<Vec<_>>().join("|"))
        }
        Form::Array(item) => format!("[{}]", at(schemas, *item, open)),
        Form::Tuple { items, rest } => {
            let mut parts: Vec<String> =
                items.iter().map(|item| at(schemas, *item, open)).collect();
            parts.extend(rest.map(|rest| format!("*{}", at(schemas, rest, open))));
            format!("[{}]", parts.join(", "))
        }
        Form::Map(value) => format!("{{*: {}}}", at(schemas, *value, open)),
        Form::Object(object) => {
            let mut parts: Vec<String> = Vec::new();
            for property in &object.properties {
                let mark = if property.required { "" } else { "?" };
                parts.push(format!(
                    "{}{mark}: {}",
                    property.name,
                    at(schemas, property.schema, open)
                ));
            }
            match object.additional {
                Additional::Open => {}
                Additional::Closed => parts.push("*: none".to_owned()),
                Additional::Typed(value) => parts.push(format!("*: {}", at(schemas, value, open))),
            }
            format!("{{{}}}", parts.join(", "))
        }
        Form::Union(union) => {
            let mut parts: Vec<String> = Vec::new();
            for (index, alternative) in union.alternatives.iter().enumerate() {
                let tags = union.discriminator.iter().flat_map(|discriminator| {
                    discriminator
                        .mapping
                        .iter()
                        .filter(move |(_, at)| *at == index)
                        .map(|(tag, _)| format!("{tag}="))
                });
                let tags: String = tags.collect();
                parts.push(format!("{tags}{}", at(schemas, alternative.schema, open)));
            }
            format!("<{}>", parts.join(" | "))
        }
        Form::Alias(target) => format!("={}", at(schemas, *target, open)),
    };
    open.pop();
    let made = if matches!(schema.place, Place::Part { .. }) { "~" } else { "" };
    format!("{made}{shown}{}", if schema.nullable { "?" } else { "" })
}
