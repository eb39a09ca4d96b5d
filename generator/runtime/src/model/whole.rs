//! Decoding and encoding of whole values.

use super::slot::{Model, Slot};
use crate::json::{DecodeError, EncodeError, Json, Reader, Writer};

/// Decodes a JSON text into a new value.
pub fn from_json<T: Model>(text: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::blank();
    read_whole(&mut value, text)?;
    Ok(value)
}

/// Decodes a JSON text into a blank slot.
pub(crate) fn read_whole(slot: &mut dyn Slot, text: &[u8]) -> Result<(), DecodeError> {
    let mut reader = Reader::new(text)?;
    slot.read(&mut reader)?;
    reader.finish()
}

/// Encodes a value as compact JSON.
pub fn to_json(value: &dyn Slot) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::new();
    value.write(&mut writer);
    writer.finish()
}

/// Decodes a JSON value into a new value. An error's path is that of the value, its offset that in
/// the value's compact text.
pub fn from_value<T: Model>(value: &Json) -> Result<T, DecodeError> {
    let mut slot = T::blank();
    read_value(&mut slot, value)?;
    Ok(slot)
}

/// Decodes a JSON value into a blank slot.
pub(crate) fn read_value(slot: &mut dyn Slot, value: &Json) -> Result<(), DecodeError> {
    let mut writer = Writer::new();
    value.write_to(&mut writer);
    read_whole(slot, &writer.finish().unwrap_or_default())
}

/// Converts a value to JSON.
pub fn to_value(value: &dyn Slot) -> Result<Json, EncodeError> {
    let text = to_json(value)?;
    Json::parse(&text).map_err(|error| EncodeError::too_deep(error.path()))
}
