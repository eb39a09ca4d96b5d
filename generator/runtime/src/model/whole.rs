//! Whole texts and whole values.

use super::slot::{Blank, Slot};
use crate::json::{DecodeError, EncodeError, Json, Reader, Writer};

/// Reads a whole JSON text into a new value.
pub fn from_json<T: Slot + Blank>(text: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    read_whole(&mut value, text)?;
    Ok(value)
}

/// Reads a whole JSON text into a blank place.
pub(crate) fn read_whole(slot: &mut dyn Slot, text: &[u8]) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text)?;
    slot.read(&mut reader)?;
    reader.finish()
}

/// Writes a value as compact JSON.
pub fn to_json(value: &dyn Slot) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::new();
    value.write(&mut writer);
    writer.finish()
}

/// Reads a JSON value into a new value. Errors carry a path but no offset that means anything to the caller.
pub fn from_value<T: Slot + Blank>(value: &Json) -> Result<T, DecodeError> {
    from_json(value.to_string().as_bytes())
}

/// A value as JSON.
pub fn to_value(value: &dyn Slot) -> Result<Json, EncodeError> {
    let text = to_json(value)?;
    // What the writer writes, the reader reads; only nesting beyond the reader's limit is left.
    Ok(Json::parse(&text).unwrap_or_default())
}
