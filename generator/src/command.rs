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
    /// Write the client: exit 0 when written, 2 when the document or the arguments are wrong.
    Generate(Job),
    /// Compare the client with a folder and write nothing: exit 1 when they differ.
    Check(Job),
}

#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug, Args)]
struct Job {
    /// The OpenAPI document: YAML or JSON.
    spec: PathBuf,
    /// The folder of the client.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The name of the generated crate.
    #[arg(long, value_name = "CRATE")]
    name: Option<String>,
    /// Use the runtime from this folder instead of the registry.
    #[arg(long, value_name = "DIR")]
    runtime_path: Option<PathBuf>,
    /// Write as JSON which type stands for what in the document.
    #[arg(long, value_name = "FILE")]
    bindings: Option<PathBuf>,
    /// Generate only `tag:NAME`, an operationId or `METHOD /path`; repeatable.
    #[arg(long, value_name = "WHAT")]
    include: Vec<String>,
    /// Keep all digits of numbers, which are 64-bit floats otherwise.
    #[arg(long)]
    exact_numbers: bool,
    /// Refuse a document with any problem.
    #[arg(long)]
    deny_warnings: bool,
    /// Write only `src/`, without manifest and features.
    #[arg(long)]
    sources_only: bool,
    /// Fetch what references on other hosts name.
    #[arg(long)]
    allow_remote_refs: bool,
    /// Open what references outside the document's folder name.
    #[arg(long)]
    allow_outside_refs: bool,
    /// How problems are written.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// For people.
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
    let warnings = report.count(Severity::Warning);
    let errors = report.count(Severity::Error);
    let end = match report.outcome {
        Outcome::Clean => {
            format!("{} files, {} of them changed", report.files, report.changes.len())
        }
        Outcome::Drift => format!("{} of {} files differ", report.changes.len(), report.files),
        Outcome::Refused => "nothing was written".to_owned(),
    };
    writeln!(out, "callwright: {end}; {errors} errors, {warnings} warnings")
}
