//! The command line: arguments in, an exit status out.

mod explain;
mod github;
mod levels;
mod list;
mod output;
mod overlay;
mod sarif;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::generator::Generator;
use crate::report::Outcome;
use levels::LevelArguments;
use output::{MessageFormat, Output};

/// Generates Rust clients from OpenAPI documents.
#[derive(Debug, Parser)]
#[command(name = "callwright", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the client into a folder.
    ///
    /// Files in the folder that callwright did not write are never replaced or deleted: if one is in the way, nothing
    /// is written. The folder's `.callwright-files` lists the generated files.
    #[command(after_help = "\
Exit codes:
  0  the folder holds the client
  2  the document, the arguments or the folder are wrong; nothing was written")]
    Generate(Job),
    /// Compare the client with a folder, print the differences to standard output, and write nothing.
    #[command(after_help = "\
Exit codes:
  0  the folder holds the client
  1  it differs
  2  the document or the arguments are wrong")]
    Check {
        #[command(flatten)]
        job: Job,
        /// List the files that differ instead of a diff, which `patch -p1` would apply in the folder.
        #[arg(long)]
        stat: bool,
    },
    /// List the operations, tags and schemas of a document, by the names that `--include` takes.
    #[command(after_help = "\
Exit codes:
  0  the document was listed
  2  the document or the arguments are wrong")]
    List(list::List),
    /// Print a document as JSON after overlays (OpenAPI Overlay 1.0 or 1.1).
    #[command(after_help = "\
Exit codes:
  0  the document was printed
  2  the document, an overlay or the arguments are wrong")]
    Overlay(overlay::Overlay),
    /// Explain the code of a problem, or list all codes.
    #[command(after_help = "\
Exit codes:
  0  the code was explained
  2  there is no such code")]
    Explain {
        /// The code, such as `misspelled-member`.
        code: Option<String>,
    },
    /// Print the completions of a shell to standard output.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page to standard output.
    Man,
}

#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug, Args)]
struct Job {
    /// The OpenAPI document: a YAML or JSON file.
    spec: PathBuf,
    /// The folder of the client. Each client needs its own.
    #[arg(short, long, value_name = "DIR")]
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
    /// Change the document by this overlay (OpenAPI Overlay 1.0 or 1.1) before it is read. May be repeated.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Keep every digit of numbers instead of using 64-bit floats.
    #[arg(long)]
    exact_numbers: bool,
    /// Keep a tag's name in its methods: `containers().container_list()` instead of `containers().list()`.
    #[arg(long)]
    tag_in_methods: bool,
    #[command(flatten)]
    levels: LevelArguments,
    /// Write only `src/`, without a manifest and features.
    #[arg(long)]
    sources_only: bool,
    /// Write one module, with `mod.rs` right in the folder, for a program to include.
    #[arg(long, conflicts_with = "sources_only")]
    module: bool,
    /// Fetch files that references name on other hosts.
    #[arg(long)]
    allow_remote_refs: bool,
    /// Open files that references name outside the document's folder.
    #[arg(long)]
    allow_outside_refs: bool,
    /// Format of the messages. All but `human` go to standard output.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
    /// Print errors only.
    #[arg(short, long)]
    quiet: bool,
    /// Show every problem, instead of three of each code and the number of the others.
    #[arg(long)]
    all_problems: bool,
    /// Colours: `auto` uses them in a terminal unless `NO_COLOR` is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
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
    let (job, check, stat) = match arguments.command {
        Command::Generate(job) => (job, false, false),
        Command::Check { job, stat } => (job, true, stat),
        Command::List(list) => return list.run(),
        Command::Overlay(overlay) => return overlay.run(),
        Command::Explain { code } => return explain::run(code.as_deref()),
        Command::Completions { shell } => {
            let mut command = Arguments::command();
            clap_complete::generate(shell, &mut command, "callwright", &mut io::stdout());
            return Outcome::Clean.exit_status();
        }
        Command::Man => return manual(),
    };
    let generator = generator(&job);
    let report = if check { generator.check() } else { generator.generate() };
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let output = Output {
        format: job.message_format,
        quiet: job.quiet,
        all_problems: job.all_problems,
        stat,
        colour_of_results: job.color.applies_to(&stdout),
        colour_of_messages: job.color.applies_to(&stderr),
    };
    // A closed pipe leaves nobody to tell.
    let _ = output.print(&report, &mut stdout.lock(), &mut stderr.lock());
    report.outcome.exit_status()
}

/// Prints the manual page, with a section per command.
fn manual() -> u8 {
    let page = clap_mangen::Man::new(Arguments::command().flatten_help(true));
    // A closed pipe leaves nobody to tell.
    let _ = page.render(&mut io::stdout());
    Outcome::Clean.exit_status()
}

impl Color {
    fn applies_to(self, stream: &impl io::IsTerminal) -> bool {
        match self {
            Self::Auto => {
                stream.is_terminal()
                    && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
            Self::Always => true,
            Self::Never => false,
        }
    }
}

fn generator(job: &Job) -> Generator {
    let mut generator = Generator::new(&job.spec)
        .out_dir(&job.out)
        .sources_only(job.sources_only)
        .exact_numbers(job.exact_numbers)
        .tag_in_methods(job.tag_in_methods)
        .allow_remote_refs(job.allow_remote_refs)
        .allow_outside_refs(job.allow_outside_refs);
    if let Some(name) = &job.name {
        generator = generator.crate_name(name);
    }
    if job.module {
        generator = generator.module(true);
    }
    if let Some(path) = &job.runtime_path {
        generator = generator.runtime_path(path);
    }
    if let Some(path) = &job.bindings {
        generator = generator.bindings(path);
    }
    let generator = job.overlay.iter().fold(generator, Generator::overlay);
    job.levels.apply(job.include.iter().fold(generator, Generator::include))
}
