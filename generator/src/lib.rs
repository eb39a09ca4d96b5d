//! OpenAPI to Rust client generator.
//!
//! A document passes through stages, each with one input and one output: it is loaded, its
//! references are resolved, its dialect is normalised, and it is lowered to operations and schemas;
//! the requested ones are selected and named, every Rust decision is planned, the plan is rendered,
//! and the files that differ are written.
//!
//! No part of a document stops the others: whatever is not supported is a problem with a code and a
//! place, and affects only that place.

mod bindings;
mod build_script;
mod collections;
#[cfg(feature = "cli")]
mod command;
mod compile;
mod diagnostic;
mod document;
mod generator;
mod ir;
mod load;
mod lower;
mod name;
mod normalise;
mod options;
mod plan;
mod problem;
mod render;
mod report;
mod resolve;
mod runtime_folder;
mod select;
mod write;

#[cfg(feature = "cli")]
pub use command::run;
pub use diagnostic::Diagnostic;
pub use generator::Generator;
pub use problem::{CODES, Severity};
pub use report::{Outcome, Report};
pub use write::{Action, Change};

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
