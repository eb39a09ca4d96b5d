//! The face for build scripts: instructions to cargo.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::diagnostic::{denied, fold, more, printable};
use crate::generator::Generator;
use crate::problem::Severity;
use crate::report::{Outcome, Report};
use crate::write::Change;

/// The maximum number of warnings that cargo shows.
const WARNINGS: usize = 20;

impl Generator {
    /// Generates from a build script: tells cargo when to rerun, and reports problems.
    ///
    /// Cargo reruns the script when it, the document's folder or the output folder changes. It shows each warning in one
    /// line. If the document is rejected, the report goes to standard error, the output folder is unchanged and the exit code
    /// fails the build.
    ///
    /// ```no_run
    /// use std::process::ExitCode;
    ///
    /// fn main() -> ExitCode {
    ///     callwright::Generator::new("spec/api.yaml")
    ///         .out_dir("generated")
    ///         .sources_only(true)
    ///         .deny("warnings")
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

    /// Writes cargo's instructions, with the warnings, and the report of a run that fails.
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
        for overlay in &self.overlays {
            writeln!(cargo, "cargo::rerun-if-changed={}", overlay.display())?;
        }
        // Nobody edits files in cargo's `OUT_DIR`, and every run would touch them.
        let own = std::env::var_os("OUT_DIR");
        if !own.is_some_and(|own| self.out_dir.starts_with(own)) {
            writeln!(cargo, "cargo::rerun-if-changed={}", self.out_dir.display())?;
        }
        for line in report.changes.iter().filter_map(Change::lost_edit) {
            writeln!(cargo, "cargo::warning={}: {}", self.out_dir.display(), printable(&line))?;
        }
        // Of a script that fails, cargo shows all that it wrote; otherwise only the warnings.
        if report.outcome == Outcome::Refused {
            fold(&report.problems, false).write(
                people,
                false,
                "`callwright check --all-problems`",
            )?;
            if let Some(denied) = denied(&report.problems) {
                writeln!(people, "callwright: nothing was written, since {denied}")?;
            }
            return Ok(());
        }
        let warnings = report.problems.iter().filter(|it| it.severity == Severity::Warning);
        let folded = fold(warnings, false);
        for (problem, hidden) in folded.shown.iter().take(WARNINGS) {
            let place = problem.location();
            let (message, help) = (printable(&problem.message), printable(&problem.help));
            writeln!(cargo, "cargo::warning={place}: {message} [{}]; {help}", problem.code)?;
            if *hidden > 0 {
                writeln!(cargo, "cargo::warning={}", more(problem, *hidden))?;
            }
        }
        let codes_left = folded.shown.len().saturating_sub(WARNINGS);
        if codes_left > 0 {
            let spec = self.spec.display();
            writeln!(cargo, "cargo::warning={codes_left} more problems of {spec}")?;
        }
        Ok(())
    }
}
