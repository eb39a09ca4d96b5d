//! The levels of problems: which are reported, and which prevent generation.
//!
//! They work as the lint levels of rustc do: each code has a level of its own, the command line and the build script change it
//! for the whole document, and an extension in the document allows a code for one object and what is in it.

mod allow;
#[cfg(test)]
mod tests;

use crate::closest::closest;
use crate::document::Document;
use crate::problem::{CODES, Problem, ProblemKind, Severity, severity_of};

/// The name of all warnings in place of a code.
const WARNINGS: &str = "warnings";

/// The level of the problems of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// They are not reported.
    Allow,
    /// They are warnings.
    Warn,
    /// They are errors.
    Deny,
}

/// The levels that differ from those of the codes themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    /// Codes, or `warnings`, in the order they were given: the last one counts.
    rules: Vec<(String, Level)>,
}

/// A problem that is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reported {
    pub(crate) problem: Problem,
    pub(crate) severity: Severity,
    /// Whether it is an error only because the levels say so.
    pub(crate) is_denied: bool,
}

impl Levels {
    /// Sets the level of a code, or of all `warnings`.
    pub(crate) fn set(&mut self, what: String, level: Level) {
        self.rules.push((what, level));
    }

    /// The rules that cannot be followed.
    pub(crate) fn faults(&self) -> impl Iterator<Item = ProblemKind> {
        let names = self.rules.iter().map(|(what, _)| what.as_str());
        names.filter(|what| *what != WARNINGS).filter_map(fault)
    }

    /// The problems that are reported, in the same order.
    pub(crate) fn apply(&self, document: &Document, problems: Vec<Problem>) -> Vec<Reported> {
        let reported = |problem: Problem| {
            let (severity, is_denied) = self.severity(&problem.kind)?;
            // An error cannot be allowed: no client could be written.
            let is_allowed = problem.kind.severity() != Severity::Error
                && allow::is_allowed(document, problem.node, problem.kind.code());
            (!is_allowed).then_some(Reported { problem, severity, is_denied })
        };
        problems.into_iter().filter_map(reported).collect()
    }

    /// The severity of a kind of problem, and whether the levels turned it into an error.
    fn severity(&self, kind: &ProblemKind) -> Option<(Severity, bool)> {
        let own = kind.severity();
        if own == Severity::Error {
            return Some((own, false));
        }
        let severity = match self.last(kind.code()) {
            None => own,
            Some(Level::Warn) => Severity::Warning,
            Some(Level::Allow) => return None,
            Some(Level::Deny) => return Some((Severity::Error, true)),
        };
        // The group applies to what is a warning otherwise, whatever its position in the order.
        match (severity, self.last(WARNINGS)) {
            (Severity::Warning, Some(Level::Deny)) => Some((Severity::Error, true)),
            (Severity::Warning, Some(Level::Allow)) => None,
            _ => Some((severity, false)),
        }
    }

    fn last(&self, what: &str) -> Option<Level> {
        self.rules.iter().rev().find(|(other, _)| other == what).map(|(_, level)| *level)
    }
}

/// The reason why the level of a code cannot be set.
pub(crate) fn fault(code: &str) -> Option<ProblemKind> {
    match severity_of(code) {
        Some(Severity::Warning | Severity::Note) => None,
        Some(Severity::Error) => Some(ProblemKind::FixedLevel { code: code.to_owned() }),
        None => {
            let remedy = match closest(code, CODES.iter().copied()) {
                Some(instead) => format!("write `{instead}`"),
                None => "`callwright explain` lists all codes".to_owned(),
            };
            Some(ProblemKind::UnknownCode { code: code.to_owned(), remedy })
        }
    }
}
