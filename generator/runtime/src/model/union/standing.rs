//! What speaks for an alternative of a union, and what against it.

use std::cmp::Reverse;

use super::survey::TagValue;
use super::{Alternative, Kinds};
use crate::json::Kind;
use crate::model::explain::Refusal;

/// What the look-ahead has found about one alternative.
pub(in crate::model) struct Standing {
    alternative: &'static Alternative,
    pub(super) refused: Option<Refusal>,
    /// A member has none of the few values that are known for it.
    pub(super) unlisted: Option<Refusal>,
    /// Bit n: required member n was there. Those from the 128th on are left to decoding.
    required: u128,
    /// Members, and elements of arrays within it, that the alternative does not describe so.
    pub(super) misfits: usize,
    pub(super) merit: Merit,
}

/// What speaks for an alternative, the weightiest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merit {
    pub(super) constants: usize,
    declared: usize,
    listed: usize,
}

impl Merit {
    /// Adds what speaks for a part.
    pub(super) fn add(&mut self, part: Self) {
        self.constants += part.constants;
        self.declared += part.declared;
        self.listed += part.listed;
    }
}

impl Standing {
    pub(super) fn new(alternative: &'static Alternative) -> Self {
        let refused =
            (!alternative.kinds.intersects(Kinds::OBJECT)).then_some(Refusal::Kind(Kind::Object));
        Self {
            alternative,
            refused,
            unlisted: None,
            required: 0,
            misfits: 0,
            merit: Merit::default(),
        }
    }

    pub(super) fn merit(&self) -> Merit {
        self.merit
    }

    /// The higher the better; alternatives of one rank are as good as each other.
    pub(super) fn rank(&self) -> (Reverse<usize>, Merit) {
        (Reverse(self.misfits), self.merit)
    }

    /// Why the alternative is not the value's, where the look-ahead has found a reason.
    pub(in crate::model) fn refusal(&self) -> Option<Refusal> {
        self.firm_refusal().or_else(|| self.unlisted.clone())
    }

    /// Why the alternative is out of the question, whatever the others are.
    pub(super) fn firm_refusal(&self) -> Option<Refusal> {
        self.refused.clone().or_else(|| {
            let names = self.alternative.required.iter().take(128).enumerate();
            names
                .filter(|(position, _)| self.required & (1 << position) == 0)
                .map(|(_, name)| Refusal::Missing(name))
                .next()
        })
    }

    /// Takes note of a member; true where its value matters too.
    pub(super) fn meet(&mut self, name: &str) -> bool {
        if self.refused.is_some() {
            return false;
        }
        if let Some(position) =
            self.alternative.required.iter().take(128).position(|required| *required == name)
        {
            self.required |= 1 << position;
        }
        self.merit.declared += usize::from(self.alternative.declared.contains(&name));
        let mut listed = self.alternative.tags.iter().chain(self.alternative.hints);
        listed.any(|(tag, _)| *tag == name)
            || self.alternative.members.iter().any(|(member, _)| *member == name)
            || self.elements(name).is_some()
    }

    /// What the alternative says of the elements of a member.
    pub(super) fn elements(&self, name: &str) -> Option<&'static Alternative> {
        let mut elements = self.alternative.elements.iter();
        elements.find(|(member, _)| *member == name).map(|(_, element)| element)
    }

    /// Takes note of the value of a member that matters.
    pub(super) fn weigh(&mut self, name: &str, value: &TagValue) {
        let members = self.alternative.members.iter().filter(|(member, _)| *member == name);
        for (member, kinds) in members {
            if !value.is_one_of(*kinds) {
                self.refused.get_or_insert(Refusal::MemberKind(member));
            }
        }
        let mut hints = self.alternative.hints.iter().filter(|(hint, _)| *hint == name);
        if hints.any(|(_, values)| !values.iter().any(|known| value.is(known))) {
            self.misfits += 1;
        }
        for (tag, values) in self.alternative.tags.iter().filter(|(tag, _)| *tag == name) {
            if self.refused.is_some() {
                return;
            }
            match (values.len() == 1, values.iter().any(|known| value.is(known))) {
                (true, true) => self.merit.constants += 1,
                (true, false) => self.refused = Some(Refusal::Tag(tag, values)),
                (false, true) => self.merit.listed += 1,
                (false, false) => self.unlisted = Some(Refusal::Tag(tag, values)),
            }
        }
    }
}

/// The only alternative that is left, where a constant speaks for it.
pub(super) fn settled(standings: &[Standing]) -> Option<usize> {
    let mut left = standings.iter().enumerate().filter(|(_, standing)| standing.refused.is_none());
    match (left.next(), left.next()) {
        (Some((index, one)), None) if one.merit.constants > 0 => Some(index),
        _ => None,
    }
}
