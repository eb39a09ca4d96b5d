use super::flat_value::text;
use super::form::form;
use super::refusal::Refusal;
use crate::describe::{Media, MediaKind};
use crate::json::Json;

/// Serializes a value in its media type, before it is encoded for its location; `None` for null as
/// text.
pub(super) fn content(media: &Media, value: &Json) -> Result<Option<String>, Refusal> {
    match media.kind {
        MediaKind::Form => form(media, value).map(Some),
        MediaKind::Text | MediaKind::Bytes | MediaKind::Stream => text(value),
        MediaKind::Json | MediaKind::Multipart | MediaKind::Events | MediaKind::Lines => {
            Ok(Some(value.to_string()))
        }
    }
}
