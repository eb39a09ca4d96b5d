//! Reading with the model in view: names as positions in a table, and unions with an observer.

use super::explain::Trace;
use super::table::Table;
use crate::json::{DecodeError, Reader};

/// The next member's name, resolved against a table at once, since a name borrows the reader.
pub(super) enum Key {
    /// The object ends here.
    End,
    /// A declared member, by position.
    Field(usize),
    /// Any other member.
    Other(String),
}

/// Reads the next name as a position in a table, trying the expected position first.
#[inline]
pub(super) fn key(
    reader: &mut Reader<'_>,
    first: bool,
    table: &Table,
    expected: usize,
) -> Result<Key, DecodeError> {
    if let Some(field) = table.field(expected)
        && !table.escaped
        && reader.take_name(first, field.name())
    {
        return Ok(Key::Field(expected));
    }
    let key = reader.name(first, |name| match table.position(name, expected) {
        Some(position) => Key::Field(position),
        None => Key::Other(name.to_owned()),
    })?;
    Ok(key.unwrap_or(Key::End))
}

/// The same reader with an observer of every union that is read.
pub(super) fn traced<'j>(reader: Reader<'j>, trace: &'j Trace) -> Reader<'j> {
    reader.with_companion(trace)
}

/// Takes the observer of unions, which sees none until it is given back.
pub(super) fn take_trace<'j>(reader: &mut Reader<'j>) -> Option<&'j Trace> {
    reader.take_companion()?.downcast_ref()
}
