use bytes::Bytes;

use crate::body::ByteStream;
use crate::error::{BadItem, ErrorKind, Fault};
use crate::response::{BodyTarget, Payload, read_json};
use crate::transport::BoxError;

/// Decodes an item, which `what` names, into the blank value: JSON for models, the string itself for text. The item is
/// the body of the error.
pub(super) fn decode<T: Payload>(
    mut value: T,
    what: impl FnOnce() -> String,
    mut item: Vec<u8>,
) -> Result<T, Fault> {
    match fill(value.target(), &mut item) {
        Ok(()) => Ok(value),
        Err((reason, source)) => {
            let detail = format!("{} is not what the document describes: {reason}", what());
            let bad = BadItem { item: Bytes::from(item), source };
            Err(Fault::new(ErrorKind::Decode, detail).source(bad))
        }
    }
}

/// Fills the target; an error leaves the item as it is.
fn fill(target: BodyTarget<'_>, item: &mut Vec<u8>) -> Result<(), (String, BoxError)> {
    match target {
        BodyTarget::Empty => {}
        BodyTarget::Json(slot) => {
            read_json(slot, item).map_err(|error| (error.to_string(), BoxError::from(error)))?;
        }
        BodyTarget::Text(place) => match String::from_utf8(std::mem::take(item)) {
            Ok(text) => *place = text,
            Err(error) => {
                let source = error.utf8_error();
                *item = error.into_bytes();
                return Err(("it is not UTF-8 text".to_owned(), source.into()));
            }
        },
        BodyTarget::Bytes(place) => *place = Bytes::from(std::mem::take(item)),
        BodyTarget::Stream(place) => *place = ByteStream::from(std::mem::take(item)),
    }
    Ok(())
}
