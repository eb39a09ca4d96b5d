//! The item types of streams.

use super::context::Context;
use super::media::SchemaHint;
use crate::ir::{self, Form, SchemaId};
use crate::plan::types::TypeRef;

/// The schema of one item: `itemSchema`, or the items of an array, since `schema` describes a
/// stream as an array (`OpenAPI` 3.2, "Sequential Media Types"). Any other schema is taken as the
/// item's, which is what earlier documents mean.
pub(super) fn item_schema(context: &Context<'_>, media: &ir::MediaType) -> Option<SchemaId> {
    if media.item_schema.is_some() {
        return media.item_schema;
    }
    let schemas = &context.api.schemas;
    let whole = media.schema?;
    match schemas[schemas.resolve(whole)].form {
        Form::Array(item) => Some(item),
        _ => Some(whole),
    }
}

/// The type of one item.
pub(super) fn item_type(context: &Context<'_>, media: &ir::MediaType) -> TypeRef {
    item_schema(context, media).map_or(TypeRef::Json, |id| context.body_type(id))
}

/// The type of the data of server-sent events; `None` for text.
///
/// A schema for the whole event, with its fields as properties, is resolved to that of `data`.
pub(super) fn event_data(context: &Context<'_>, media: &ir::MediaType) -> Option<TypeRef> {
    let schemas = &context.api.schemas;
    let mut item = item_schema(context, media)?;
    if let Form::Object(object) = &schemas[schemas.resolve(item)].form {
        let is_field = |name: &str| matches!(name, "data" | "event" | "id" | "retry" | "comment");
        if object.properties.iter().all(|property| is_field(&property.name))
            && let Some(data) = object.properties.iter().find(|property| property.name == "data")
        {
            item = data.schema;
        }
    }
    match context.hint(Some(item)) {
        SchemaHint::Structured => Some(context.body_type(item)),
        SchemaHint::Nothing | SchemaHint::Text | SchemaHint::Binary => None,
    }
}
