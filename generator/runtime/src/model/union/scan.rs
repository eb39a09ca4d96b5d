//! The look-ahead over an object's members, for all alternatives at once.

use super::candidate::{Candidate, settled};
use super::elements::fits;
use super::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Kind, Number, Reader};
use crate::model::explain::Mismatch;

/// The maximum number of members in the look-ahead; an object with more is decided by its first
/// ones.
pub(super) const MEMBER_LIMIT: usize = 4096;

/// The value of a member that distinguishes alternatives.
pub(super) struct TagValue {
    pub(super) kinds: Kinds,
    scalar: Scalar,
}

enum Scalar {
    Text(String),
    Number(Number),
    None,
}

impl TagValue {
    fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let kind = reader.kind()?;
        let scalar = match kind {
            Kind::String => Scalar::Text(reader.text()?.to_owned()),
            Kind::Bool => Scalar::Text(reader.boolean()?.to_string()),
            Kind::Number => Scalar::Number(reader.number()?),
            Kind::Null => {
                reader.take_null()?;
                Scalar::Text("null".to_owned())
            }
            Kind::Array | Kind::Object => {
                reader.pass()?;
                Scalar::None
            }
        };
        let kinds = match &scalar {
            Scalar::Number(number) if !number.is_integer() => Kinds::NUMBER,
            _ => Kinds::of(kind),
        };
        Ok(Self { kinds, scalar })
    }

    pub(super) fn is(&self, known: &str) -> bool {
        match &self.scalar {
            Scalar::Text(text) => text == known,
            Scalar::Number(number) => known.parse::<Number>().is_ok_and(|known| known == *number),
            Scalar::None => false,
        }
    }

    pub(super) fn is_one_of(&self, kinds: Kinds) -> bool {
        self.kinds.intersects(kinds.or(Kinds::NULL))
    }
}

/// Scans an object's members. Only the alternatives in `among` are considered if the discriminator
/// names several; `stop` ends the scan as soon as a constant leaves only one alternative.
pub(in crate::model) fn candidates(
    table: &UnionTable,
    mut reader: Reader<'_>,
    among: Option<&[bool]>,
    stop: bool,
) -> Result<Vec<Candidate>, DecodeError> {
    let mut candidates: Vec<Candidate> = table.alternatives.iter().map(Candidate::new).collect();
    if let (Some(among), Some(name)) = (among, table.discriminator) {
        for (candidate, named) in candidates.iter_mut().zip(among) {
            if !named {
                candidate.mismatch = Some(Mismatch::Discriminator(name));
            }
        }
    }
    scan(&mut candidates, &mut reader, stop)?;
    Ok(candidates)
}

/// Observes the members of the next object. `stop` ends the scan early; otherwise it continues to
/// the object's end.
pub(super) fn scan(
    candidates: &mut [Candidate],
    reader: &mut Reader<'_>,
    stop: bool,
) -> Result<(), DecodeError> {
    reader.begin_object("an object")?;
    let mut member = 0;
    while !stop || member < MEMBER_LIMIT {
        let met = reader.name(member == 0, |name| {
            let mut matters = false;
            if member >= MEMBER_LIMIT {
                return None;
            }
            for candidate in &mut *candidates {
                matters |= candidate.observe_name(name);
            }
            matters.then(|| name.to_owned())
        })?;
        match met {
            None => break,
            Some(None) => reader.pass()?,
            Some(Some(name)) => {
                let start = reader.clone();
                let value = TagValue::read(reader)?;
                for candidate in &mut *candidates {
                    candidate.observe_value(&name, &value);
                }
                if value.kinds.intersects(Kinds::ARRAY) {
                    observe_elements(candidates, &name, start)?;
                } else if value.kinds.intersects(Kinds::OBJECT) {
                    observe_parts(candidates, &name, start)?;
                }
                if stop && settled(candidates).is_some() {
                    break;
                }
            }
        }
        member += 1;
    }
    Ok(())
}

/// Observes the elements of an array member.
fn observe_elements(
    candidates: &mut [Candidate],
    name: &str,
    mut reader: Reader<'_>,
) -> Result<(), DecodeError> {
    let (mut described, descriptions): (Vec<&mut Candidate>, Vec<&'static Alternative>) =
        candidates
            .iter_mut()
            .filter(|candidate| candidate.mismatch.is_none())
            .filter_map(|candidate| candidate.elements(name).map(|element| (candidate, element)))
            .unzip();
    if descriptions.is_empty() {
        return Ok(());
    }
    for (candidate, fit) in described.iter_mut().zip(fits(&descriptions, &mut reader)?) {
        candidate.misfits += fit.misfits;
        candidate.score.add(fit.score);
    }
    Ok(())
}

/// Observes the members of a member. Tables nest only so deep as the generator looks, so each byte
/// is read a bounded number of times.
fn observe_parts(
    candidates: &mut [Candidate],
    name: &str,
    mut reader: Reader<'_>,
) -> Result<(), DecodeError> {
    let (mut described, mut parts): (Vec<&mut Candidate>, Vec<Candidate>) = candidates
        .iter_mut()
        .filter(|candidate| candidate.mismatch.is_none())
        .filter_map(|candidate| {
            let part = candidate.part(name)?;
            Some((candidate, Candidate::new(part)))
        })
        .unzip();
    if parts.is_empty() {
        return Ok(());
    }
    scan(&mut parts, &mut reader, false)?;
    for (candidate, part) in described.iter_mut().zip(&parts) {
        candidate.observe_part(part);
    }
    Ok(())
}
