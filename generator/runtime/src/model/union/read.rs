//! Decodes a value as one of the alternatives of its union.

use super::UnionTable;
use super::decide::decide;
use super::sent::keep_absent;
use crate::json::{DecodeError, Reader};
use crate::model::reader::{take_trace, traced};
use crate::model::slot::Slot;

/// Reads a value into a union. One look ahead ranks the alternatives, and the first that can be
/// decoded is taken; a value that is none of them is kept as received.
pub(in crate::model) fn read_union(
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
    if read_alternative(union, table, reader)?.is_none() {
        reader.note_unknown();
        union.part_mut(usize::MAX).read(reader)?;
    }
    Ok(())
}

/// Reads a value as the first alternative in order of rank that can be decoded, and returns its
/// index. If none can, the reader is where it was.
pub(in crate::model) fn read_alternative(
    union: &mut dyn Slot,
    table: &'static UnionTable,
    reader: &mut Reader<'_>,
) -> Result<Option<usize>, DecodeError> {
    let start = reader.clone();
    let ranking = decide(table, &start)?;
    for group in ranking.groups() {
        let found = read_one_of(union, table, group, &start, reader)?;
        if found.is_some() {
            return Ok(found);
        }
        if !reader.try_again(&start) {
            break;
        }
    }
    reader.return_to(&start);
    Ok(None)
}

/// Reads a value as one of several alternatives of the same rank: preferably one that knows all
/// of the value, and whose constraints hold.
fn read_one_of<'j>(
    union: &mut dyn Slot,
    table: &UnionTable,
    group: &[usize],
    start: &Reader<'j>,
    reader: &mut Reader<'j>,
) -> Result<Option<usize>, DecodeError> {
    let mut best: Option<(usize, Fit)> = None;
    let mut held = None;
    for (position, index) in group.iter().enumerate() {
        if position > 0 && !reader.try_again(start) {
            break;
        }
        held = is_read(union, table, *index, reader)?.then_some(*index);
        if held.is_none() {
            continue;
        }
        if group.len() == 1 {
            return Ok(held);
        }
        let fit = Fit::of(union, table, start, reader);
        if fit == Fit::Whole {
            return Ok(held);
        }
        if best.as_ref().is_none_or(|(_, best)| fit > *best) {
            best = Some((*index, fit));
        }
    }
    let best = best.map(|(index, _)| index);
    if best == held {
        return Ok(best);
    }
    let Some(index) = best else { return Ok(None) };
    reader.return_to(start);
    Ok(is_read(union, table, index, reader)?.then_some(index))
}

/// The quality of a decoded value, the higher the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// An undocumented value is in it.
    Partly,
    /// It violates a constraint.
    Violating,
    Whole,
}

impl Fit {
    fn of(union: &dyn Slot, table: &UnionTable, start: &Reader<'_>, reader: &Reader<'_>) -> Self {
        if !reader.knows_all_since(start) {
            Self::Partly
        } else if (table.is_valid)(union.part(0)) {
            Self::Whole
        } else {
            Self::Violating
        }
    }
}

/// Returns true if the next value is decoded as that alternative; an error if it is not JSON.
fn is_read(
    union: &mut dyn Slot,
    table: &UnionTable,
    index: usize,
    reader: &mut Reader<'_>,
) -> Result<bool, DecodeError> {
    let part = union.part_mut(index);
    match part.read(reader) {
        Ok(()) => {
            keep_absent(table, index, part);
            Ok(true)
        }
        Err(error) if error.is_syntax() => Err(error),
        Err(_) => Ok(false),
    }
}
