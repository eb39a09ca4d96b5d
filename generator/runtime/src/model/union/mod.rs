//! Values of one of several types, which a look-ahead selects before decoding.

mod candidate;
mod decide;
mod discriminator;
mod elements;
mod kinds;
mod ranking;
mod read;
mod scan;
mod table;
#[cfg(test)]
mod tests;

pub(super) use candidate::Candidate;
pub(super) use decide::decide;
pub(super) use discriminator::{Discriminated, discriminated};
pub use kinds::Kinds;
pub(super) use read::{read_alternative, read_union};
pub(super) use scan::candidates;
pub(crate) use table::UNION_TABLE;
pub use table::{ALTERNATIVE, Alternative, UnionTable};

use super::slot::Slot;
use crate::json::Writer;

/// Writes the value that is selected.
pub(super) fn write_union(union: &dyn Slot, writer: &mut Writer) {
    union.part(0).write(writer);
}
