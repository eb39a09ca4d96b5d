//! A set of names that must differ, settled all at once.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{Case, Ident};
use crate::collections::{HashMap, HashSet};
use crate::document::NodeId;
use crate::problem::{ProblemKind, Problems};

/// A request for a name.
#[derive(Clone, Debug)]
pub(super) struct NameRequest<'t> {
    /// The node a collision is reported at.
    pub(super) node: NodeId,
    /// In order of preference, none for a name that is certainly not used; each a function of the thing's own place
    /// in the document.
    pub(super) candidates: Vec<Candidate<'t>>,
    /// Of requests that collide, a single one of the lowest rank keeps the name.
    pub(super) rank: u8,
}

/// A name, or what it is made from: mostly only the first candidate of a request is ever made.
#[derive(Clone, Debug)]
pub(super) enum Candidate<'t> {
    Ident(Ident),
    /// [`Ident::new`]
    Plain(Case, Cow<'t, str>),
    /// [`Ident::spelled`]
    Spelled(Case, Cow<'t, str>),
}

impl<'t> Candidate<'t> {
    pub(super) fn plain(case: Case, text: impl Into<Cow<'t, str>>) -> Self {
        Self::Plain(case, text.into())
    }

    pub(super) fn spelled(case: Case, text: impl Into<Cow<'t, str>>) -> Self {
        Self::Spelled(case, text.into())
    }

    fn ident(&self) -> Ident {
        match self {
            Self::Ident(ident) => ident.clone(),
            Self::Plain(case, text) => Ident::new(*case, text),
            Self::Spelled(case, text) => Ident::spelled(*case, text),
        }
    }
}

impl From<Ident> for Candidate<'_> {
    fn from(ident: Ident) -> Self {
        Self::Ident(ident)
    }
}

impl NameRequest<'_> {
    /// The rank of a name that a person pinned.
    pub(super) const PINNED: u8 = 0;
    /// The rank of a thing that the document itself spells as the name is spelled.
    const SPELLED: u8 = 1;
    /// The rank of a thing that the document itself names.
    pub(super) const NAMED: u8 = 2;
    /// The rank of a thing that is named after its place.
    pub(super) const PLACED: u8 = 3;

    /// The rank of a thing that the document calls `text`, and Rust `ident`.
    pub(super) fn rank_of(text: &str, ident: &Ident) -> u8 {
        if ident.as_str() == text { Self::SPELLED } else { Self::NAMED }
    }
}

/// Names that share a namespace.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    /// Names that nothing of the document may take.
    pub(super) reserved: &'static [&'static str],
    /// What a reserved name is followed by instead: ASCII letters and underscores.
    pub(super) suffix: &'static str,
    /// What the author of a document can do about a collision.
    pub(super) remedy: &'static str,
}

impl Scope {
    /// The remedy for things whose name `x-callwright-name` sets.
    pub(super) const PIN: &'static str =
        "give one of them a name of its own with `x-callwright-name`";
    /// The remedy for things that only the document itself names.
    pub(super) const RENAME: &'static str = "rename one of them if you dislike it";

    /// One name for each request, in their order, all different.
    ///
    /// In phases over all requests, so that no order decides: a candidate of one
    /// request alone is given; of those that collide the one of lowest rank
    /// keeps it and the others try their next candidate; what still collides
    /// then is numbered in order. Every request that does not get the name it
    /// would have alone is reported.
    pub(super) fn settle(&self, requests: &[NameRequest<'_>], problems: &Problems) -> Vec<Ident> {
        let (settled, collisions) = self.settle_unreported(requests);
        for (node, problem) in collisions {
            problems.report(node, problem);
        }
        settled
    }

    /// The same without a report, for names that no user sees, with the collisions.
    pub(super) fn settle_unreported(
        &self,
        requests: &[NameRequest<'_>],
    ) -> (Vec<Ident>, Vec<(NodeId, ProblemKind)>) {
        let reserved: HashSet<&str> = self.reserved.iter().copied().collect();
        let made = |request: &NameRequest<'_>, phase: usize| {
            request
                .candidates
                .get(phase)
                .map(|candidate| self.admissible(candidate.ident(), &reserved))
        };
        let first: Vec<Option<Ident>> = requests.iter().map(|request| made(request, 0)).collect();
        let mut settled: Vec<Option<Ident>> = vec![None; requests.len()];
        let mut taken: HashSet<Ident> = HashSet::default();
        give(requests, &first, &mut settled, &mut taken);
        let phases = requests.iter().map(|request| request.candidates.len()).max().unwrap_or(0);
        for phase in 1..phases {
            let open = requests.iter().zip(&settled);
            let next = open.map(|(request, settled)| match settled {
                Some(_) => None,
                None => made(request, phase),
            });
            let next: Vec<Option<Ident>> = next.collect();
            give(requests, &next, &mut settled, &mut taken);
        }
        let mut counters: HashMap<Ident, usize> = HashMap::default();
        let mut collisions = Vec::new();
        for ((request, first), settled) in requests.iter().zip(first).zip(&mut settled) {
            let first = first.unwrap_or_else(|| Ident::snake(""));
            let ident = settled.get_or_insert_with(|| number(&first, &mut counters, &mut taken));
            // Whatever a request without a candidate is given, it is not used.
            if *ident != first && !request.candidates.is_empty() {
                let (name, given) = (first.to_string(), ident.to_string());
                let problem = ProblemKind::NameCollision { name, given, remedy: self.remedy };
                collisions.push((request.node, problem));
            }
        }
        (settled.into_iter().flatten().collect(), collisions)
    }

    /// The name itself, or with the suffix where it is reserved.
    fn admissible(&self, mut ident: Ident, reserved: &HashSet<&str>) -> Ident {
        while reserved.contains(ident.as_str()) && !self.suffix.is_empty() {
            ident = ident.with_suffix(self.suffix);
        }
        ident
    }
}

/// One phase: groups the unsettled by their candidate of this phase, and gives what does not collide.
fn give(
    requests: &[NameRequest<'_>],
    candidates: &[Option<Ident>],
    settled: &mut [Option<Ident>],
    taken: &mut HashSet<Ident>,
) {
    // Of each name: the lowest rank that asks for it, and how many requests of that rank do.
    let mut groups: HashMap<&Ident, (u8, usize)> = HashMap::default();
    let contenders: Vec<(usize, u8, &Ident)> = requests
        .iter()
        .zip(candidates)
        .enumerate()
        .filter_map(|(index, (request, name))| Some((index, request.rank, name.as_ref()?)))
        .filter(|(_, _, name)| !taken.contains(*name))
        .collect();
    for (_, rank, name) in &contenders {
        let group = groups.entry(*name).or_insert((*rank, 0));
        match rank.cmp(&group.0) {
            Ordering::Less => *group = (*rank, 1),
            Ordering::Equal => group.1 += 1,
            Ordering::Greater => {}
        }
    }
    for (index, rank, name) in contenders {
        if groups.get(name) == Some(&(rank, 1))
            && let Some(slot) = settled.get_mut(index)
        {
            *slot = Some(name.clone());
            taken.insert(name.clone());
        }
    }
}

/// The first free of `Pet`, `Pet2`, `Pet3`, …
fn number(
    first: &Ident,
    counters: &mut HashMap<Ident, usize>,
    taken: &mut HashSet<Ident>,
) -> Ident {
    let counter = counters.entry(first.clone()).or_insert(0);
    loop {
        *counter += 1;
        let ident = if *counter == 1 { first.clone() } else { first.numbered(*counter) };
        if taken.insert(ident.clone()) {
            return ident;
        }
    }
}

#[cfg(test)]
mod tests;
