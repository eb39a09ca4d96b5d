use super::Part;
use crate::Slot;
use crate::body::{File, FileContent};
use crate::describe::Media;
use crate::encode::Refusal;

/// Files of a multipart body, each with the name of its property.
pub(crate) type Files = Vec<(String, File)>;

/// The files among the members of an object; those deeper inside travel as JSON.
pub(crate) fn files_of(value: &dyn Slot) -> Files {
    let mut files = Files::new();
    let Some(record) = value.record() else { return files };
    for (index, field) in record.table().fields().iter().enumerate() {
        record.view(index).files(&mut |file| files.push((field.name().to_owned(), file.clone())));
    }
    files
}

/// The part that a file is; a stream is taken out of it.
pub(crate) fn file_part(media: &Media, name: &str, file: &File) -> Result<Part, Refusal> {
    let encoding = media.properties.iter().find(|encoding| encoding.name == name);
    // A range or a choice does not say what this file is.
    let declared = encoding
        .and_then(|encoding| encoding.content_type)
        .filter(|content_type| !content_type.contains(['*', ',']));
    let content_type = file.given_content_type().or(declared).unwrap_or("application/octet-stream");
    let part = match file.content() {
        Some(FileContent::Bytes(bytes)) => Part::bytes(name, bytes),
        Some(FileContent::Stream(stream)) => Part::stream(name, stream),
        None => return Err(Refusal::SentAlready),
    };
    Ok(part.file_name(file.given_name().unwrap_or(name)).content_type(content_type))
}

#[cfg(test)]
mod tests;
