//! The face for build scripts: instructions to cargo.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::diagnostic::printable;
use crate::generator::Generator;
use crate::problem::Severity;
use crate::report::{Outcome, Report};
use crate::write::Change;

/// The maximum number of warnings that cargo shows.
const WARNINGS: usize = 20;

impl Generator {
    /// Generates from a build script: tells cargo when to rerun, and reports problems.
    ///
    /// Cargo reruns the script when it, the document's folder or the output folder changes. The
    /// full report goes to standard error, and cargo also shows one line per problem. If the
    /// document is rejected, the output folder is unchanged and the exit code fails the build.
    ///
    /// ```no_run
    /// use std::process::ExitCode;
    ///
    /// fn main() -> ExitCode {
    ///     callwright::Generator::new("spec/api.yaml")
    ///         .out_dir("generated")
    ///         .sources_only(true)
    ///         .deny_warnings(true)
    ///         .build_script()
    /// }
    /// ```
    #[must_use = "the exit code fails the build where the document is refused"]
    pub fn build_script(&self) -> ExitCode {
        let report = self.generate();
        let told = self.tell(&report, &mut io::stdout().lock(), &mut io::stderr().lock());
        if told.is_err() || report.outcome == Outcome::Refused {
            return ExitCode::FAILURE;
        }
        ExitCode::SUCCESS
    }

    /// Writes cargo's instructions and the full report.
    pub(crate) fn tell(
        &self,
        report: &Report,
        cargo: &mut impl Write,
        people: &mut impl Write,
    ) -> io::Result<()> {
        writeln!(cargo, "cargo::rerun-if-changed=build.rs")?;
        match self.spec_folder() {
            Some(folder) => writeln!(cargo, "cargo::rerun-if-changed={}", folder.display())?,
            // Otherwise the folder would be the whole package, including its target folder.
            None => {
                for source in &report.sources {
                    writeln!(cargo, "cargo::rerun-if-changed={}", source.display())?;
                }
            }
        }
        // Nobody edits files in cargo's `OUT_DIR`, and every run would touch them.
        let own = std::env::var_os("OUT_DIR");
        if !own.is_some_and(|own| self.out_dir.starts_with(own)) {
            writeln!(cargo, "cargo::rerun-if-changed={}", self.out_dir.display())?;
        }
        for line in report.changes.iter().filter_map(Change::lost_edit) {
            writeln!(cargo, "cargo::warning={}: {}", self.out_dir.display(), printable(&line))?;
        }
        let refused = report.outcome == Outcome::Refused;
        let mut told = 0;
        for problem in &report.problems {
            write!(people, "{problem}")?;
            if problem.severity == Severity::Note {
                continue;
            }
            let line = format!(
                "{}: {} [{}]; {}",
                problem.location(),
                printable(&problem.message),
                problem.code,
                printable(&problem.help)
            );
            if refused {
                writeln!(cargo, "cargo::error={line}")?;
            } else if told < WARNINGS {
                writeln!(cargo, "cargo::warning={line}")?;
            }
            told += 1;
        }
        let warnings = report.count(Severity::Warning);
        if !refused && warnings > WARNINGS {
            let more = warnings - WARNINGS;
            writeln!(cargo, "cargo::warning={more} more problems of {}", self.spec.display())?;
        }
        Ok(())
    }
}
