//! A generated crate under the tools that its users run.

use std::fs;
use std::process::Command;

use super::{cargo, package, root};

/// The tag features below `[features]`.
fn tag_features(manifest: &str) -> Vec<String> {
    let names = manifest.lines().filter_map(|line| line.strip_suffix(" = []"));
    names.map(|name| name.trim_matches('"').to_owned()).collect()
}

#[test]
fn a_generated_crate_of_strange_names_and_texts_has_no_warning() {
    let folder = package(&[("strange.yaml", include_str!("strange.yaml"))]);
    let out = folder.path().join("client");
    let report = callwright::Generator::new(folder.path().join("strange.yaml"))
        .out_dir(&out)
        .crate_name("strange")
        .runtime_path(root().join("generator/runtime"))
        .generate();
    assert_eq!(report.outcome, callwright::Outcome::Clean);
    fs::copy(root().join("Cargo.lock"), out.join("Cargo.lock")).unwrap();
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    let features = tag_features(&manifest);
    assert_eq!(features, ["tag-ri-ben-yu", "tag-runtime-tag", "tag-dot-dot-dot", "tag-self"]);
    let lints = "\n[workspace]\n[lints.rust]\nwarnings = \"deny\"\n\
                 [lints.rustdoc]\nall = \"deny\"\n[lints.clippy]\nall = \"deny\"\n";
    fs::write(out.join("Cargo.toml"), manifest + lints).unwrap();
    // Some installations of Rust lack clippy.
    let has_clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    let verb =
        if has_clippy.is_ok_and(|output| output.status.success()) { "clippy" } else { "check" };
    cargo(&out, &[verb, "--quiet"]);
    cargo(&out, &["doc", "--quiet", "--no-deps"]);
    cargo(&out, &["check", "--quiet", "--no-default-features"]);
    for feature in features {
        cargo(&out, &["check", "--quiet", "--no-default-features", "--features", &feature]);
    }
}
