//! Ranks the alternatives of a union for a value, before anything is decoded.
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
use super::ranking::Ranking;
use super::scan::candidates;
use super::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Number, Reader};

/// Ranks the alternatives for the next value; the reader stays where it is.
pub(in crate::model) fn decide(
    table: &UnionTable,
    reader: &Reader<'_>,
) -> Result<Ranking, DecodeError> {
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
///
/// One beyond 64 bits goes to no alternative for numbers if there is one for integers: it would lose
/// digits as floating point, and none as unknown.
fn decide_number(table: &UnionTable, number: &Number) -> Ranking {
    let equal = |value: &str| value.parse::<Number>().is_ok_and(|value| value == *number);
    let any = Kinds::NUMBER.or(Kinds::INTEGER);
    let is_plain = number.is_integer() && number.is_plain();
    let (accepted, preferred) = match number.small() {
        Some(_) => (any, Kinds::INTEGER),
        None if is_plain => {
            let takes_integers = |one: &Alternative| one.kinds.intersects(Kinds::INTEGER);
            let exact = table.alternatives.iter().any(takes_integers);
            (if exact { Kinds::INTEGER } else { any }, Kinds::INTEGER)
        }
        None if number.is_integer() => (any, Kinds::NUMBER),
        None => (Kinds::NUMBER, Kinds::NUMBER),
    };
    decide_scalar(table, accepted, preferred, &equal)
}

fn decide_scalar(
    table: &UnionTable,
    accepted: Kinds,
    preferred: Kinds,
    equal: &dyn Fn(&str) -> bool,
) -> Ranking {
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
    Ranking::by(ranked.collect())
}

/// Returns true if the alternative takes the preferred kind without taking everything.
fn is_meant_for(kinds: Kinds, preferred: Kinds) -> bool {
    kinds.intersects(preferred)
        && kinds != Kinds::ANY
        && (preferred != Kinds::INTEGER || !kinds.intersects(Kinds::NUMBER))
}

/// The element kinds are those of the first element: if a later one is of another kind, decoding
/// fails, and the next alternative follows.
fn decide_array(table: &UnionTable, mut reader: Reader<'_>) -> Result<Ranking, DecodeError> {
    let accepting =
        table.alternatives.iter().enumerate().filter(|(_, one)| one.kinds.intersects(Kinds::ARRAY));
    let arrays: Vec<(usize, &Alternative)> = accepting.collect();
    let whole = reader.clone();
    if arrays.len() < 2 || !reader.begin_array()? {
        return Ok(Ranking::by(arrays.iter().map(|(index, _)| (*index, ())).collect()));
    }
    let kind = reader.kind()?;
    let (accepted, preferred) = match kind {
        Kind::Number if reader.number()?.is_integer() => (Kinds::of(kind), Kinds::INTEGER),
        Kind::Number => (Kinds::NUMBER, Kinds::NUMBER),
        _ => (Kinds::of(kind), Kinds::of(kind)),
    };
    let fits = if kind == Kind::Object { element_fits(&arrays, whole)? } else { Vec::new() };
    let rank = |(position, (index, one)): (usize, &(usize, &Alternative))| {
        let elements = fits.get(position).copied().flatten().map(|fit| fit.rank());
        let kinds =
            u8::from(one.items.intersects(accepted)) + u8::from(is_meant_for(one.items, preferred));
        (*index, (elements, kinds))
    };
    Ok(Ranking::by(arrays.iter().enumerate().map(rank).collect()))
}

/// The match of an array's elements with the description that each alternative has of them, if it
/// has one.
fn element_fits(
    arrays: &[(usize, &Alternative)],
    mut reader: Reader<'_>,
) -> Result<Vec<Option<Fit>>, DecodeError> {
    let descriptions = arrays.iter().filter_map(|(_, one)| {
        let element: &'static [Alternative] = one.element;
        element.first()
    });
    let descriptions: Vec<&'static Alternative> = descriptions.collect();
    if descriptions.is_empty() {
        return Ok(Vec::new());
    }
    let mut fits = fits(&descriptions, &mut reader)?.into_iter();
    let fit = |(_, one): &(usize, &Alternative)| one.element.first().and_then(|_| fits.next());
    Ok(arrays.iter().map(fit).collect())
}

fn decide_object(table: &UnionTable, reader: Reader<'_>) -> Result<Ranking, DecodeError> {
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(index) => return Ok(Ranking::One(index)),
        Discriminated::None => return Ok(Ranking::None),
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
        return Ok(Ranking::One(index));
    }
    let candidates = candidates(table, reader, among.as_deref(), true)?;
    // Its missing members, if any, are found when it is decoded.
    if let Some(index) = settled(&candidates) {
        return Ok(Ranking::One(index));
    }
    let left: Vec<(usize, &Candidate)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.firm_mismatch().is_none())
        .collect();
    if let [(index, _)] = left.as_slice() {
        return Ok(Ranking::One(*index));
    }
    let ranked = left.into_iter().filter_map(|(index, candidate)| {
        let listed = candidate.unlisted.is_none();
        let acceptable = listed || candidate.score.constants > 0;
        acceptable.then(|| (index, (listed, candidate.rank())))
    });
    Ok(Ranking::by(ranked.collect()))
}
