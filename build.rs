//! Generates the client from `spec/` into `generated/`, only in builds of this repository.
//!
//! The feature `regenerate` is enabled whenever the package `modelarts-tests` is built, as a plain
//! `cargo build` does. Dependants compile the sources as they are: the published package has no
//! document, so the feature has no effect there.

use std::process::ExitCode;

#[cfg(feature = "regenerate")]
fn main() -> ExitCode {
    let document = std::path::Path::new("spec/modelarts.yaml");
    if document.parent().is_some_and(std::path::Path::is_dir) {
        return callwright::Generator::new(document)
            .out_dir("generated")
            .sources_only(true)
            .deny("warnings")
            .build_script();
    }
    compile_as_it_is()
}

#[cfg(not(feature = "regenerate"))]
fn main() -> ExitCode {
    compile_as_it_is()
}

fn compile_as_it_is() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    ExitCode::SUCCESS
}
