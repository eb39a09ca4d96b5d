//! Values of one of several types, which a look-ahead selects before decoding.

mod candidate;
mod decide;
mod discriminator;
mod elements;
mod kinds;
mod ranking;
mod read;
mod scan;
mod sent;
mod table;
#[cfg(test)]
mod tests;

pub(super) use candidate::Candidate;
pub(super) use decide::decide;
pub(super) use discriminator::{Discriminated, discriminated};
pub use kinds::Kinds;
pub(super) use read::{read_alternative, read_union};
pub(super) use scan::candidates;
pub(crate) use sent::lacking;
pub(crate) use table::UNION_TABLE;
pub use table::{ALTERNATIVE, Alternative, Sent, UnionTable};

use super::record::write_sent;
use super::slot::Slot;
use crate::json::Writer;

/// Writes the selected value, with the members that distinguish it.
pub(super) fn write_union(union: &dyn Slot, writer: &mut Writer) {
    let lacking = lacking(union);
    if lacking.is_empty() {
        union.part(0).write(writer);
    } else {
        write_sent(union.part(0), &lacking, writer);
    }
}
