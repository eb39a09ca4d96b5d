//! A copy of the repository whose generated client was deleted.

use std::fs;
use std::process::Command;

use super::{cargo, root};
use crate::regeneration::{copy, files};

#[test]
fn a_deleted_client_is_written_again_by_the_command_of_the_readme() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    for name in [".cargo", "spec", "generator", "tests/it"] {
        copy(&root().join(name), &path.join(name));
    }
    for name in ["Cargo.toml", "Cargo.lock", "build.rs", "tests/Cargo.toml"] {
        fs::copy(root().join(name), path.join(name)).unwrap();
    }
    // What a build says, before any build script runs.
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--offline"]).current_dir(path);
    let output = build.env("CARGO_TARGET_DIR", root().join("target")).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let first = said.lines().find(|line| line.starts_with("error")).unwrap();
    assert_eq!(
        first.split('`').next(),
        Some("error: can't find lib "),
        "cargo has learned to run the build script first: {said}"
    );

    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let commands = super::blocks(&readme, "sh");
    assert!(commands.contains(&"cargo regenerate\n".to_owned()), "{commands:?}");
    cargo(path, &["regenerate"]);
    let generated = |folder: &std::path::Path| {
        let mut found = std::collections::BTreeMap::new();
        files(&folder.join("generated"), &mut found);
        let below = |(path, text): (std::path::PathBuf, String)| {
            (path.strip_prefix(folder).unwrap().to_path_buf(), text)
        };
        found.into_iter().map(below).collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(generated(path), generated(&root()));
}
