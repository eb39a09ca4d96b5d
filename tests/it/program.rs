//! The example programs as a person runs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The example that was built along with this test; `None` where only the
/// tests were built.
fn built(example: &str) -> Option<PathBuf> {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent()?.parent()?;
    let program =
        profile.join("examples").join(example).with_extension(std::env::consts::EXE_EXTENSION);
    let built = program.is_file();
    if !built {
        eprintln!("skipped: the examples are not built; `cargo test --workspace` builds them");
    }
    built.then_some(program)
}

/// Its exit code and the lines that it prints, those of errors last.
pub(crate) struct Printed {
    pub(crate) code: Option<i32>,
    pub(crate) lines: Vec<String>,
}

/// Runs an example with these variables, and none of a person's own, in a home without files.
pub(crate) fn run(
    example: &str,
    arguments: &[&str],
    environment: &[(&str, &str)],
) -> Option<Printed> {
    let mut command = Command::new(built(example)?);
    for (name, _) in std::env::vars_os() {
        let own = name.to_string_lossy();
        if own.starts_with("MODELARTS_") || own.starts_with("HUAWEICLOUD_") {
            command.env_remove(&name);
        }
    }
    command.env("HOME", Path::new("/nowhere"));
    command.args(arguments).envs(environment.iter().copied());
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = String::from_utf8([stdout, stderr].concat()).unwrap();
    // The first line names a port that is never the same.
    let lines = text.lines().filter(|line| !line.starts_with("Serving ")).map(str::to_owned);
    Some(Printed { code: status.code(), lines: lines.collect() })
}
