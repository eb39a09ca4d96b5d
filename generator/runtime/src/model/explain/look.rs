//! What every alternative of a union has against a value, found by trying each.

use std::cell::{Cell, RefCell};

use super::path::{outward, path, steps_to};
use super::{Considered, Explanation, Mismatch};
use crate::json::{DecodeError, Kind, Reader};
use crate::model::shape::Shape;
use crate::model::slot::Slot;
use crate::model::union::{
    Alternative, Candidate, Discriminated, Kinds, UnionTable, candidates, decide, discriminated,
    equally_ranked,
};

/// How deep unions within unions are looked into, the outermost one included.
const DEPTH: usize = 5;

/// How many unions are looked at in all: each of them tries all its alternatives.
const UNIONS: usize = 64;

/// How much more there is to look at, and of what.
#[derive(Clone, Copy)]
pub(super) struct Budget<'a> {
    /// The whole text.
    text: &'a [u8],
    depth: usize,
    unions: &'a Cell<usize>,
}

impl Budget<'_> {
    /// The budget within a union, where there is any left.
    fn next_level(self) -> Option<Self> {
        let depth = self.depth.checked_sub(1)?;
        self.unions.set(self.unions.get().checked_sub(1)?);
        Some(Self { depth, ..self })
    }
}

/// What a reader hands every union to that is read.
pub(crate) struct Trace<'a> {
    budget: Budget<'a>,
    found: RefCell<Vec<Explanation>>,
}

impl Trace<'_> {
    /// Explains the union's next value, where there is anything to explain.
    pub(in crate::model) fn observe(
        &self,
        union: &mut dyn Slot,
        table: &'static UnionTable,
        reader: &Reader<'_>,
    ) {
        let Some(budget) = self.budget.next_level() else { return };
        let explanation = explain_union(union, table, reader, budget);
        if explanation.is_notable() {
            self.found.borrow_mut().push(explanation);
        }
    }
}

/// The explanation of a union, or those of the unions within a value of another type.
pub(super) fn look(
    blank: &mut dyn Slot,
    text: &[u8],
) -> Result<(Option<Explanation>, Vec<Explanation>), DecodeError> {
    let unions = Cell::new(UNIONS);
    let budget = Budget { text, depth: DEPTH, unions: &unions };
    let reader = Reader::new(text)?;
    if let Shape::Union(table) = blank.shape() {
        let whole = budget.next_level().map(|budget| explain_union(blank, table, &reader, budget));
        return Ok((whole, Vec::new()));
    }
    Ok((None, attempt(blank, &reader, budget).1))
}

fn explain_union(
    union: &mut dyn Slot,
    table: &'static UnionTable,
    reader: &Reader<'_>,
    budget: Budget<'_>,
) -> Explanation {
    let steps = steps_to(budget.text, reader.offset());
    let chosen = decide(table, reader).unwrap_or_default();
    let ahead = mismatches_ahead(table, reader);
    let path = path(&steps);
    let mut alternatives = Vec::new();
    for (index, (alternative, ahead)) in table.alternatives.iter().zip(ahead).enumerate() {
        // What was chosen after all has nothing against it that counts.
        let ahead = ahead.filter(|_| chosen != Some(index));
        let (error, within) = match ahead {
            Some(_) => (None, Vec::new()),
            None => attempt(union.part_mut(index), reader, budget),
        };
        let mismatch = ahead.or(error.map(|error| Mismatch::Decode(outward(error, &steps))));
        alternatives.push(Considered { name: alternative.name, mismatch, nested: within });
    }
    let taken = taken(table, reader, chosen, &alternatives);
    let others = alternatives.iter_mut().enumerate().filter(|(index, _)| taken != Some(*index));
    for (_, one) in others {
        one.mismatch.get_or_insert(Mismatch::Lesser);
        // An alternative that is a union takes what it does not know, and has reasons of its own.
        one.nested.retain(|inner| inner.path == path);
    }
    Explanation { name: table.name, path, alternatives, nested: Vec::new() }
}

/// The alternative that the value is: what was chosen, or the first of those as good that can be decoded.
fn taken(
    table: &UnionTable,
    reader: &Reader<'_>,
    chosen: Option<usize>,
    alternatives: &[Considered],
) -> Option<usize> {
    let fits = |index: &usize| alternatives.get(*index).is_some_and(|one| one.mismatch.is_none());
    let chosen = chosen?;
    if fits(&chosen) {
        return Some(chosen);
    }
    equally_ranked(table, reader, chosen).unwrap_or_default().into_iter().find(fits)
}

/// Decodes the next value into a blank place: why that fails, and what the unions within it say.
fn attempt(
    part: &mut dyn Slot,
    reader: &Reader<'_>,
    budget: Budget<'_>,
) -> (Option<DecodeError>, Vec<Explanation>) {
    let trace = Trace { budget, found: RefCell::default() };
    let error = part.read(&mut reader.clone().traced(&trace)).err();
    (error, trace.found.into_inner())
}

/// What the look-ahead alone has against each alternative.
fn mismatches_ahead(table: &UnionTable, reader: &Reader<'_>) -> Vec<Option<Mismatch>> {
    let kind = reader.clone().kind().unwrap_or(Kind::Null);
    if kind == Kind::Object
        && let Ok(mismatches) = object_mismatches(table, reader)
    {
        return mismatches;
    }
    let accepted = Kinds::of(kind);
    let mismatch =
        |one: &Alternative| (!one.kinds.intersects(accepted)).then_some(Mismatch::Kind(kind));
    table.alternatives.iter().map(mismatch).collect()
}

fn object_mismatches(
    table: &UnionTable,
    reader: &Reader<'_>,
) -> Result<Vec<Option<Mismatch>>, DecodeError> {
    let name = table.discriminator.unwrap_or_default();
    let other = |chosen: Option<usize>| {
        let mismatch = |index| (chosen != Some(index)).then_some(Mismatch::Discriminator(name));
        (0..table.alternatives.len()).map(mismatch).collect()
    };
    let among = match discriminated(table, reader.clone())? {
        Discriminated::One(index) => return Ok(other(Some(index))),
        Discriminated::None => return Ok(other(None)),
        Discriminated::Some(among) => Some(among),
        Discriminated::Absent => None,
    };
    let candidates = candidates(table, reader.clone(), among.as_deref(), false)?;
    Ok(candidates.iter().map(Candidate::mismatch).collect())
}
