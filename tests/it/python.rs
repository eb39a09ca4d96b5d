//! The Python that test servers in that language run on.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// An interpreter that can import `module`; `None`, and a message, where there
/// is none. With `CALLWRIGHT_REQUIRE_PYTHON=1` that is a failure.
///
/// It is `CALLWRIGHT_PYTHON`, else that of the environment that the scripts of
/// `.ci` make.
pub(crate) fn interpreter_with(module: &str, requirements: &str) -> Option<PathBuf> {
    let python = std::env::var_os("CALLWRIGHT_PYTHON").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/ci/python/bin/python")),
        PathBuf::from,
    );
    // Importing some packages writes to the home directory.
    let home = tempfile::tempdir().unwrap();
    let import = format!("import {module}");
    let probe = Command::new(&python).args(["-c", &import]).env("HOME", home.path()).output();
    let why = match probe {
        Ok(output) if output.status.success() => return Some(python),
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    let missing = format!("{} cannot {import} ({requirements}): {why}", python.display());
    assert!(std::env::var_os("CALLWRIGHT_REQUIRE_PYTHON").is_none(), "{missing}");
    // Past the harness, which would keep it from whoever runs the tests.
    let _ = writeln!(std::io::stderr(), "skipped: {missing}");
    None
}
