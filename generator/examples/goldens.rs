//! Writes the generated sources that the tests of the repository compile: `cargo run -p callwright --example goldens`.
//!
//! Those tests write them too, but only while what they have compiles, which it does not after a change of what
//! generated code calls.
#![allow(clippy::print_stdout, reason = "a program that says what it wrote")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use callwright::{Generator, Severity};

/// The cases whose sources are one module each, by folder.
fn modules(cases: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in cases.join("types").read_dir()? {
        folders.push(entry?.path());
    }
    folders.sort();
    Ok(folders)
}

fn generate(document: PathBuf, out: &Path) -> bool {
    let generator = Generator::new(document.clone()).out_dir(out).module(true).crate_name("case");
    let failed = generator.generate().count(Severity::Error) > 0;
    println!("{}{}", document.display(), if failed { ": has errors" } else { "" });
    !failed
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
    let mut well = true;
    for folder in modules(&cases)? {
        let out = tempfile::tempdir()?;
        well &= generate(folder.join("api.yaml"), out.path());
        std::fs::copy(out.path().join("types.rs"), folder.join("types.rs"))?;
    }
    for whole in ["operations", "swagger", "wire"] {
        let folder = cases.join(whole);
        well &= generate(folder.join("api.yaml"), &folder.join("golden"));
    }
    Ok(if well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
