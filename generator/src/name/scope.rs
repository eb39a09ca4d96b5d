//! A set of names that must differ, settled together.

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
    /// In order of preference, empty for a name that is certainly unused; each is a function of the
    /// thing's own place in the document.
    pub(super) candidates: Vec<Candidate<'t>>,
    /// Of colliding requests, the only one of the lowest rank keeps the name.
    pub(super) rank: u8,
}

/// A candidate name, created lazily: usually only the first candidate of a request is needed.
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

    /// The name with the case of the text: for texts that differ in nothing else.
    pub(super) fn cased(case: Case, text: &str) -> Self {
        let upper = text.contains(char::is_uppercase);
        let lower = text.contains(char::is_lowercase);
        let word = match (upper, lower) {
            (true, false) => "upper",
            (false, _) => "lower",
            (true, true) => "mixed",
        };
        Self::Plain(case, Cow::Owned(format!("{text} {word}")))
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
    /// A name that is settled already, and that no other request may get.
    pub(super) fn taken(node: NodeId, ident: &Ident) -> Self {
        Self { node, candidates: vec![ident.clone().into()], rank: Self::PINNED }
    }

    /// The rank of a pinned name.
    pub(super) const PINNED: u8 = 0;
    /// The rank of a thing that the document spells exactly as the name.
    const SPELLED: u8 = 1;
    /// The rank of a thing whose name drops no symbol, and is not in capitals.
    const PLAIN: u8 = 2;
    /// The rank of a thing that the document names.
    pub(super) const NAMED: u8 = 3;
    /// The rank of a thing named after its place.
    pub(super) const PLACED: u8 = 4;

    /// The rank of a thing that the document calls `text`, with the name `ident`.
    pub(super) fn rank_of(text: &str, ident: &Ident) -> u8 {
        let is_plain = |text: &str| {
            text.chars().all(|c| c.is_alphanumeric() || c == '_')
                && (text.contains(char::is_lowercase) || !text.contains(char::is_uppercase))
        };
        match ident.as_str() == text {
            true => Self::SPELLED,
            false if is_plain(text) => Self::PLAIN,
            false => Self::NAMED,
        }
    }
}

/// Names that share a namespace.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    /// Names that are reserved.
    pub(super) reserved: &'static [&'static str],
    /// The suffix of a reserved name: ASCII letters and underscores.
    pub(super) suffix: &'static str,
    /// The remedy for a collision in the document.
    pub(super) remedy: &'static str,
}

impl Scope {
    /// The remedy for things whose name `x-callwright-name` sets.
    pub(super) const PIN: &'static str =
        "give one of them a name of its own with `x-callwright-name`";
    /// The remedy for things that only the document names.
    pub(super) const RENAME: &'static str = "rename one of them if you dislike it";

    /// Settles one distinct name per request, in order.
    ///
    /// It works in phases over all requests, so that their order does not matter: a candidate of
    /// only one request is granted; of colliding requests, the one of lowest rank keeps it and the
    /// others try their next candidate; the rest is numbered in order. Every request that does not
    /// get its preferred name is reported.
    pub(super) fn settle(&self, requests: &[NameRequest<'_>], problems: &Problems) -> Vec<Ident> {
        let (settled, collisions) = self.settle_unreported(requests);
        for (node, problem) in collisions {
            problems.report(node, problem);
        }
        settled
    }

    /// The same without reports, for names that users do not see; returns the collisions.
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
            // A request without candidates gets a name that is not used.
            if *ident != first && !request.candidates.is_empty() {
                let (name, given) = (first.to_string(), ident.to_string());
                let problem = ProblemKind::NameCollision { name, given, remedy: self.remedy };
                collisions.push((request.node, problem));
            }
        }
        (settled.into_iter().flatten().collect(), collisions)
    }

    /// The name itself, or with the suffix if it is reserved.
    fn admissible(&self, mut ident: Ident, reserved: &HashSet<&str>) -> Ident {
        while reserved.contains(ident.as_str()) && !self.suffix.is_empty() {
            ident = ident.with_suffix(self.suffix);
        }
        ident
    }
}

/// One phase: groups the unsettled requests by their candidate, and grants the unique ones.
fn give(
    requests: &[NameRequest<'_>],
    candidates: &[Option<Ident>],
    settled: &mut [Option<Ident>],
    taken: &mut HashSet<Ident>,
) {
    // For each name: the lowest requesting rank, and the number of requests of that rank.
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

/// The first free name of `Pet`, `Pet2`, `Pet3`, …
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
