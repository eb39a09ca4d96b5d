//! Prints a report: results to standard output, messages to standard error.

use std::io::{self, Write};

use clap::ValueEnum;
use serde_json::json;

use super::{github, sarif};
use crate::diagnostic::{denied, fold, printable};
use crate::problem::Severity;
use crate::report::{Outcome, Report};
use crate::write::{Action, Change};

/// The format of what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// Text for people.
    Human,
    /// One JSON object per line.
    Json,
    /// Workflow commands of GitHub Actions, which mark the lines of a pull request.
    Github,
    /// One document in the Static Analysis Results Interchange Format (SARIF 2.1.0).
    Sarif,
}

/// The person's choices about what is printed.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Output {
    pub(super) format: MessageFormat,
    pub(super) quiet: bool,
    /// Whether each problem is shown, however many there are of one code.
    pub(super) all_problems: bool,
    /// Whether files that differ are only listed.
    pub(super) stat: bool,
    pub(super) colour_of_results: bool,
    pub(super) colour_of_messages: bool,
}

impl Output {
    pub(super) fn print(
        &self,
        report: &Report,
        results: &mut impl Write,
        messages: &mut impl Write,
    ) -> io::Result<()> {
        let problems = report.problems.iter();
        let problems = problems.filter(|it| !self.quiet || it.severity == Severity::Error);
        match self.format {
            MessageFormat::Human => self.print_human(report, results, messages),
            MessageFormat::Json => self.print_json(report, results),
            MessageFormat::Github => {
                problems.map(github::command).try_for_each(|line| writeln!(results, "{line}"))
            }
            MessageFormat::Sarif => writeln!(results, "{}", sarif::log(problems)),
        }
    }

    /// Problems, then changes, one object per line.
    fn print_json(&self, report: &Report, results: &mut impl Write) -> io::Result<()> {
        for problem in &report.problems {
            if !self.quiet || problem.severity == Severity::Error {
                writeln!(results, "{}", problem.to_json())?;
            }
        }
        for change in report.changes.iter().filter(|_| !self.quiet) {
            let Change { path, action, edited, .. } = change;
            let mut object = json!({
                "change": action.as_str(),
                "path": path.display().to_string(),
                "edited": edited,
            });
            if report.outcome == Outcome::Drift && !self.stat {
                object["diff"] = change.diff().into();
            }
            writeln!(results, "{object}")?;
        }
        Ok(())
    }

    fn print_human(
        &self,
        report: &Report,
        results: &mut impl Write,
        messages: &mut impl Write,
    ) -> io::Result<()> {
        let problems = report.problems.iter();
        let problems = problems.filter(|it| !self.quiet || it.severity == Severity::Error);
        let folded = fold(problems, self.all_problems);
        folded.write(messages, self.colour_of_messages, "`--all-problems`")?;
        if let Some(code) = folded.shown.first().map(|(problem, _)| problem.code) {
            writeln!(messages, "More about a problem: `callwright explain {code}`")?;
        }
        if self.quiet {
            return Ok(());
        }
        let drift = report.outcome == Outcome::Drift;
        for change in &report.changes {
            if drift && self.stat {
                writeln!(results, "{}", difference(change))?;
            } else if drift {
                self.print_diff(change, results)?;
            } else if let Some(line) = change.lost_edit() {
                writeln!(messages, "{}", printable(&line))?;
            }
        }
        let errors = counted(report.count(Severity::Error), "error");
        let warnings = counted(report.count(Severity::Warning), "warning");
        let notes = match report.count(Severity::Note) {
            0 => String::new(),
            notes => format!(", {}", counted(notes, "note")),
        };
        writeln!(messages, "callwright: {}; {errors}, {warnings}{notes}", outcome(report))
    }

    fn print_diff(&self, change: &Change, results: &mut impl Write) -> io::Result<()> {
        if change.edited || change.action == Action::Blocked {
            // `patch` passes over lines before the header.
            writeln!(results, "{}", difference(change))?;
        }
        let diff = change.diff();
        if !self.colour_of_results {
            return results.write_all(diff.as_bytes());
        }
        for line in diff.lines() {
            let colour = match line.as_bytes().first() {
                Some(b'+') => "\x1b[32m",
                Some(b'-') => "\x1b[31m",
                Some(b'@') => "\x1b[36m",
                _ => "",
            };
            writeln!(results, "{colour}{}\x1b[0m", printable(&line.replace('\t', "    ")))?;
        }
        Ok(())
    }
}

/// A line about a file that differs.
fn difference(change: &Change) -> String {
    let state = match (change.action, change.edited) {
        (Action::Create, _) => "is missing",
        (Action::Update, false) => "differs",
        (Action::Update, true) => "was edited by hand",
        (Action::Delete, false) => "is no longer generated",
        (Action::Delete, true) => "is no longer generated, and was edited by hand",
        (Action::Blocked, _) => "is in the way: callwright did not write it",
    };
    format!("{} {state}", printable(&change.path.display().to_string()))
}

/// The end of a run in one clause: `3 files written, 1 deleted`.
fn outcome(report: &Report) -> String {
    let files = counted(report.files, "file");
    match report.outcome {
        Outcome::Clean => {
            let deleted = report.changes.iter().filter(|it| it.action == Action::Delete).count();
            match (report.changes.len() - deleted, deleted) {
                (0, 0) => format!("{files} up to date"),
                (written, 0) => format!("{} written", counted(written, "file")),
                (0, deleted) => format!("{} deleted", counted(deleted, "file")),
                (written, deleted) => {
                    format!("{} written, {deleted} deleted", counted(written, "file"))
                }
            }
        }
        Outcome::Drift => {
            let verb = if report.changes.len() == 1 { "differs" } else { "differ" };
            format!("{} {verb}", counted(report.changes.len(), "file"))
        }
        Outcome::Refused => match denied(&report.problems) {
            Some(denied) => format!("nothing was written, since {denied}"),
            None => "nothing was written".to_owned(),
        },
    }
}

/// A number and its noun: `1 error`, `2 errors`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::outcome;
    use crate::report::{Outcome, Report};
    use crate::write::{Action, Change};

    #[test]
    fn the_end_of_a_run_counts_in_words() {
        let cases: [(Outcome, &[Action], &str); 7] = [
            (Outcome::Clean, &[], "5 files up to date"),
            (Outcome::Clean, &[Action::Create], "1 file written"),
            (Outcome::Clean, &[Action::Update, Action::Create], "2 files written"),
            (Outcome::Clean, &[Action::Delete], "1 file deleted"),
            (Outcome::Clean, &[Action::Create, Action::Delete], "1 file written, 1 deleted"),
            (Outcome::Drift, &[Action::Update], "1 file differs"),
            (Outcome::Refused, &[], "nothing was written"),
        ];
        for (end, actions, expected) in cases {
            let changes = actions.iter().map(|action| Change::of("src/lib.rs", *action));
            let report = Report {
                outcome: end,
                problems: Vec::new(),
                changes: changes.collect(),
                untyped: 0,
                files: 5,
                sources: Vec::new(),
            };
            assert_eq!(outcome(&report), expected);
        }
    }
}
