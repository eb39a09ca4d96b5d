//! Matches the elements of an array against the descriptions of alternatives.

use std::cmp::Reverse;

use super::Alternative;
use super::candidate::{Candidate, Score};
use super::scan::scan;
use crate::json::{DecodeError, Kind, Reader};

/// The maximum number of elements in the look-ahead.
const ELEMENT_LIMIT: usize = 64;

/// The match of an array with one description of its elements.
#[derive(Clone, Copy, Default)]
pub(super) struct Fit {
    /// Elements that the description rejects.
    pub(super) misfits: usize,
    /// The evidence for the others.
    pub(super) score: Score,
}

/// Examines the objects in the next array, once for all descriptions.
pub(super) fn fits(
    descriptions: &[&'static Alternative],
    reader: &mut Reader<'_>,
) -> Result<Vec<Fit>, DecodeError> {
    let mut fits = vec![Fit::default(); descriptions.len()];
    let mut more = reader.begin_array()?;
    let mut seen = 0;
    while more && seen < ELEMENT_LIMIT {
        if reader.kind()? == Kind::Object {
            let mut candidates: Vec<Candidate> =
                descriptions.iter().map(|one| Candidate::new(one)).collect();
            scan(&mut candidates, reader, false)?;
            for (fit, candidate) in fits.iter_mut().zip(&candidates) {
                fit.add(candidate);
            }
        } else {
            reader.pass()?;
        }
        seen += 1;
        more = reader.next_element()?;
    }
    Ok(fits)
}

impl Fit {
    /// The higher the better.
    pub(super) fn rank(&self) -> (Reverse<usize>, Score) {
        (Reverse(self.misfits), self.score)
    }

    fn add(&mut self, candidate: &Candidate) {
        if candidate.mismatch().is_some() {
            self.misfits += 1;
        } else {
            self.score.add(candidate.score());
        }
    }
}
