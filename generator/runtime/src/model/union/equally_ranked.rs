//! Alternatives that the look-ahead cannot distinguish.

use super::candidate::Candidate;
use super::decide::described;
use super::discriminator::{Discriminated, discriminated};
use super::elements::{Fit, fits};
use super::scan::candidates;
use super::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Reader};

/// The alternatives that match the next value exactly as well as the chosen one, except that one
/// itself.
///
/// A deeper difference, such as in a member of a member, shows only in decoding.
pub(in crate::model) fn equally_ranked(
    table: &UnionTable,
    reader: &Reader<'_>,
    chosen: usize,
) -> Result<Vec<usize>, DecodeError> {
    let mut ahead = reader.clone();
    let mut equals = match ahead.kind()? {
        Kind::Object => equally_ranked_objects(table, ahead, chosen)?,
        Kind::Array => equally_ranked_arrays(table, ahead, chosen)?,
        _ => Vec::new(),
    };
    equals.retain(|index| *index != chosen);
    Ok(equals)
}

fn equally_ranked_objects(
    table: &UnionTable,
    reader: Reader<'_>,
    chosen: usize,
) -> Result<Vec<usize>, DecodeError> {
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(_) | Discriminated::None => return Ok(Vec::new()),
        Discriminated::Some(among) => Some(among),
        Discriminated::Absent => None,
    };
    let candidates = candidates(table, reader, among.as_deref(), false)?;
    let refused = |index: usize| candidates.get(index).is_none_or(|one| one.mismatch().is_some());
    if refused(chosen) {
        return Ok(Vec::new());
    }
    let rank = |index: usize| candidates.get(index).map(Candidate::rank);
    Ok((0..candidates.len())
        .filter(|index| !refused(*index) && rank(*index) == rank(chosen))
        .collect())
}

fn equally_ranked_arrays(
    table: &UnionTable,
    mut reader: Reader<'_>,
    chosen: usize,
) -> Result<Vec<usize>, DecodeError> {
    let Some(items) = table.alternatives.get(chosen).map(|one| one.items) else {
        return Ok(Vec::new());
    };
    let alike: Vec<(usize, &Alternative)> = table
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, one)| one.kinds.intersects(Kinds::ARRAY) && one.items == items)
        .collect();
    let (described, descriptions) = described(alike.iter().copied());
    let fits = fits(&descriptions, &mut reader)?;
    let fit = |index: usize| {
        described.iter().position(|one| *one == index).and_then(|position| fits.get(position))
    };
    let rank = |index: usize| fit(index).map(Fit::rank);
    Ok(alike
        .into_iter()
        .map(|(index, _)| index)
        .filter(|index| rank(*index) == rank(chosen))
        .collect())
}
