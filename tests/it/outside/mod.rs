//! Crates outside the workspace that use the client, or generate their own.

mod any;
mod clean;
mod recover;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// A package with these files, with the workspace's locked dependencies.
pub(crate) fn package(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.replace("ROOT", &root().display().to_string())).unwrap();
    }
    fs::copy(root().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    folder
}

pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    let output = Command::new(env!("CARGO"))
        // The workspace's profile and target folder, so that dependencies are not compiled again.
        // First, since arguments after `--` belong to the program.
        .args(["--offline", "--config", "profile.dev.package.'*'.debug=false"])
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", root().join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?} failed:\n{text}");
    output
}

#[test]
fn a_dependant_compiles_neither_the_generator_nor_a_yaml_parser() {
    let folder = package(&[
        (
            "Cargo.toml",
            "[package]\nname = \"dependant\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nmodelarts = { path = \"ROOT\" }\n",
        ),
        ("src/lib.rs", ""),
    ]);
    let tree = cargo(
        folder.path(),
        &["tree", "--edges", "normal,build", "--prefix", "none", "--format", "{lib}"],
    );
    let text = String::from_utf8(tree.stdout).unwrap();
    let names: Vec<&str> = text.lines().collect();
    assert!(names.contains(&"modelarts") && names.contains(&"callwright_runtime"), "{text}");
    let unwanted =
        ["callwright", "serde_yaml", "libyaml_safer", "syn", "openapiv3", "prettyplease"];
    // Procedural macros of dependencies bring `syn`; only additional dependencies count.
    let of_ours: Vec<&str> =
        unwanted.into_iter().filter(|name| *name != "syn" && names.contains(name)).collect();
    assert_eq!(of_ours, Vec::<&str>::new());
}

#[test]
fn a_client_is_generated_into_the_out_dir_of_another_crate() {
    let folder = package(&[
        (
            "Cargo.toml",
            "[package]\nname = \"elsewhere\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\n\
             callwright-runtime = { path = \"ROOT/generator/runtime\", default-features = false }\n\
             http = \"1\"\n\
             [build-dependencies]\n\
             callwright = { path = \"ROOT/generator\", default-features = false }\n",
        ),
        ("build.rs", include_str!("build.rs.txt")),
        ("pets.yaml", include_str!("pets.yaml")),
        ("src/main.rs", include_str!("main.rs.txt")),
    ]);
    let output = cargo(folder.path(), &["run", "--quiet"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "DELETE https://pets.example/pets/felix%2F1\nFelix Some(\"9\")\n"
    );
}

/// The code blocks of a Markdown text with this word after the fence, without hidden lines.
fn blocks(text: &str, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.strip_prefix("```") == Some(word) {
            let inside = lines.by_ref().take_while(|line| *line != "```");
            let shown = inside.map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line)));
            found.push(shown.collect());
        }
    }
    found
}

/// A reader of the README and of the crate's page: the dependency as documented, but from this
/// folder, and the programs on the page.
#[test]
fn a_reader_of_the_readme_gets_along() {
    assert_eq!(["README.md", "docs/modelarts.md"].map(programs_that_compile), [2, 6]);
}

fn programs_that_compile(page: &str) -> usize {
    let page = fs::read_to_string(root().join(page)).unwrap();
    let manifest = blocks(&page, "toml").remove(0);
    assert_eq!(manifest, "[dependencies]\nmodelarts = \"0.1\"\n");
    let manifest = format!(
        "[package]\nname = \"reader\"\nedition = \"2024\"\n[workspace]\n{}",
        manifest.replace("\"0.1\"", "{ version = \"0.1\", path = \"ROOT\" }")
    );
    let programs = blocks(&page, "rust,no_run");
    // They show one thing each, and nothing calls them.
    let mut library = String::from("#![allow(dead_code)]\n");
    for (index, program) in programs.iter().enumerate() {
        library = format!("{library}pub mod program_{index} {{\n{program}\n}}\n");
    }
    let folder = package(&[("Cargo.toml", &manifest), ("src/lib.rs", &library)]);
    cargo(folder.path(), &["check", "--quiet"]);
    programs.len()
}
