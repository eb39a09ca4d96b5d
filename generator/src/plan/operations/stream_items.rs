//! The item types of streams.

use super::context::Context;
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
