use bytes::Bytes;

use crate::body::ByteStream;
use crate::error::{ErrorKind, Fault};
use crate::response::{BodyTarget, Payload, read_json};

/// Decodes an item: JSON for models, the string itself for text.
pub(super) fn decode<T: Payload>(number: u64, bytes: Vec<u8>) -> Result<T, Fault> {
    let mut value = T::variant(0);
    fill(value.target(), bytes).map_err(|fault| Fault {
        detail: format!(
            "item {number} of the stream, counted from 0, is not what the document describes: {}",
            fault.detail
        ),
        ..fault
    })?;
    Ok(value)
}

fn fill(target: BodyTarget<'_>, bytes: Vec<u8>) -> Result<(), Fault> {
    match target {
        BodyTarget::Empty => {}
        BodyTarget::Json(slot) => read_json(slot, &bytes)
            .map_err(|error| Fault::new(ErrorKind::Decode, error.to_string()).source(error))?,
        BodyTarget::Text(place) => {
            *place = String::from_utf8(bytes).map_err(|error| {
                Fault::new(ErrorKind::Decode, "it is not UTF-8 text").source(error)
            })?;
        }
        BodyTarget::Bytes(place) => *place = Bytes::from(bytes),
        BodyTarget::Stream(place) => *place = ByteStream::from(bytes),
    }
    Ok(())
}
