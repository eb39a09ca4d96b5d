use super::{File, Multipart, Part};
use crate::describe::{Media, PropertyEncoding, Style};
use crate::encode::plain_pairs;
use crate::media::{essence, is_json};
use crate::model::Items;
use crate::{Json, Slot, to_value};

/// Makes parts out of an object, one a property, by the rules of the Encoding
/// Object: single values are text, objects are JSON, binary ones travel raw,
/// and a list becomes one part an item. A declared content type wins; what is
/// neither text nor JSON gets a file name, since servers take only such parts
/// for files.
///
/// # Errors
/// Says which property cannot be sent, and why.
pub(crate) fn from_slot(media: &Media, value: &dyn Slot) -> Result<Multipart, String> {
    let mut parts = Vec::new();
    let mut add = |name: &str, value: &dyn Slot| {
        let declared = media.properties.iter().find(|encoding| encoding.name == name);
        property(name, value, declared, &mut parts)
            .map_err(|why| format!("the body's property `{name}`: {why}"))
    };
    if let Some((record, table)) = value.as_record() {
        for (index, field) in table.fields().enumerate() {
            let slot = record.part(index);
            if !slot.is_absent() {
                add(field.name(), slot)?;
            }
        }
        let mut outcome = Ok(());
        // A declared member that is there wins over an undeclared one of its name.
        let written = |name: &str| {
            let mut fields = table.fields().enumerate();
            fields.any(|(index, field)| field.name() == name && !record.part(index).is_absent())
        };
        if let Some(rest) = record.part(table.fields.len()).as_members() {
            rest.visit(&mut |name, value| {
                if let (Some(value), false, true) = (value, written(name), outcome.is_ok()) {
                    outcome = add(name, value);
                }
            });
        }
        outcome?;
    } else {
        match to_value(value).map_err(|error| format!("the body: {error}"))? {
            Json::Null => {}
            Json::Object(members) => {
                for (name, member) in &members {
                    add(name, member)?;
                }
            }
            _ => return Err("the body: only an object can be sent as parts".to_owned()),
        }
    }
    Ok(Multipart(parts))
}

/// The parts of one property.
fn property(
    name: &str,
    value: &dyn Slot,
    declared: Option<&PropertyEncoding>,
    parts: &mut Vec<Part>,
) -> Result<(), String> {
    let before = parts.len();
    if let Some(file) = value.as_file() {
        parts.push(binary(name, file, declared));
    } else if let Some(files) = value.as_items().and_then(files) {
        parts.extend(files.map(|file| binary(name, file, declared)));
    } else {
        let value = to_value(value).map_err(|error| error.to_string())?;
        json_property(name, &value, declared, parts)?;
    }
    for part in parts.iter_mut().skip(before) {
        for (name, value) in declared.map_or(&[][..], |declared| declared.headers) {
            if !part.file.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                part.file.headers.push(((*name).to_owned(), (*value).to_owned()));
            }
        }
    }
    Ok(())
}

/// The items of a list of raw bytes; nothing for any other list.
fn files(items: &dyn Items) -> Option<impl Iterator<Item = &File>> {
    items.item(0)?.as_file()?;
    let items = (0..).map_while(|index| items.item(index));
    Some(items.filter_map(|item| item.as_file()))
}

/// Raw bytes: by default `application/octet-stream`, and always with a file name.
fn binary(name: &str, file: &File, declared: Option<&PropertyEncoding>) -> Part {
    let mut file = file.clone();
    let content_type = declared.and_then(|declared| first_type(declared.content_type));
    file.content_type
        .get_or_insert_with(|| content_type.unwrap_or("application/octet-stream").to_owned());
    file.file_name.get_or_insert_with(|| name.to_owned());
    Part::new(name, file)
}

/// Of several alternatives the first is as good as any; a range names none.
fn first_type(declared: Option<&'static str>) -> Option<&'static str> {
    let first = declared?.split(',').next()?.trim();
    (!first.contains('*')).then_some(first)
}

fn json_property(
    name: &str,
    value: &Json,
    declared: Option<&PropertyEncoding>,
    parts: &mut Vec<Part>,
) -> Result<(), String> {
    if let Some((encoding, style)) = declared.and_then(|e| Some((e, e.style?))) {
        parts.extend(styled(name, value, encoding, style)?);
        return Ok(());
    }
    let content_type = declared.and_then(|encoding| encoding.content_type);
    match value {
        Json::Null => {}
        // A list as one JSON value only where the document says so.
        Json::Array(items) if !content_type.is_some_and(is_json) => {
            parts.extend(items.iter().map(|item| one(name, item, content_type)));
        }
        single => parts.push(one(name, single, content_type)),
    }
    Ok(())
}

fn one(name: &str, value: &Json, content_type: Option<&'static str>) -> Part {
    let declared = first_type(content_type);
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
) -> Result<Vec<Part>, String> {
    let explode = encoding.explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject));
    let pairs = plain_pairs(name, value, style, explode).map_err(|refusal| refusal.to_string())?;
    Ok(pairs.into_iter().map(|(name, value)| Part::text(name, value)).collect())
}
