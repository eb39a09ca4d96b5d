//! Folds long reports: some problems of each code are shown, the others counted.

use super::Diagnostic;
use crate::collections::{HashSet, IndexMap};
use crate::problem::Severity;

/// The number of problems of one code that are shown.
const SHOWN: usize = 3;

/// The number of problems from which a report ends with a table of codes.
const LONG: usize = 10;

/// The code whose problems name one file each, all of which have to be moved.
const NEVER_FOLDED: &str = "file-in-the-way";

/// A report as it is shown.
#[derive(Debug)]
pub(crate) struct Folded<'r> {
    /// The problems that are shown, in order, each with the number of hidden ones where it is the last of its code.
    pub(crate) shown: Vec<(&'r Diagnostic, usize)>,
    /// The number of problems of each code, in descending order; empty for a short report.
    pub(crate) table: Vec<Row>,
}

/// The problems of one code and severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) count: usize,
}

/// Folds the problems, or shows each of them.
pub(crate) fn fold<'r>(
    problems: impl IntoIterator<Item = &'r Diagnostic>,
    show_all: bool,
) -> Folded<'r> {
    let problems: Vec<&Diagnostic> = problems.into_iter().collect();
    let mut by_code: IndexMap<(&'static str, &'static str), Vec<usize>> = IndexMap::default();
    for (index, problem) in problems.iter().enumerate() {
        by_code.entry((problem.code, problem.severity.as_str())).or_default().push(index);
    }
    // The number of hidden ones by the last shown one.
    let mut shown: IndexMap<usize, usize> = IndexMap::default();
    for ((code, _), places) in &by_code {
        let chosen = if show_all || *code == NEVER_FOLDED {
            places.clone()
        } else {
            choose(&problems, places)
        };
        let last = chosen.last().copied();
        let hidden = places.len() - chosen.len();
        let chosen = chosen.into_iter();
        shown.extend(chosen.map(|index| (index, if Some(index) == last { hidden } else { 0 })));
    }
    shown.sort_unstable_keys();
    let shown = shown.into_iter();
    let shown = shown.filter_map(|(index, hidden)| Some((*problems.get(index)?, hidden)));
    Folded { shown: shown.collect(), table: table(&problems, &by_code) }
}

/// The problems of one code that are shown: different messages before the same again.
fn choose(problems: &[&Diagnostic], places: &[usize]) -> Vec<usize> {
    let mut seen: HashSet<&str> = HashSet::default();
    let new = places.iter().copied();
    let new = new.filter(|index| problems.get(*index).is_some_and(|it| seen.insert(&it.message)));
    let mut chosen: Vec<usize> = new.take(SHOWN).collect();
    let others = places.iter().filter(|index| !chosen.contains(index)).copied();
    let others: Vec<usize> = others.take(SHOWN.saturating_sub(chosen.len())).collect();
    chosen.extend(others);
    chosen.sort_unstable();
    chosen
}

fn table(
    problems: &[&Diagnostic],
    by_code: &IndexMap<(&'static str, &'static str), Vec<usize>>,
) -> Vec<Row> {
    if problems.len() <= LONG {
        return Vec::new();
    }
    let row = |((code, _), places): (&(&'static str, &'static str), &Vec<usize>)| {
        let first = problems.get(*places.first()?)?;
        Some(Row { code, severity: first.severity, count: places.len() })
    };
    let mut rows: Vec<Row> = by_code.iter().filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}

#[cfg(test)]
mod tests {
    use super::super::without_place;
    use super::{Diagnostic, fold};
    use crate::problem::ProblemKind;

    /// Problems of two codes, distinguished by their messages.
    fn problems(names: &[&str]) -> Vec<Diagnostic> {
        let problem = |name: &&str| match name.strip_prefix('!') {
            Some(file) => {
                let kind = ProblemKind::FileInTheWay;
                without_place(&kind, file)
            }
            None => {
                let kind = ProblemKind::MissingSchema;
                Diagnostic { message: (*name).to_owned(), ..without_place(&kind, "api.yaml") }
            }
        };
        names.iter().map(problem).collect()
    }

    fn folded(names: &[&str], show_all: bool) -> Vec<(String, usize)> {
        let problems = problems(names);
        let shown = fold(&problems, show_all).shown;
        shown.into_iter().map(|(it, hidden)| (it.message.clone(), hidden)).collect()
    }

    fn expected(shown: &[(&str, usize)]) -> Vec<(String, usize)> {
        shown.iter().map(|(name, hidden)| ((*name).to_owned(), *hidden)).collect()
    }

    #[test]
    fn three_of_a_code_are_shown_different_ones_first() {
        assert_eq!(folded(&["a", "b"], false), expected(&[("a", 0), ("b", 0)]));
        assert_eq!(
            folded(&["a", "a", "a", "b", "a"], false),
            expected(&[("a", 0), ("a", 0), ("b", 2)])
        );
        assert_eq!(
            folded(&["a", "a", "b", "c", "d"], false),
            expected(&[("a", 0), ("b", 0), ("c", 2)])
        );
        assert_eq!(folded(&["a"; 5], true).len(), 5);
    }

    #[test]
    fn every_file_in_the_way_is_named() {
        let problems = problems(&["!a", "!b", "!c", "!d", "!e"]);
        let files = fold(&problems, false).shown.into_iter().map(|(it, _)| it.file.as_str());
        assert_eq!(files.collect::<Vec<_>>(), ["a", "b", "c", "d", "e"]);
    }

    #[test]
    fn a_long_report_ends_with_a_table() {
        assert_eq!(fold(&problems(&["a"; 10]), false).table, []);
        let long = problems(&[&["!f"][..], &["a"; 10]].concat());
        let table = fold(&long, false).table;
        let rows = table.iter().map(|row| (row.code, row.count));
        assert_eq!(rows.collect::<Vec<_>>(), [("missing-schema", 10), ("file-in-the-way", 1)]);
    }
}
