//! Why a value is none of a union's alternatives.

use std::fmt;

use super::decide::{Discriminated, Standing, decide, discriminated, standings};
use super::shape::Shape;
use super::slot::Slot;
use super::union::{Alternative, Kinds, UnionTable};
use crate::json::{DecodeError, Json, Kind, Reader};

/// Why one alternative does not fit a value.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// It takes no values of this kind.
    Kind(Kind),
    /// The member that decides alone names another alternative or none.
    Discriminator(&'static str),
    /// A member has none of the values that it must have here.
    Tag(&'static str, &'static [&'static str]),
    /// A member is of a kind that it cannot have here.
    MemberKind(&'static str),
    /// A required member is not there.
    Missing(&'static str),
    /// It could not be decoded.
    Decode(DecodeError),
    /// It fits, but another one fits better.
    Lesser,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => write!(f, "takes no value such as {}", kind.phrase()),
            Self::Discriminator(name) => {
                write!(f, "the discriminator {name:?} has another value")
            }
            Self::Tag(name, values) => write!(f, "the member {name:?} must be one of {values:?}"),
            Self::MemberKind(name) => write!(f, "the member {name:?} is of another kind"),
            Self::Missing(name) => write!(f, "the required member {name:?} is missing"),
            Self::Decode(error) => write!(f, "{error}"),
            Self::Lesser => f.write_str("another alternative fits better"),
        }
    }
}

/// What became of each alternative of a union for one value.
#[derive(Clone, Debug)]
pub struct Explanation {
    union: &'static str,
    refusals: Vec<(&'static str, Option<Refusal>)>,
}

impl Explanation {
    /// Each alternative in order with the reason why it was refused; `None` for the one that the value is.
    pub fn alternatives(&self) -> impl Iterator<Item = (&'static str, Option<&Refusal>)> {
        self.refusals.iter().map(|(name, refusal)| (*name, refusal.as_ref()))
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.union)?;
        for (name, refusal) in &self.refusals {
            match refusal {
                Some(refusal) => write!(f, "\n- not {name}: {refusal}")?,
                None => write!(f, "\n- {name}")?,
            }
        }
        Ok(())
    }
}

/// Says for each alternative of a union why a value is not decoded as it, for instance for one kept as unknown.
///
/// What is no union has no alternatives.
#[must_use]
pub fn explain<T: Slot>(value: &Json) -> Explanation {
    let mut blank = T::blank();
    match blank.shape() {
        Shape::Union(table) => explain_as(&mut blank, table, value),
        _ => Explanation { union: std::any::type_name::<T>(), refusals: Vec::new() },
    }
}

fn explain_as(union: &mut dyn Slot, table: &'static UnionTable, value: &Json) -> Explanation {
    let text = value.to_string();
    let chosen = Reader::new(text.as_bytes()).and_then(|reader| decide(table, &reader));
    let chosen = chosen.unwrap_or_default();
    let ahead = refused_ahead(table, value, &text);
    let refusals = table.alternatives.iter().zip(ahead).enumerate();
    let refusals = refusals.map(|(index, (alternative, ahead))| {
        // What was chosen after all has nothing against it that counts.
        let refusal = ahead
            .filter(|_| chosen != Some(index))
            .or_else(|| decode_error(union, index, &text).map(Refusal::Decode))
            .or_else(|| (chosen != Some(index)).then_some(Refusal::Lesser));
        (alternative.name, refusal)
    });
    Explanation { union: table.name, refusals: refusals.collect() }
}

/// What the look-ahead alone has against each alternative.
fn refused_ahead(table: &UnionTable, value: &Json, text: &str) -> Vec<Option<Refusal>> {
    let kind = value.kind();
    if kind == Kind::Object
        && let Ok(refusals) = refused_object(table, text)
    {
        return refusals;
    }
    let accepted = Kinds::of(kind);
    let refusal =
        |one: &Alternative| (!one.kinds.intersects(accepted)).then_some(Refusal::Kind(kind));
    table.alternatives.iter().map(refusal).collect()
}

fn refused_object(table: &UnionTable, text: &str) -> Result<Vec<Option<Refusal>>, DecodeError> {
    let reader = Reader::new(text.as_bytes())?;
    let name = table.discriminator.unwrap_or_default();
    let other = |chosen: Option<usize>| {
        let refusal = |index| (chosen != Some(index)).then_some(Refusal::Discriminator(name));
        (0..table.alternatives.len()).map(refusal).collect()
    };
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(index) => return Ok(other(Some(index))),
        Discriminated::None => return Ok(other(None)),
        Discriminated::Some(among) => Some(among),
        Discriminated::Absent => None,
    };
    let standings = standings(table, reader, among.as_deref(), false)?;
    Ok(standings.iter().map(Standing::refusal).collect())
}

fn decode_error(union: &mut dyn Slot, index: usize, text: &str) -> Option<DecodeError> {
    super::whole::read_whole(union.part_mut(index), text.as_bytes()).err()
}
