//! Defaults of missing required members.

use super::context::Context;
use super::type_ref::TypeRef;
use crate::collections::IndexMap;
use crate::ir::{Additional, Bounds, Form, Object, SchemaId, Value};
use crate::problem::{ProblemKind, Problems};

/// The maximum size of a default in a table, in bytes.
const LIMIT: usize = 1024;

/// The maximum depth to which a default is compared with its schema.
const DEPTH: usize = 16;

/// The maximum size of an invalid default in a message, in bytes.
const SHOWN: usize = 80;

/// The default of a required member as JSON, if its type can decode it.
pub(super) fn default_text(
    context: &Context<'_>,
    id: SchemaId,
    problems: &Problems,
) -> Option<String> {
    let schemas = &context.api.schemas;
    let default = schemas[id].default.as_ref().or(schemas[schemas.resolve(id)].default.as_ref())?;
    let text = default.value.json_within(LIMIT);
    if fits(context, id, &default.value, DEPTH)
        && let Some(text) = text
    {
        return Some(text);
    }
    let value = default.value.json_within(SHOWN).unwrap_or_else(|| "…".to_owned());
    // The audit may have reported it already.
    if !problems.has(default.origin, "default-outside-schema") {
        problems.report(default.origin, ProblemKind::UnusableDefault { value });
    }
    None
}

/// Whether a default is among the values that its schema lists, if it lists any.
pub(super) fn is_documented_default(context: &Context<'_>, id: SchemaId) -> bool {
    let schemas = &context.api.schemas;
    let resolved = schemas.resolve(id);
    let Form::Enumeration(values) = &schemas[resolved].form else { return true };
    let Some(default) = schemas[id].default.as_ref().or(schemas[resolved].default.as_ref()) else {
        return true;
    };
    values.admits_others
        || *default.value == Value::Null
        || values.values.iter().any(|value| value.literal.is(&default.value))
}

/// Whether the type of a schema can decode a value. Enumerations and unions are open, and decode
/// any value of their kind.
fn fits(context: &Context<'_>, id: SchemaId, given: &Value, depth: usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    let schemas = &context.api.schemas;
    if *given == Value::Null && schemas.is_nullable(id) {
        return true;
    }
    match (&schemas[schemas.resolve(id)].form, given) {
        (Form::Any(_) | Form::Union(_), _)
        | (Form::Boolean, Value::Boolean(_))
        | (Form::String(_), Value::Text(_)) => true,
        // JSON has numbers beyond the range of floats.
        (Form::Number { .. }, Value::Number(text)) => {
            context.refs.value(schemas.resolve(id)) != TypeRef::F64
                || text.parse::<f64>().is_ok_and(f64::is_finite)
        }
        (Form::Integer(bounds), Value::Number(text)) => match bounds {
            Bounds::I64 => text.parse::<i64>().is_ok(),
            Bounds::U64 => text.parse::<u64>().is_ok(),
            Bounds::I128 => text.parse::<i128>().is_ok(),
            Bounds::Unbounded => {
                text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit())
            }
        },
        (Form::Enumeration(values), given) => !values.is_text() || matches!(given, Value::Text(_)),
        (Form::Array(item), Value::Array(items)) => {
            items.iter().all(|value| fits(context, *item, value, depth))
        }
        (Form::Map(value), Value::Object(members)) => {
            members.values().all(|member| fits(context, *value, member, depth))
        }
        (Form::Object(object), Value::Object(members)) => {
            object_fits(context, object, members, depth)
                && members.iter().all(|(name, value)| {
                    let declared = object.properties.iter().any(|one| one.name == **name);
                    match object.additional {
                        Additional::Typed(typed) if !declared => fits(context, typed, value, depth),
                        _ => true,
                    }
                })
        }
        _ => false,
    }
}

fn object_fits(
    context: &Context<'_>,
    object: &Object,
    members: &IndexMap<Box<str>, Value>,
    depth: usize,
) -> bool {
    object.properties.iter().all(|property| match members.get(property.name.as_str()) {
        Some(value) => fits(context, property.schema, value, depth),
        None => !property.required,
    })
}
