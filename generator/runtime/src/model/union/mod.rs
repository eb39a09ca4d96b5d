//! Values of one of several types, told apart before they are decoded.

mod candidate;
mod decide;
mod discriminator;
mod elements;
mod equally_ranked;
mod kinds;
mod scan;
mod table;
#[cfg(test)]
mod tests;

pub(super) use candidate::Candidate;
pub(super) use decide::decide;
pub(super) use discriminator::{Discriminated, discriminated};
pub(super) use equally_ranked::equally_ranked;
pub use kinds::Kinds;
pub(super) use scan::candidates;
pub use table::{ALTERNATIVE, Alternative, UNION_TABLE, UnionTable};

use super::reader::{take_trace, traced};
use super::slot::Slot;
use crate::json::{DecodeError, Reader, Writer};

/// Reads a value into a union: decides once, on a copy of the reader, then decodes once.
///
/// Where what was chosen cannot be decoded, those follow that the look-ahead found as good in every respect. Where no
/// alternative fits, and none of these can be decoded, the value is kept as it came.
pub(super) fn read_union(
    union: &mut dyn Slot,
    table: &'static UnionTable,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    if let Some(trace) = take_trace(reader) {
        trace.observe(union, table, reader);
        let read = read_union(union, table, reader);
        *reader = traced(reader.clone(), trace);
        return read;
    }
    let start = reader.clone();
    if let Some(chosen) = decide(table, &start)? {
        if is_read(union, chosen, reader)? {
            return Ok(());
        }
        for index in equally_ranked(table, &start, chosen)? {
            if !reader.try_again(&start) {
                break;
            }
            if is_read(union, index, reader)? {
                return Ok(());
            }
        }
        reader.return_to(&start);
    }
    union.part_mut(usize::MAX).read(reader)
}

/// Whether the next value is decoded as that alternative; an error where it is no JSON.
fn is_read(
    union: &mut dyn Slot,
    index: usize,
    reader: &mut Reader<'_>,
) -> Result<bool, DecodeError> {
    match union.part_mut(index).read(reader) {
        Ok(()) => Ok(true),
        Err(error) if error.is_syntax() => Err(error),
        Err(_) => Ok(false),
    }
}

/// Writes the value that is selected.
pub(super) fn write_union(union: &dyn Slot, writer: &mut Writer) {
    union.part(0).write(writer);
}
