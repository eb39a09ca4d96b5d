//! The evidence for and against an alternative of a union.

use std::cmp::Reverse;

use super::scan::TagValue;
use super::{Alternative, Kinds};
use crate::json::Kind;
use crate::model::explain::Mismatch;

/// The findings of the look-ahead about one alternative.
pub(in crate::model) struct Candidate {
    alternative: &'static Alternative,
    pub(super) mismatch: Option<Mismatch>,
    /// A member has none of the few values that are known for it.
    pub(super) unlisted: Option<Mismatch>,
    /// Bit n: required member n was there. Those from the 128th on are left to decoding.
    required: u128,
    /// Members, and elements of arrays within it, that the alternative does not describe so.
    pub(super) misfits: usize,
    pub(super) score: Score,
}

/// The evidence for an alternative, the strongest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    pub(super) constants: usize,
    declared: usize,
    listed: usize,
}

impl Score {
    /// Adds what speaks for a part.
    pub(super) fn add(&mut self, part: Self) {
        self.constants += part.constants;
        self.declared += part.declared;
        self.listed += part.listed;
    }
}

impl Candidate {
    pub(super) fn new(alternative: &'static Alternative) -> Self {
        let mismatch =
            (!alternative.kinds.intersects(Kinds::OBJECT)).then_some(Mismatch::Kind(Kind::Object));
        Self {
            alternative,
            mismatch,
            unlisted: None,
            required: 0,
            misfits: 0,
            score: Score::default(),
        }
    }

    pub(super) fn score(&self) -> Score {
        self.score
    }

    /// The higher the better; alternatives of one rank are as good as each other.
    pub(super) fn rank(&self) -> (Reverse<usize>, Score) {
        (Reverse(self.misfits), self.score)
    }

    /// The reason why the alternative does not match, if the look-ahead found one.
    pub(in crate::model) fn mismatch(&self) -> Option<Mismatch> {
        self.firm_mismatch().or_else(|| self.unlisted.clone())
    }

    /// The reason that excludes the alternative, whatever the others are.
    pub(super) fn firm_mismatch(&self) -> Option<Mismatch> {
        self.mismatch.clone().or_else(|| {
            let names = self.alternative.required.iter().take(128).enumerate();
            names
                .filter(|(position, _)| self.required & (1 << position) == 0)
                .map(|(_, name)| Mismatch::Missing(name))
                .next()
        })
    }

    /// Takes note of a member; true where its value matters too.
    pub(super) fn observe_name(&mut self, name: &str) -> bool {
        if self.mismatch.is_some() {
            return false;
        }
        if let Some(position) =
            self.alternative.required.iter().take(128).position(|required| *required == name)
        {
            self.required |= 1 << position;
        }
        self.score.declared += usize::from(self.alternative.declared.contains(&name));
        let mut listed = self.alternative.tags.iter().chain(self.alternative.hints);
        listed.any(|(tag, _)| *tag == name)
            || self.alternative.members.iter().any(|(member, _)| *member == name)
            || self.elements(name).is_some()
            || self.part(name).is_some()
    }

    /// What the alternative says of a member that is an object.
    pub(super) fn part(&self, name: &str) -> Option<&'static Alternative> {
        let mut parts = self.alternative.parts.iter();
        parts.find(|(member, _)| *member == name).map(|(_, part)| part)
    }

    /// Takes note of a member that is an object: it never refuses the alternative, since it may be
    /// one of a kind that the document does not know yet.
    pub(super) fn observe_part(&mut self, part: &Self) {
        self.misfits += part.misfits + usize::from(part.mismatch().is_some());
        self.score.add(part.score);
    }

    /// The alternative's schema of a member's elements.
    pub(super) fn elements(&self, name: &str) -> Option<&'static Alternative> {
        let mut elements = self.alternative.elements.iter();
        elements.find(|(member, _)| *member == name).map(|(_, element)| element)
    }

    /// Takes note of the value of a member that matters.
    pub(super) fn observe_value(&mut self, name: &str, value: &TagValue) {
        let members = self.alternative.members.iter().filter(|(member, _)| *member == name);
        for (member, kinds) in members {
            if !value.is_one_of(*kinds) {
                self.mismatch.get_or_insert(Mismatch::MemberKind(member));
            }
        }
        let mut hints = self.alternative.hints.iter().filter(|(hint, _)| *hint == name);
        if hints.any(|(_, values)| !values.iter().any(|known| value.is(known))) {
            self.misfits += 1;
        }
        for (tag, values) in self.alternative.tags.iter().filter(|(tag, _)| *tag == name) {
            if self.mismatch.is_some() {
                return;
            }
            match (values.len() == 1, values.iter().any(|known| value.is(known))) {
                (true, true) => self.score.constants += 1,
                (true, false) => self.mismatch = Some(Mismatch::Tag(tag, values)),
                (false, true) => self.score.listed += 1,
                (false, false) => self.unlisted = Some(Mismatch::Tag(tag, values)),
            }
        }
    }
}

/// The only alternative that is left, where a constant speaks for it.
pub(super) fn settled(candidates: &[Candidate]) -> Option<usize> {
    let mut left =
        candidates.iter().enumerate().filter(|(_, candidate)| candidate.mismatch.is_none());
    match (left.next(), left.next()) {
        (Some((index, one)), None) if one.score.constants > 0 => Some(index),
        _ => None,
    }
}
