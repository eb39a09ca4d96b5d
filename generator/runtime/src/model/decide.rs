//! Which alternative of a union a value is.

use super::union::{Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Reader};

/// The alternative of the next value; the reader stays where it is.
pub(super) fn decide(
    table: &UnionTable,
    reader: &Reader<'_>,
) -> Result<Option<usize>, DecodeError> {
    let mut reader = reader.clone();
    let kinds = match reader.kind()? {
        Kind::Null => Kinds::NULL,
        Kind::Bool => Kinds::BOOLEAN,
        Kind::Number => Kinds::NUMBER.or(Kinds::INTEGER),
        Kind::String => Kinds::STRING,
        Kind::Array => Kinds::ARRAY,
        Kind::Object => Kinds::OBJECT,
    };
    Ok(table.alternatives.iter().position(|alternative| alternative.kinds.intersects(kinds)))
}
