//! Generates the client from `spec/` into `generated/`, in builds of this repository alone.
//!
//! The feature `regenerate` is on wherever the package `modelarts-tests` is built along, which a plain `cargo build`
//! does. Who depends on `modelarts` compiles the sources as they are, and no generator.

use std::process::ExitCode;

#[cfg(feature = "regenerate")]
fn main() -> ExitCode {
    callwright::Generator::new("spec/modelarts.yaml")
        .out_dir("generated")
        .sources_only(true)
        .deny_warnings(true)
        .build_script()
}

#[cfg(not(feature = "regenerate"))]
fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    ExitCode::SUCCESS
}
