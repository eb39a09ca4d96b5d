use super::{Multipart, Part};
use crate::Json;
use crate::describe::{Media, PropertyEncoding, Style};
use crate::encode::{Refusal, plain_pairs};
use crate::media::{essence, is_json};

/// Makes parts out of an object, one a property, by the rules of the Encoding
/// Object: single values are text, objects are JSON, and a list becomes one
/// part an item. A declared content type wins; what is neither text nor JSON
/// gets a file name, since servers take only such parts for files.
pub(crate) fn from_json(media: &Media, value: &Json) -> Result<Multipart, Refusal> {
    let Json::Object(members) = value else { return Err(Refusal::NotAnObject) };
    let mut parts = Multipart::new();
    for (name, member) in members {
        let encoding = media.properties.iter().find(|encoding| encoding.name == name);
        if let Some((encoding, style)) = encoding.and_then(|e| Some((e, e.style?))) {
            for part in styled(name, member, encoding, style)? {
                parts = parts.part(part);
            }
            continue;
        }
        let content_type = encoding.and_then(|encoding| encoding.content_type);
        match member {
            Json::Null => {}
            // A list as one JSON value only where the document says so.
            Json::Array(items) if !content_type.is_some_and(is_json) => {
                for item in items {
                    parts = parts.part(one(name, item, content_type));
                }
            }
            single => parts = parts.part(one(name, single, content_type)),
        }
    }
    Ok(parts)
}

fn one(name: &str, value: &Json, content_type: Option<&'static str>) -> Part {
    // Of several alternatives the first is as good as any; a range names none.
    let declared = content_type
        .and_then(|names| names.split(',').next())
        .map(str::trim)
        .filter(|name| !name.contains('*'));
    match (value, declared) {
        (Json::String(text), Some(declared)) if is_json(declared) => {
            Part::text(name, Json::from(text.as_str()).to_string()).content_type(declared)
        }
        (Json::String(text), declared) => {
            let part = Part::text(name, text);
            match declared {
                None if content_type.is_some() => part.file_name(name),
                None => part,
                Some(declared) if essence(declared).starts_with("text/") => {
                    part.content_type(declared)
                }
                Some(declared) => part.content_type(declared).file_name(name),
            }
        }
        (Json::Object(_) | Json::Array(_), declared) => {
            let declared = declared.unwrap_or("application/json");
            Part::text(name, value.to_string()).content_type(declared)
        }
        (single, declared) => {
            let part = Part::text(name, single.to_string());
            match declared {
                Some(declared) => part.content_type(declared),
                None => part,
            }
        }
    }
}

/// A property with a style is written as in a query, one part a pair.
fn styled(
    name: &str,
    value: &Json,
    encoding: &PropertyEncoding,
    style: Style,
) -> Result<Vec<Part>, Refusal> {
    let explode = encoding.explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject));
    let pairs = plain_pairs(name, value, style, explode)?;
    Ok(pairs.into_iter().map(|(name, value)| Part::text(name, value)).collect())
}
