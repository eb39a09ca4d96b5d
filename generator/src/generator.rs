//! The library face: generates a client into a folder.

#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use crate::bindings;
#[cfg(feature = "cli")]
use crate::compile::list;
use crate::compile::{Compiled, compile};
use crate::diagnostic::{self, Diagnostic};
#[cfg(feature = "cli")]
use crate::document::AsJson;
use crate::level::{Level, Levels};
#[cfg(feature = "cli")]
use crate::listing::Listing;
use crate::load::{Limits, LoadOptions, load_with};
use crate::options::{Layout, Options};
use crate::problem::{ProblemKind, Problems, Severity};
use crate::report::{Outcome, Report};
use crate::runtime_folder;
use crate::write::{Mode, WriteFailure, put, write};

/// Generates the client of one OpenAPI document.
///
/// Each option is the one of the same name on the command line.
///
/// ```no_run
/// let report = callwright::Generator::new("spec/api.yaml").out_dir("client").generate();
/// for problem in &report.problems {
///     eprintln!("{problem}");
/// }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a generator does nothing until `generate`, `check` or `build_script` is called"]
pub struct Generator {
    pub(crate) spec: PathBuf,
    pub(crate) out_dir: PathBuf,
    options: Options,
    bindings: Option<PathBuf>,
    pub(crate) overlays: Vec<PathBuf>,
    levels: Levels,
    allow_remote_refs: bool,
    allow_outside_refs: bool,
}

impl Generator {
    /// Prepares to read the document at `spec` and to write into the folder `generated`.
    pub fn new(spec: impl Into<PathBuf>) -> Self {
        Self {
            spec: spec.into(),
            out_dir: PathBuf::from("generated"),
            options: Options::default(),
            bindings: None,
            overlays: Vec::new(),
            levels: Levels::default(),
            allow_remote_refs: false,
            allow_outside_refs: false,
        }
    }

