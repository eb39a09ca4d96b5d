//! Finds the mismatch of every alternative of a union by trying each.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::path::{outward, path, steps_to};
use super::{Considered, Explanation, Mismatch};
use crate::json::{DecodeError, Kind, Reader};
use crate::model::reader::traced;
use crate::model::shape::Shape;
use crate::model::slot::Slot;
use crate::model::union::{
    Alternative, Candidate, Discriminated, Kinds, UnionTable, candidates, decide, discriminated,
    read_alternative,
};

/// The maximum nesting of unions that is examined, including the outermost.
const DEPTH: usize = 5;

/// The maximum total number of unions that are examined: each tries all its alternatives.
const UNIONS: usize = 64;

/// The remaining budget of an explanation.
#[derive(Clone)]
pub(super) struct Budget {
    /// The whole text.
    text: Rc<[u8]>,
    depth: usize,
    unions: Rc<Cell<usize>>,
}

impl Budget {
    /// Budget for the next level, `None` when spent.
    fn next_level(&self) -> Option<Self> {
        let depth = self.depth.checked_sub(1)?;
        self.unions.set(self.unions.get().checked_sub(1)?);
        Some(Self { depth, ..self.clone() })
    }
}

/// Observes every union that is decoded.
pub(in crate::model) struct Trace {
    budget: Budget,
    found: RefCell<Vec<Explanation>>,
}

impl Trace {
    /// Explains the union's next value, if it is notable.
    pub(in crate::model) fn observe(
        &self,
        union: &mut dyn Slot,
        table: &'static UnionTable,
        reader: &Reader<'_>,
    ) {
        let Some(budget) = self.budget.next_level() else { return };
        let explanation = explain_union(union, table, reader, &budget);
        if explanation.is_notable() {
            self.found.borrow_mut().push(explanation);
        }
    }
}

/// Explains a union, or the unions within a value of another type.
pub(super) fn look(
    blank: &mut dyn Slot,
    text: &[u8],
) -> Result<(Option<Explanation>, Vec<Explanation>), DecodeError> {
    let budget = Budget { text: text.into(), depth: DEPTH, unions: Rc::new(Cell::new(UNIONS)) };
    let reader = Reader::new(text)?;
    if let Shape::Union(table) = blank.shape() {
        let whole = budget.next_level().map(|budget| explain_union(blank, table, &reader, &budget));
        return Ok((whole, Vec::new()));
    }
    Ok((None, attempt(blank, &reader, &budget).1))
}

fn explain_union(
    union: &mut dyn Slot,
    table: &'static UnionTable,
    reader: &Reader<'_>,
    budget: &Budget,
) -> Explanation {
    let steps = steps_to(&budget.text, reader.offset());
    let taken = read_alternative(union, table, &mut reader.clone()).unwrap_or_default();
    let first = decide(table, reader).ok().and_then(|ranking| ranking.first());
    let ahead = mismatches_ahead(table, reader);
    let path = path(&steps);
    let mut alternatives = Vec::new();
    for (index, (alternative, ahead)) in table.alternatives.iter().zip(ahead).enumerate() {
        // The first in rank has no relevant mismatch.
        let ahead = ahead.filter(|_| first != Some(index));
        let (error, within) = match ahead {
            Some(_) => (None, Vec::new()),
            None => attempt(union.part_mut(index), reader, budget),
        };
        let mismatch = ahead.or(error.map(|error| Mismatch::Decode(outward(error, &steps))));
        alternatives.push(Considered { name: alternative.name, mismatch, nested: within });
    }
    let others = alternatives.iter_mut().enumerate().filter(|(index, _)| taken != Some(*index));
    for (_, one) in others {
        one.mismatch.get_or_insert(Mismatch::Lesser);
        // An alternative that is a union accepts unknown values, and explains itself.
        one.nested.retain(|inner| inner.path == path);
    }
    Explanation { name: table.name, path, alternatives, nested: Vec::new() }
}

/// Decodes the next value into a blank slot: the failure, and the explanations of nested unions.
fn attempt(
    part: &mut dyn Slot,
    reader: &Reader<'_>,
    budget: &Budget,
) -> (Option<DecodeError>, Vec<Explanation>) {
    let trace = Trace { budget: budget.clone(), found: RefCell::default() };
    let error = part.read(&mut traced(reader.clone(), &trace)).err();
    (error, trace.found.into_inner())
}

/// The mismatch of each alternative according to the look-ahead.
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
