//! The alternatives between which the look-ahead cannot decide.

use super::decide::described;
use super::discriminator::{Discriminated, discriminated};
use super::elements::{Fit, fits};
use super::standing::Standing;
use super::survey::standings;
use super::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Reader};

/// The alternatives that are as good for the next value as the chosen one in every respect, itself left out.
///
/// A difference further inside, such as a member of a member, shows only when they are decoded.
pub(in crate::model) fn tied(
    table: &UnionTable,
    reader: &Reader<'_>,
    chosen: usize,
) -> Result<Vec<usize>, DecodeError> {
    let mut ahead = reader.clone();
    let mut tied = match ahead.kind()? {
        Kind::Object => tied_objects(table, ahead, chosen)?,
        Kind::Array => tied_arrays(table, ahead, chosen)?,
        _ => Vec::new(),
    };
    tied.retain(|index| *index != chosen);
    Ok(tied)
}

fn tied_objects(
    table: &UnionTable,
    reader: Reader<'_>,
    chosen: usize,
) -> Result<Vec<usize>, DecodeError> {
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(_) | Discriminated::None => return Ok(Vec::new()),
        Discriminated::Some(among) => Some(among),
        Discriminated::Absent => None,
    };
    let standings = standings(table, reader, among.as_deref(), false)?;
    let refused = |index: usize| standings.get(index).is_none_or(|one| one.refusal().is_some());
    if refused(chosen) {
        return Ok(Vec::new());
    }
    let rank = |index: usize| standings.get(index).map(Standing::rank);
    Ok((0..standings.len())
        .filter(|index| !refused(*index) && rank(*index) == rank(chosen))
        .collect())
}

fn tied_arrays(
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
