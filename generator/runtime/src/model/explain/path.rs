//! The path of a value within a text.

use crate::json::{DecodeError, Kind, Reader, push_index, push_name};

/// A step into a value.
pub(super) enum Step {
    Name(String),
    Index(usize),
}

/// The steps from a whole text to the value at an offset.
pub(super) fn steps_to(text: &[u8], offset: usize) -> Vec<Step> {
    let mut steps = Vec::new();
    // The text was already read up to the offset, so nothing can fail.
    let _ = descend(text, offset, &mut steps);
    steps
}

fn descend(text: &[u8], offset: usize, steps: &mut Vec<Step>) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text)?;
    while reader.offset() < offset {
        let step = match reader.kind()? {
            Kind::Object => member_at(&mut reader, offset)?.map(Step::Name),
            Kind::Array => element_at(&mut reader, offset)?.map(Step::Index),
            _ => None,
        };
        match step {
            Some(step) => steps.push(step),
            None => break,
        }
    }
    Ok(())
}

/// The name of the member whose value contains the offset; the reader is before that value.
fn member_at(reader: &mut Reader<'_>, offset: usize) -> Result<Option<String>, DecodeError> {
    reader.begin_object("an object")?;
    let mut first = true;
    while let Some(name) = reader.name(first, str::to_owned)? {
        let mut after = reader.clone();
        after.pass()?;
        if after.offset() > offset {
            return Ok(Some(name));
        }
        *reader = after;
        first = false;
    }
    Ok(None)
}

/// The same for the elements of an array.
fn element_at(reader: &mut Reader<'_>, offset: usize) -> Result<Option<usize>, DecodeError> {
    let mut more = reader.begin_array()?;
    let mut index = 0;
    while more {
        let mut after = reader.clone();
        after.pass()?;
        if after.offset() > offset {
            return Ok(Some(index));
        }
        *reader = after;
        more = reader.next_element()?;
        index += 1;
    }
    Ok(None)
}

/// Formats the steps as a JSON path.
pub(super) fn path(steps: &[Step]) -> String {
    let mut path = String::from("$");
    for step in steps {
        match step {
            Step::Name(name) => push_name(&mut path, name),
            Step::Index(index) => push_index(&mut path, *index),
        }
    }
    path
}

/// Converts an error in a nested value into one of the whole.
pub(super) fn outward(error: DecodeError, steps: &[Step]) -> DecodeError {
    steps.iter().rev().fold(error, |error, step| match step {
        Step::Name(name) => error.in_name(name),
        Step::Index(index) => error.in_index(*index),
    })
}
