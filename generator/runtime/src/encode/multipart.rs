//! Multipart bodies (RFC 2046, section 5.1; RFC 7578 for forms).

use std::fmt::Write as _;

use super::Refusal;
use crate::body::{File, FileContent};
use crate::describe::{Media, PropertyEncoding};
use crate::{Bytes, Json, Slot, to_value};

/// One part: a property, or an item of a property that is a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    name: String,
    /// What stands for its media type where the document names none.
    content_type: String,
    content: PartContent,
}

#[derive(Clone, Debug, PartialEq)]
enum PartContent {
    Bytes(Bytes),
    File(File),
}

/// What a multipart body is made of, in order: bytes, and files that are read while they are sent.
pub(crate) enum Segment {
    Bytes(Bytes),
    Stream(crate::ByteStream),
}

/// The parts of a value, which has to be an object: one for each member, and for each item of a list.
///
/// Text and numbers are `text/plain`, objects are JSON, files are bytes (Encoding Object).
pub(crate) fn parts(media: Option<&Media>, value: &dyn Slot) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let encoding_of = |name: &str| -> Option<&'static PropertyEncoding> {
        media?.properties.iter().find(|encoding| encoding.name == name)
    };
    let Some(record) = value.record() else {
        let Json::Object(members) = to_value(value).map_err(|error| error.to_string())? else {
            return Err(Refusal::NotAnObject.to_string());
        };
        for (name, member) in &members {
            json_parts(name, member, encoding_of(name), &mut parts);
        }
        return Ok(parts);
    };
    for (index, field) in record.table().fields().iter().enumerate() {
        let (name, member) = (field.name(), record.view(index));
        if !member.is_absent() {
            member_parts(name, member, encoding_of(name), &mut parts)?;
        }
    }
    let mut outcome = Ok(());
    record.rest().visit(&mut |name, member| {
        if let (Some(member), Ok(())) = (member, &outcome) {
            outcome = member_parts(name, member, encoding_of(name), &mut parts);
        }
    });
    outcome.map(|()| parts)
}

fn member_parts(
    name: &str,
    member: &dyn Slot,
    encoding: Option<&PropertyEncoding>,
    parts: &mut Vec<Part>,
) -> Result<(), String> {
    let before = parts.len();
    member.files(&mut |file| {
        let declared =
            encoding.and_then(|encoding| encoding.content_type).filter(|name| is_one(name));
        let content_type = file.given_content_type().or(declared);
        parts.push(Part {
            name: name.to_owned(),
            content_type: content_type.unwrap_or("application/octet-stream").to_owned(),
            content: PartContent::File(file.clone()),
        });
    });
    if parts.len() == before {
        let value = to_value(member).map_err(|error| error.to_string())?;
        json_parts(name, &value, encoding, parts);
    }
    Ok(())
}

fn json_parts(
    name: &str,
    value: &Json,
    encoding: Option<&PropertyEncoding>,
    parts: &mut Vec<Part>,
) {
    let declared = encoding.and_then(|encoding| encoding.content_type).filter(|name| is_one(name));
    let as_json = declared.is_some_and(crate::media::is_json);
    if let (Json::Array(items), false) = (value, as_json) {
        for item in items {
            json_parts(name, item, encoding, parts);
        }
        return;
    }
    let (text, default) = match value {
        Json::String(text) if !as_json => (text.clone(), "text/plain; charset=utf-8"),
        Json::Null if !as_json => (String::new(), "text/plain; charset=utf-8"),
        Json::Object(_) | Json::Array(_) => (value.to_string(), "application/json"),
        _ => (value.to_string(), "text/plain; charset=utf-8"),
    };
    parts.push(Part {
        name: name.to_owned(),
        content_type: declared.unwrap_or(default).to_owned(),
        content: PartContent::Bytes(text.into()),
    });
}

/// Whether a declared content type is one, rather than a range or a list of several.
fn is_one(content_type: &str) -> bool {
    !content_type.contains(['*', ','])
}

/// The body between its boundaries. `is_form` says whether parts are named (`multipart/form-data`).
pub(crate) fn segments(
    parts: &[Part],
    boundary: &str,
    is_form: bool,
) -> Result<Vec<Segment>, String> {
    let mut segments = Vec::new();
    let mut text: Vec<u8> = Vec::new();
    for part in parts {
        let mut head = format!("--{boundary}\r\n");
        if is_form {
            let _ = write!(head, "Content-Disposition: form-data; name=\"{}\"", quoted(&part.name));
            if let PartContent::File(file) = &part.content {
                let name = file.given_name().unwrap_or(&part.name);
                let _ = write!(head, "; filename=\"{}\"", quoted(name));
            }
            head.push_str("\r\n");
        }
        if part.content_type.contains(['\r', '\n']) {
            return Err(format!("the content type of `{}` holds a line break", part.name));
        }
        let _ = write!(head, "Content-Type: {}\r\n\r\n", part.content_type);
        text.extend_from_slice(head.as_bytes());
        match &part.content {
            PartContent::Bytes(bytes) => text.extend_from_slice(bytes),
            PartContent::File(file) => match file.content() {
                Some(FileContent::Bytes(bytes)) => text.extend_from_slice(&bytes),
                Some(FileContent::Stream(stream)) => {
                    segments.push(Segment::Bytes(std::mem::take(&mut text).into()));
                    segments.push(Segment::Stream(stream));
                }
                None => {
                    return Err(format!(
                        "the file `{}` was sent already; set a new one",
                        part.name
                    ));
                }
            },
        }
        text.extend_from_slice(b"\r\n");
    }
    text.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    segments.push(Segment::Bytes(text.into()));
    Ok(segments)
}

/// Whether no part that is in memory holds the boundary.
pub(crate) fn is_apart(parts: &[Part], boundary: &str) -> bool {
    let boundary = boundary.as_bytes();
    !parts.iter().any(|part| {
        let bytes = match &part.content {
            PartContent::Bytes(bytes) => Some(&**bytes),
            PartContent::File(file) => file.as_bytes(),
        };
        bytes.is_some_and(|bytes| bytes.windows(boundary.len()).any(|window| window == boundary))
    })
}

/// A name in quotes, as browsers write it (HTML Living Standard, section 4.10.21.8).
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests;