    /// Sets the output folder of the client, which is created if it is missing.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = folder.into();
        self
    }

    /// Sets the name of the generated crate; by default it comes from the document's title.
    pub fn crate_name(mut self, name: impl Into<String>) -> Self {
        self.options.crate_name = Some(name.into());
        self
    }

    /// Makes the generated manifest depend on `callwright-runtime` in this folder instead of the
    /// registry.
    ///
    /// A relative path is rewritten relative to the output folder, so that the manifest does not
    /// depend on the current folder; an absolute path is kept.
    pub fn runtime_path(mut self, folder: impl Into<PathBuf>) -> Self {
        self.options.runtime_path = Some(folder.into());
        self
    }

    /// Generates only these operations, and those of further calls: `tag:NAME`, an operationId or
    /// `METHOD /path`.
    pub fn include(mut self, what: impl Into<String>) -> Self {
        self.options.include.push(what.into());
        self
    }

    /// Sets whether non-integer numbers keep every digit, as a `Number`.
    ///
    /// Otherwise they are `f64`, except where the document asks for a decimal (`format: decimal`).
    pub fn exact_numbers(mut self, exact: bool) -> Self {
        self.options.exact_numbers = exact;
        self
    }

    /// Changes the document by an overlay (OpenAPI Overlay Specification 1.0 or 1.1) before it is read.
    ///
    /// Several are applied in order. A problem with a value from an overlay is reported at its place there.
    pub fn overlay(mut self, file: impl Into<PathBuf>) -> Self {
        self.overlays.push(file.into());
        self
    }

    /// Sets whether methods keep the name of their tag.
    ///
    /// Otherwise `container_list` of the tag `containers` is `client.containers().list()`, unless another
    /// method has that name.
    pub fn tag_in_methods(mut self, keep: bool) -> Self {
        self.options.tag_in_methods = keep;
        self
    }

    /// Makes problems of a code errors, or all `warnings`: nothing is generated where there is one.
    ///
    /// Of several levels of one code, the last counts. In the document, `x-callwright-allow` with a list of codes
    /// allows them in the object around it, whatever the levels are.
    pub fn deny(self, code: impl Into<String>) -> Self {
        self.level(code, Level::Deny)
    }

    /// Makes problems of a code warnings: those that are notes otherwise, or that an earlier level denies.
    pub fn warn(self, code: impl Into<String>) -> Self {
        self.level(code, Level::Warn)
    }

    /// Leaves out the problems of a code, or all `warnings`.
    pub fn allow(self, code: impl Into<String>) -> Self {
        self.level(code, Level::Allow)
    }

    fn level(mut self, code: impl Into<String>, level: Level) -> Self {
        self.levels.set(code.into(), level);
        self
    }

    /// Sets whether only `src/` is written, without a manifest and features.
    pub fn sources_only(mut self, only: bool) -> Self {
        self.options.layout = if only { Layout::Sources } else { Layout::Crate };
        self
    }

    /// Whether the client is written as one module, with `mod.rs` right in the output folder.
    ///
    /// That file has neither inner attributes nor inner documentation, so that a program can `include!` it from
    /// the `OUT_DIR` of its build script.
    pub fn module(mut self, module: bool) -> Self {
        self.options.layout = if module { Layout::Module } else { Layout::Crate };
        self
    }

    /// Sets a file that receives, as JSON, the Rust type of each schema and the request builder of each operation.
    pub fn bindings(mut self, file: impl Into<PathBuf>) -> Self {
        self.bindings = Some(file.into());
        self.options.bindings = true;
        self
    }

    /// Whether references may lead to other hosts.
    pub fn allow_remote_refs(mut self, allow: bool) -> Self {
        self.allow_remote_refs = allow;
        self
    }

    /// Whether references may lead out of the folder of the document.
    pub fn allow_outside_refs(mut self, allow: bool) -> Self {
        self.allow_outside_refs = allow;
        self
    }

    /// Generates the client and writes what differs from the output folder.
    ///
    /// If the document is rejected, nothing is written.
    #[must_use = "the report says whether the client was written"]
    pub fn generate(&self) -> Report {
        self.run(Mode::Write)
    }

    /// Generates the client and compares it with the output folder; writes nothing.
    #[must_use = "the report says what differs"]
    pub fn check(&self) -> Report {
        self.run(Mode::Compare)
    }

    fn run(&self, mode: Mode) -> Report {
        if let Some(problem) = self.not_a_file() {
            return refused(vec![problem], Vec::new());
        }
        let problems = Problems::default();
        let document = match load_with(&self.spec, &self.overlays, &self.load_options(), &problems)
        {
            Ok(document) => document,
            Err(failure) => {
                let sources = [&self.spec].into_iter().chain(&self.overlays).cloned().collect();
                return refused(vec![diagnostic::of_failure(&failure)], sources);
            }
        };
        let read = document.files().map(|(_, file)| &file.name);
        let broken = document.broken().iter().map(|file| &file.name);
        let sources = read.chain(broken).map(PathBuf::from).collect();
        let mut own = self.argument_faults();
        let mut options = self.options.clone();
        options.runtime_path =
            options.runtime_path.map(|path| runtime_folder::from_output(&self.out_dir, &path));
        let compiled = compile(&document, &options, &problems);
        let mut problems = problems.into_vec();
        if let Some(scope) = &compiled.scope {
            problems.retain(|problem| scope.holds(&document, problem.node));
        }
        let reported = self.levels.apply(&document, problems);
        own.extend(diagnostic::collect(&document, &reported));
        if own.iter().any(|problem| problem.severity == Severity::Error) {
            return refused(own, sources);
        }
        match self.write(&compiled, mode) {
            Ok(mut report) => {
                report.problems = own;
                report.sources = sources;
                report
            }
            Err(failure) => {
                own.extend(of_write_failure(&failure));
                refused(own, sources)
            }
        }
    }

    fn load_options(&self) -> LoadOptions {
        LoadOptions {
            allow_outside: self.allow_outside_refs,
            allow_remote: self.allow_remote_refs,
            limits: Limits::default(),
        }
    }

    /// Lists what the document has, and what the selection keeps of it.
    #[cfg(feature = "cli")]
    pub(crate) fn list(&self) -> Result<Listing, Vec<Diagnostic>> {
        if let Some(problem) = self.not_a_file() {
            return Err(vec![problem]);
        }
        let problems = Problems::default();
        let document = load_with(&self.spec, &self.overlays, &self.load_options(), &problems)
            .map_err(|failure| vec![diagnostic::of_failure(&failure)])?;
        let listing = list(&document, &self.options, &problems);
        let mut problems = problems.into_vec();
        problems.retain(|problem| problem.kind.severity() == Severity::Error);
        if problems.is_empty() {
            return listing.ok_or_else(Vec::new);
        }
        Err(diagnostic::collect(&document, &Levels::default().apply(&document, problems)))
    }

    /// The document as JSON, after its overlays.
    #[cfg(feature = "cli")]
    pub(crate) fn effective(&self) -> (Option<String>, Vec<Diagnostic>) {
        let problems = Problems::default();
        let loaded = load_with(&self.spec, &self.overlays, &self.load_options(), &problems);
        let document = match loaded {
            Ok(document) => document,
            Err(failure) => return (None, vec![diagnostic::of_failure(&failure)]),
        };
        let reported = self.levels.apply(&document, problems.into_vec());
        let problems = diagnostic::collect(&document, &reported);
        let is_usable = problems.iter().all(|problem| problem.severity != Severity::Error);
        let root = document.root().filter(|_| is_usable);
        let json = root.map(|root| serde_json::to_string_pretty(&AsJson(&document, root)));
        (json.and_then(Result::ok), problems)
    }

    fn write(&self, compiled: &Compiled, mode: Mode) -> Result<Report, WriteFailure> {
        if let Some(path) = self.bindings.as_ref().filter(|path| !bindings::may_replace(path)) {
            return Err(WriteFailure::Blocked(vec![path.clone()]));
        }
        let changes = write(&self.out_dir, &compiled.files, mode)?;
        if let (Some(path), Some(bindings), Mode::Write) =
            (&self.bindings, &compiled.bindings, mode)
            && fs::read(path).ok().as_deref() != Some(bindings.as_bytes())
        {
            put(path, bindings)?;
        }
        let drift = mode == Mode::Compare && !changes.is_empty();
        Ok(Report {
            outcome: if drift { Outcome::Drift } else { Outcome::Clean },
            problems: Vec::new(),
            changes,
            untyped: compiled.untyped,
            // The list of them is a file too.
            files: compiled.files.len() + 1,
            sources: Vec::new(),
        })
    }

    /// The problems of the options themselves.
    fn argument_faults(&self) -> Vec<Diagnostic> {
        let spec = self.spec.display().to_string();
        let name = self.options.crate_name.as_ref().filter(|name| !is_crate_name(name));
        let name = name.map(|name| {
            let problem = ProblemKind::InvalidCrateName { name: name.clone() };
            diagnostic::without_place(&problem, &spec)
        });
        let runtime = self.options.runtime_path.as_ref();
        let runtime = runtime.filter(|path| !runtime_folder::is_runtime(path)).map(|path| {
            diagnostic::without_place(&ProblemKind::MissingRuntime, &path.display().to_string())
        });
        let levels = self.levels.faults();
        let levels = levels.map(|problem| diagnostic::without_place(&problem, &spec));
        name.into_iter().chain(runtime).chain(levels).collect()
    }

    /// The problem of a document that other programs would take and this one does not yet.
    fn not_a_file(&self) -> Option<Diagnostic> {
        let spec = self.spec.to_str()?;
        let remedy = if spec == "-" {
            "write the standard input into a file, and name that"
        } else if spec.starts_with("http://") || spec.starts_with("https://") {
            "download it, for example by `curl --location --output api.yaml URL`, and name that file"
        } else {
            return None;
        };
        Some(diagnostic::without_place(&ProblemKind::NotAFile { remedy }, spec))
    }

    /// The folder whose files the document may be made of.
    pub(crate) fn spec_folder(&self) -> Option<&Path> {
        self.spec.parent().filter(|folder| *folder != Path::new(""))
    }
}

/// The problems of an output folder that could not be written.
fn of_write_failure(failure: &WriteFailure) -> Vec<Diagnostic> {
    let one = |problem: &ProblemKind, path: &Path| {
        diagnostic::without_place(problem, &path.display().to_string())
    };
    match failure {
        WriteFailure::System { path, error } => {
            vec![one(&ProblemKind::UnwritableOutput { reason: error.to_string() }, path)]
        }
        WriteFailure::BrokenList { path, line } => {
            vec![one(&ProblemKind::BrokenFileList { line: *line }, path)]
        }
        WriteFailure::Busy { path } => vec![one(&ProblemKind::OutputInUse, path)],
        WriteFailure::Blocked(paths) => {
            paths.iter().map(|path| one(&ProblemKind::FileInTheWay, path)).collect()
        }
    }
}

fn refused(problems: Vec<Diagnostic>, sources: Vec<PathBuf>) -> Report {
    Report {
        outcome: Outcome::Refused,
        problems,
        changes: Vec::new(),
        untyped: 0,
        files: 0,
        sources,
    }
}

/// Whether cargo takes the name: ASCII letters, digits, `-` and `_`, a letter first, and no keyword.
fn is_crate_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.len() <= 64
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok()
}
