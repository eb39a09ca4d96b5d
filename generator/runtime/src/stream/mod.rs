//! Values that arrive one after the other: server-sent events, and JSON values in lines or sequences.

mod error;
mod events;
mod lines;
mod parse_events;
mod parse_lines;

#[cfg(test)]
mod tests;

pub use error::StreamError;
pub use events::{Event, EventStream};
pub use lines::Lines;

use crate::response::read_json;
use crate::{Blank, Json, Slot};

/// The most bytes that one event or line may have.
const ITEM_LIMIT: usize = 16 * 1024 * 1024;

/// Reads the text of one item: the JSON that it spells or, for places that hold text, itself.
fn read_item<T: Slot + Blank>(text: &str) -> Result<T, StreamError> {
    let mut value = T::blank();
    let Err(error) = read_json(&mut value, text.as_bytes()) else { return Ok(value) };
    let mut value = T::blank();
    let quoted = Json::from(text).to_string();
    match read_json(&mut value, quoted.as_bytes()) {
        Ok(()) => Ok(value),
        Err(_) => Err(StreamError::decode(error, text)),
    }
}
