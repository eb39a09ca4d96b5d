//! Which alternative of a union a value is: decided before anything is decoded.
//!
//! In this order: the discriminator's value (by its mapping, otherwise by the
//! alternatives that list the value themselves); the JSON kind; members with a
//! constant value or a kind of their own (another one refuses the
//! alternative); members with one of a few values (a new value refuses it too,
//! unless it is all that is left or its constants speak for it: enumerations
//! are open); required members (a missing one refuses); then, among those
//! left, the fewest hints against it (members, and elements of arrays, with
//! other values than it lists), the most constants, the most declared members,
//! the most members with one of a few values, and the first of the list. A
//! member that an alternative does not declare never refuses it.

use super::candidate::{Candidate, settled};
use super::discriminator::{Discriminated, discriminated};
use super::elements::{Fit, fits};
use super::scan::candidates;
use super::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Number, Reader};

/// The alternative of the next value; the reader stays where it is.
pub(in crate::model) fn decide(
    table: &UnionTable,
    reader: &Reader<'_>,
) -> Result<Option<usize>, DecodeError> {
    let mut ahead = reader.clone();
    match ahead.kind()? {
        Kind::Object => decide_object(table, ahead),
        Kind::Array => decide_array(table, ahead),
        Kind::String => {
            let text = ahead.text()?;
            Ok(decide_scalar(table, Kinds::STRING, Kinds::STRING, &|value| value == text))
        }
        Kind::Null => Ok(decide_scalar(table, Kinds::NULL, Kinds::NULL, &|value| value == "null")),
        Kind::Bool => {
            let text = if ahead.boolean()? { "true" } else { "false" };
            Ok(decide_scalar(table, Kinds::BOOLEAN, Kinds::BOOLEAN, &|value| value == text))
        }
        Kind::Number => Ok(decide_number(table, &ahead.number()?)),
    }
}

/// An integer goes to an alternative for integers before one for numbers, unless it is written with a fraction.
fn decide_number(table: &UnionTable, number: &Number) -> Option<usize> {
    let equal = |value: &str| value.parse::<Number>().is_ok_and(|value| value == *number);
    let (accepted, preferred) = match number.small() {
        Some(_) => (Kinds::NUMBER.or(Kinds::INTEGER), Kinds::INTEGER),
        None if number.is_integer() && number.is_plain() => {
            (Kinds::NUMBER.or(Kinds::INTEGER), Kinds::INTEGER)
        }
        None if number.is_integer() => (Kinds::NUMBER.or(Kinds::INTEGER), Kinds::NUMBER),
        None => (Kinds::NUMBER, Kinds::NUMBER),
    };
    decide_scalar(table, accepted, preferred, &equal)
}

fn decide_scalar(
    table: &UnionTable,
    accepted: Kinds,
    preferred: Kinds,
    equal: &dyn Fn(&str) -> bool,
) -> Option<usize> {
    let accepting = table
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, alternative)| alternative.kinds.intersects(accepted));
    let ranked = accepting.map(|(index, alternative)| {
        let named = alternative.values.iter().any(|value| equal(value));
        let rank = match (named, alternative.values.is_empty()) {
            (true, _) => 3,
            (false, true) => 1 + u8::from(is_meant_for(alternative.kinds, preferred)),
            // Enumerations are open: a new value belongs to the first where nothing else takes it.
            (false, false) => 0,
        };
        (index, rank)
    });
    let best = ranked.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(index, _)| index)
}

/// Returns true if the alternative takes the preferred kind without taking everything.
fn is_meant_for(kinds: Kinds, preferred: Kinds) -> bool {
    kinds.intersects(preferred)
        && kinds != Kinds::ANY
        && (preferred != Kinds::INTEGER || !kinds.intersects(Kinds::NUMBER))
}

fn decide_array(table: &UnionTable, mut reader: Reader<'_>) -> Result<Option<usize>, DecodeError> {
    let arrays = || {
        table.alternatives.iter().enumerate().filter(|(_, one)| one.kinds.intersects(Kinds::ARRAY))
    };
    let first = arrays().next().map(|(index, _)| index);
    let whole = reader.clone();
    if arrays().nth(1).is_none() || !reader.begin_array()? {
        return Ok(first);
    }
    let kind = reader.kind()?;
    let (accepted, preferred) = match kind {
        Kind::Number if reader.number()?.is_integer() => (Kinds::of(kind), Kinds::INTEGER),
        Kind::Number => (Kinds::NUMBER, Kinds::NUMBER),
        _ => (Kinds::of(kind), Kinds::of(kind)),
    };
    if kind == Kind::Object
        && let Some(index) = decide_by_elements(arrays(), whole)?
    {
        return Ok(Some(index));
    }
    let meant = arrays().find(|(_, one)| is_meant_for(one.items, preferred));
    Ok(meant
        .or_else(|| arrays().find(|(_, one)| one.items.intersects(accepted)))
        .map(|(index, _)| index))
}

/// The array alternative whose description of the elements fits best, where they have one.
fn decide_by_elements<'a>(
    arrays: impl Iterator<Item = (usize, &'a Alternative)>,
    mut reader: Reader<'_>,
) -> Result<Option<usize>, DecodeError> {
    let (described, descriptions) = described(arrays);
    if described.is_empty() {
        return Ok(None);
    }
    let fits = fits(&descriptions, &mut reader)?;
    let rank = |at: usize| fits.get(at).map(Fit::rank);
    let best =
        (0..described.len()).reduce(|best, at| if rank(at) > rank(best) { at } else { best });
    Ok(best.and_then(|at| described.get(at)).copied())
}

/// Which of the alternatives describe their elements, and how.
pub(super) fn described<'a>(
    arrays: impl Iterator<Item = (usize, &'a Alternative)>,
) -> (Vec<usize>, Vec<&'static Alternative>) {
    let described = arrays.filter_map(|(index, one)| {
        let element: &'static [Alternative] = one.element;
        Some((index, element.first()?))
    });
    described.unzip()
}

fn decide_object(table: &UnionTable, reader: Reader<'_>) -> Result<Option<usize>, DecodeError> {
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(index) => return Ok(Some(index)),
        Discriminated::None => return Ok(None),
        Discriminated::Some(among) => Some(among),
        Discriminated::Absent => None,
    };
    let mut objects = table
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, one)| one.kinds.intersects(Kinds::OBJECT));
    if let (Some((index, only)), None) = (objects.next(), objects.next())
        && only.tags.is_empty()
    {
        return Ok(Some(index));
    }
    let candidates = candidates(table, reader, among.as_deref(), true)?;
    // Its missing members, if any, are found when it is decoded.
    if let Some(index) = settled(&candidates) {
        return Ok(Some(index));
    }
    let left: Vec<(usize, &Candidate)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.firm_mismatch().is_none())
        .collect();
    if let [(index, _)] = left.as_slice() {
        return Ok(Some(*index));
    }
    let listed = || left.iter().filter(|(_, candidate)| candidate.unlisted.is_none());
    let constant = || left.iter().filter(|(_, candidate)| candidate.score.constants > 0);
    Ok(best(listed()).or_else(|| best(constant())))
}

/// The first of the alternatives with the highest score.
fn best<'a>(candidates: impl Iterator<Item = &'a (usize, &'a Candidate)>) -> Option<usize> {
    let best =
        candidates.reduce(|best, next| if next.1.rank() > best.1.rank() { next } else { best });
    best.map(|(index, _)| *index)
}
