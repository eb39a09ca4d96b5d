//! The decision by the discriminator of a union (OpenAPI 3.1, section 4.8.25).

use super::scan::MEMBER_LIMIT;
use super::{Alternative, UnionTable};
use crate::json::{DecodeError, Kind, Reader};

/// The decision of a discriminator.
pub(in crate::model) enum Discriminated {
    /// It names this alternative.
    One(usize),
    /// It names these (true by position), so their members decide between them.
    Some(Vec<bool>),
    /// It names none.
    None,
    /// The object has no such string, so the members decide between all.
    Absent,
}

/// Looks for the discriminator's first occurrence.
pub(in crate::model) fn discriminated(
    table: &UnionTable,
    mut reader: Reader<'_>,
) -> Result<Discriminated, DecodeError> {
    let Some(name) = table.discriminator else { return Ok(Discriminated::Absent) };
    reader.begin_object("an object")?;
    for member in 0..MEMBER_LIMIT {
        match reader.name(member == 0, |key| key == name)? {
            None => break,
            Some(true) if reader.kind()? == Kind::String => {
                return Ok(named(table.alternatives, name, table.mapping, reader.text()?));
            }
            Some(_) => reader.pass()?,
        }
    }
    Ok(Discriminated::Absent)
}

/// The alternatives of a discriminator's value: those of the mapping, or else
/// those that list the value themselves, as unions within a union do.
fn named(
    alternatives: &[Alternative],
    name: &str,
    mapping: &[(&str, usize)],
    value: &str,
) -> Discriminated {
    let mut mapped = mapping.iter().filter(|(known, _)| *known == value).map(|(_, index)| *index);
    let first = mapped.next();
    if let (Some(index), None) = (first, mapped.next()) {
        return Discriminated::One(index);
    }
    let is_named = |index: usize, one: &Alternative| match first {
        Some(_) => mapping.contains(&(value, index)),
        None => one.tags.iter().any(|(tag, values)| *tag == name && values.contains(&value)),
    };
    let named: Vec<bool> =
        alternatives.iter().enumerate().map(|(index, one)| is_named(index, one)).collect();
    let mut positions = named.iter().enumerate().filter(|(_, named)| **named);
    match (positions.next(), positions.next()) {
        (None, _) => Discriminated::None,
        (Some((index, _)), None) => Discriminated::One(index),
        _ => Discriminated::Some(named),
    }
}
