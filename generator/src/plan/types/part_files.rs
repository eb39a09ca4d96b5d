//! Determines which binary strings are files: parts of multipart bodies.

use crate::ir::{self, Form, SchemaId, StringFormat};
use crate::plan::operations::{MediaKind, SchemaHint, media_kind};

/// The binary schemas that are properties of multipart bodies, or items of such properties.
///
/// Anywhere else, bytes within JSON are strings.
pub(super) fn part_files(api: &ir::Api) -> Vec<SchemaId> {
    let schemas = &api.schemas;
    let bodies = api.operations.iter().filter_map(|operation| operation.body.as_ref());
    let multipart = bodies
        .flat_map(|body| &body.content)
        .filter(|media| media_kind(&media.name, SchemaHint::Nothing) == MediaKind::Multipart);
    let mut files = Vec::new();
    for schema in multipart.filter_map(|media| media.schema) {
        let Form::Object(object) = &schemas[schemas.resolve(schema)].form else { continue };
        for property in &object.properties {
            let mut at = schemas.resolve(property.schema);
            if let Form::Array(item) = schemas[at].form {
                at = schemas.resolve(item);
            }
            if matches!(schemas[at].form, Form::String(StringFormat::Binary(_))) {
                files.push(at);
            }
        }
    }
    files
}
