//! The command line: arguments in, an exit status out.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::generator::Generator;
use crate::problem::Severity;
use crate::report::{Outcome, Report};
use crate::write::Action;

/// Generates Rust clients from OpenAPI documents.
#[derive(Debug, Parser)]
#[command(name = "callwright", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Generate a client. Exits with 0 on success and 2 on an error.
    Generate(Job),
    /// Compare a client with the output folder, writing nothing. Exits with 1 if they differ and 2 on an error.
    Check(Job),
}

#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug, Args)]
struct Job {
    /// The OpenAPI document, in YAML or JSON.
    spec: PathBuf,
    /// The output folder of the client.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The name of the generated crate.
    #[arg(long, value_name = "CRATE")]
    name: Option<String>,
    /// Depend on `callwright-runtime` in this folder instead of the registry.
    #[arg(long, value_name = "DIR")]
    runtime_path: Option<PathBuf>,
    /// Write a JSON file that maps the schemas and operations of the document to Rust names.
    #[arg(long, value_name = "FILE")]
    bindings: Option<PathBuf>,
    /// Generate only these operations: `tag:NAME`, an operationId or `METHOD /path`. May be repeated.
    #[arg(long, value_name = "WHAT")]
    include: Vec<String>,
    /// Keep every digit of numbers instead of using 64-bit floats.
    #[arg(long)]
    exact_numbers: bool,
    /// Treat warnings as errors.
    #[arg(long)]
    deny_warnings: bool,
    /// Write only `src/`, without a manifest and features.
    #[arg(long)]
    sources_only: bool,
    /// Fetch files that references name on other hosts.
    #[arg(long)]
    allow_remote_refs: bool,
    /// Open files that references name outside the document's folder.
    #[arg(long)]
    allow_outside_refs: bool,
    /// The format of problems.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// Text for people.
    Human,
    /// One JSON object per line.
    Json,
}

/// Runs the command line with the arguments of a program, its own name first, and returns the exit status.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // A closed terminal leaves nobody to tell.
            let _ = error.print();
            return if error.use_stderr() { Outcome::Refused.exit_status() } else { 0 };
        }
    };
    let (job, check) = match arguments.command {
        Command::Generate(job) => (job, false),
        Command::Check(job) => (job, true),
    };
    let generator = generator(&job);
    let report = if check { generator.check() } else { generator.generate() };
    let stderr = io::stderr();
    let coloured =
        stderr.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let _ = show(&report, job.message_format, coloured, &mut stderr.lock());
    report.outcome.exit_status()
}

fn generator(job: &Job) -> Generator {
    let mut generator = Generator::new(&job.spec)
        .out_dir(&job.out)
        .sources_only(job.sources_only)
        .exact_numbers(job.exact_numbers)
        .deny_warnings(job.deny_warnings)
        .allow_remote_refs(job.allow_remote_refs)
        .allow_outside_refs(job.allow_outside_refs);
    if let Some(name) = &job.name {
        generator = generator.crate_name(name);
    }
    if let Some(path) = &job.runtime_path {
        generator = generator.runtime_path(path);
    }
    if let Some(path) = &job.bindings {
        generator = generator.bindings(path);
    }
    job.include.iter().fold(generator, Generator::include)
}

fn show(
    report: &Report,
    format: MessageFormat,
    coloured: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    for problem in &report.problems {
        match format {
            MessageFormat::Json => writeln!(out, "{}", problem.to_json())?,
            MessageFormat::Human if coloured => write!(out, "{}", problem.coloured())?,
            MessageFormat::Human => write!(out, "{problem}")?,
        }
    }
    if format == MessageFormat::Json {
        return Ok(());
    }
    let drift = report.outcome == Outcome::Drift;
    for change in report.changes.iter().filter(|_| drift) {
        let state = match change.action {
            Action::Create => "is missing",
            Action::Update => "differs",
            Action::Delete => "is no longer generated",
        };
        writeln!(out, "{} {state}", change.path.display())?;
    }
    let errors = counted(report.count(Severity::Error), "error");
    let warnings = counted(report.count(Severity::Warning), "warning");
    let notes = match report.count(Severity::Note) {
        0 => String::new(),
        notes => format!(", {}", counted(notes, "note")),
    };
    writeln!(out, "callwright: {}; {errors}, {warnings}{notes}", outcome(report))
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
        Outcome::Refused => "nothing was written".to_owned(),
    }
}

/// A number and its noun: `1 error`, `2 errors`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{Action, Outcome, Report, outcome};
    use crate::write::Change;

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
            let changes =
                actions.iter().map(|action| Change { path: "src/lib.rs".into(), action: *action });
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
