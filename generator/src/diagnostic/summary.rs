//! A whole report for people: the problems that are shown, the counts of the others, and how the run ended.

use std::io::{self, Write};

use super::{Diagnostic, Folded, Row};

impl Folded<'_> {
    /// Writes the shown problems, each code's count of hidden ones after its last, and the table of codes.
    ///
    /// `all` is how the user sees the hidden ones.
    pub(crate) fn write(&self, out: &mut impl Write, colour: bool, all: &str) -> io::Result<()> {
        for (problem, hidden) in &self.shown {
            if colour {
                write!(out, "{}", problem.coloured())?;
            } else {
                write!(out, "{problem}")?;
            }
            if *hidden > 0 {
                writeln!(out, "{}; {all} shows each", more(problem, *hidden))?;
            }
        }
        let width = self.table.first().map_or(0, |row| row.count.to_string().len());
        for Row { code, severity, count } in &self.table {
            writeln!(out, "{count:width$} × {}[{code}]", severity.as_str())?;
        }
        Ok(())
    }
}

/// The line about the hidden problems of the code of one.
pub(crate) fn more(problem: &Diagnostic, hidden: usize) -> String {
    format!("... and {hidden} more {}[{}]", problem.severity.as_str(), problem.code)
}

/// The codes of the warnings that were denied, if they are the only errors: `2 warnings are denied (missing-schema)`.
pub(crate) fn denied(problems: &[Diagnostic]) -> Option<String> {
    let denied = problems.iter().filter(|problem| problem.is_denied);
    let mut codes: Vec<&str> = denied.clone().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let count = denied.count();
    let noun = if count == 1 { "problem is" } else { "problems are" };
    (count > 0).then(|| format!("{count} {noun} denied: {}", codes.join(", ")))
}
