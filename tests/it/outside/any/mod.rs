//! Documents of any names and texts, and those of `tests/cases/names`.

mod document;
mod words;

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use callwright::{Generator, Outcome};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::{cargo, package, root};
use crate::names;

/// Modules of one crate: rustc takes longer to start than to check one of them.
const MODULES: usize = 8;

/// Whole crates, for the lints that compare all names of a crate.
const CRATES: usize = 1;

const LINTS: &str = "[lints.rust]\nwarnings = \"deny\"\n[lints.rustdoc]\nall = \"deny\"\n";

/// Modules are of several documents, which may use names that look alike.
const LINTS_OF_MODULES: &str = "confusable_idents = \"allow\"\n";

#[test]
fn whatever_the_names_and_texts_the_crate_has_no_warning() {
    let mut folder = package(&[("modules/Cargo.toml", &modules_manifest())]);
    // A failure prints this, and leaves the documents there.
    eprintln!("the documents are in {}", folder.path().display());
    folder.disable_cleanup(true);
    let mut runner = TestRunner::default();
    let mut next = 0;
    let mut any_document = || {
        next += 1;
        let spec = folder.path().join(format!("any{next}.json"));
        let document = document::document().new_tree(&mut runner).unwrap().current();
        fs::write(&spec, document.to_string()).unwrap();
        spec
    };
    let documents: Vec<PathBuf> = (0..MODULES).map(|_| any_document()).collect();
    let cases: Vec<PathBuf> = names::cases().iter().map(|case| names::document(case)).collect();
    let mut library = "//! Clients.\n".to_owned();
    for (index, spec) in documents.iter().chain(&cases).enumerate() {
        let out = folder.path().join(format!("modules/src/m{index}"));
        generate(Generator::new(spec).out_dir(out).module(true));
        writeln!(library, "pub mod m{index};").unwrap();
    }
    fs::write(folder.path().join("modules/src/lib.rs"), library).unwrap();
    let mixed = cases.iter().filter(|spec| spec.parent().unwrap().ends_with("mixed-scripts"));
    let crates = (0..CRATES).map(|_| any_document()).chain(mixed.cloned());
    for (index, spec) in crates.enumerate() {
        let name = format!("crate{index}");
        let out = folder.path().join(&name);
        let runtime = root().join("generator/runtime");
        generate(Generator::new(spec).out_dir(&out).crate_name(name).runtime_path(runtime));
        let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
        fs::write(out.join("Cargo.toml"), manifest + LINTS).unwrap();
    }
    let members = "[workspace]\nresolver = \"3\"\nmembers = [\"modules\", \"crate*\"]\n";
    fs::write(folder.path().join("Cargo.toml"), members).unwrap();
    cargo(folder.path(), &["check", "--quiet", "--workspace"]);
    cargo(folder.path(), &["doc", "--quiet", "--workspace", "--no-deps"]);
    folder.disable_cleanup(false);
}

fn modules_manifest() -> String {
    format!(
        "[package]\nname = \"modules\"\nedition = \"2024\"\n\
         [dependencies]\n\
         callwright-runtime = {{ path = \"ROOT/generator/runtime\", default-features = false }}\n\
         http = \"1\"\n{}",
        LINTS.replacen('\n', &format!("\n{LINTS_OF_MODULES}"), 1)
    )
}

fn generate(generator: Generator) {
    let report = generator.generate();
    let messages: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(report.outcome, Outcome::Clean, "{}", messages.join("\n"));
}
