use super::{Multipart, Part, Subtype};
use crate::body::File;
use crate::describe::{Media, PropertyEncoding, Style};
use crate::encode::plain_pairs;
use crate::json::Json;
use crate::media::{essence, is_json};
use crate::model::Items;
use crate::model::{Slot, lacking, to_value};

/// Builds parts from an object, one per property, by the rules of the Encoding Object: scalars are
/// text, objects are JSON, binary properties are raw bytes, and an array becomes one part per item.
/// A declared content type takes precedence; in a form, a part that is neither text nor JSON gets a
/// file name, since servers accept only such parts as files.
///
/// # Errors
/// The property that cannot be sent, and why.
pub(crate) fn from_slot(media: &Media, value: &dyn Slot) -> Result<Multipart, String> {
    let mut parts = Vec::new();
    let subtype = Subtype::of(media.name);
    let mut add = |name: &str, value: &dyn Slot| {
        let encoding = media.properties.iter().find(|encoding| encoding.name == name);
        let property = Property { name, encoding, subtype };
        property
            .add(value, &mut parts)
            .map_err(|why| format!("the body's property `{name}`: {why}"))
    };
    for (name, json) in lacking(value) {
        let json: Json = json.parse().map_err(|error| format!("the property `{name}`: {error}"))?;
        add(name, &json)?;
    }
    if let Some((record, table)) = value.as_record() {
        for (index, field) in table.fields().enumerate() {
            let slot = record.part(index);
            if !slot.is_absent() {
                add(field.name(), slot)?;
            }
        }
        let mut outcome = Ok(());
        // A declared member takes precedence over an undeclared one of the same name.
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

/// A property of the object, and its encoding.
#[derive(Clone, Copy)]
struct Property<'a> {
    name: &'a str,
    encoding: Option<&'a PropertyEncoding>,
    subtype: Subtype,
}

impl Property<'_> {
    /// Adds the parts of the property.
    fn add(self, value: &dyn Slot, parts: &mut Vec<Part>) -> Result<(), String> {
        let before = parts.len();
        if let Some(file) = value.as_file() {
            parts.push(self.binary(file));
        } else if let Some(files) = value.as_items().and_then(files) {
            parts.extend(files.map(|file| self.binary(file)));
        } else {
            let value = to_value(value).map_err(|error| error.to_string())?;
            self.json(&value, parts)?;
        }
        for part in parts.iter_mut().skip(before) {
            for (name, value) in self.encoding.map_or(&[][..], |encoding| encoding.headers) {
                if !part.file.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                    part.file.headers.push(((*name).to_owned(), (*value).to_owned()));
                }
            }
        }
        Ok(())
    }

    fn content_type(self) -> Option<&'static str> {
        self.encoding.and_then(|encoding| encoding.content_type)
    }

    /// Raw bytes, by default `application/octet-stream`.
    fn binary(self, file: &File) -> Part {
        let mut file = file.clone();
        let declared = self.content_type().and_then(first_type);
        file.content_type
            .get_or_insert_with(|| declared.unwrap_or("application/octet-stream").to_owned());
        self.as_file(Part::new(self.name, file))
    }

    /// The part with a file name, which in a form distinguishes files from fields.
    fn as_file(self, mut part: Part) -> Part {
        if self.subtype == Subtype::FormData {
            part.file.file_name.get_or_insert_with(|| self.name.to_owned());
        }
        part
    }

    fn json(self, value: &Json, parts: &mut Vec<Part>) -> Result<(), String> {
        if let Some((encoding, style)) = self.encoding.and_then(|e| Some((e, e.style?))) {
            parts.extend(styled(self.name, value, encoding, style)?);
            return Ok(());
        }
        match value {
            Json::Null => {}
            // An array is one JSON value only if the document says so.
            Json::Array(items) if !self.content_type().is_some_and(is_json) => {
                parts.extend(items.iter().map(|item| self.one(item)));
            }
            single => parts.push(self.one(single)),
        }
        Ok(())
    }

    fn one(self, value: &Json) -> Part {
        let declared = self.content_type().and_then(first_type);
        match (value, declared) {
            (Json::String(text), Some(declared)) if is_json(declared) => {
                Part::text(self.name, Json::from(text.as_str()).to_string()).content_type(declared)
            }
            (Json::String(text), declared) => {
                let part = Part::text(self.name, text);
                match declared {
                    None if self.content_type().is_some() => self.as_file(part),
                    None => part,
                    Some(declared) if essence(declared).starts_with("text/") => {
                        part.content_type(declared)
                    }
                    Some(declared) => self.as_file(part.content_type(declared)),
                }
            }
            (Json::Object(_) | Json::Array(_), declared) => {
                let declared = declared.unwrap_or("application/json");
                Part::text(self.name, value.to_string()).content_type(declared)
            }
            (single, declared) => {
                let part = Part::text(self.name, single.to_string());
                match declared {
                    Some(declared) => part.content_type(declared),
                    None => part,
                }
            }
        }
    }
}

/// The items of an array of raw bytes; nothing for any other array.
fn files(items: &dyn Items) -> Option<impl Iterator<Item = &File>> {
    items.item(0)?.as_file()?;
    let items = (0..).map_while(|index| items.item(index));
    Some(items.filter_map(|item| item.as_file()))
}

/// The first of several alternatives is as good as any; a range does not determine one.
fn first_type(declared: &'static str) -> Option<&'static str> {
    let first = declared.split(',').next()?.trim();
    (!first.contains('*')).then_some(first)
}

/// A property with a style is encoded as in a query, one part per pair.
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
