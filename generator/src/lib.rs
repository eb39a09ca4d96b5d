//! OpenAPI to Rust client generator.
//!
//! A document passes through stages, each with one input and one output: it is loaded, its
//! references are resolved, its dialect is normalised, its names and values are audited against the
//! specification, and it is lowered to operations and schemas; the requested ones are selected and
//! named, every Rust decision is planned, the plan is rendered, and the files that differ are
//! written.
//!
//! ```
//! use callwright::pipeline::{
//!     audit, load, lower, name, normalise, plan, render, resolve, select, write,
//! };
//!
//! let document = load(r##"
//! openapi: 3.0.3
//! info: { title: Pets, version: "1" }
//! paths:
//!   /pets/{id}:
//!     parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
//!     get:
//!       operationId: getPet
//!       responses:
//!         "200":
//!           description: A pet.
//!           contents: {}
//!           content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
//!     delete:
//!       operationId: deletePet
//!       responses: { "204": { description: It is gone. } }
//! components:
//!   schemas:
//!     Pet: { type: object, nullable: true, properties: { name: { type: string } } }
//! "##).expect("an OpenAPI description");
//!
//! let pet = resolve(&document, "#/components/schemas/Pet").expect("a node");
//! assert_eq!(document.pointer(pet), "#/components/schemas/Pet");
//! assert_eq!(normalise(&document, pet), r#"{"null", "object"}"#);
//!
//! assert_eq!(audit(&document), ["misspelled-member"]);
//!
//! let api = lower(&document);
//! assert_eq!(api.operations(), ["getPet", "deletePet"]);
//! let api = select(&document, api, &["getPet"]);
//! assert_eq!(api.operations(), ["getPet"]);
//!
//! let names = name(&document, &api);
//! assert_eq!(names.methods(), ["get_pet"]);
//! let plan = plan(&document, &api, &names);
//! assert_eq!(plan.types(), ["Pet"]);
//!
//! let files = render(&plan);
//! let folder = tempfile::tempdir()?;
//! let changes = write(folder.path(), &files).expect("a folder that can be written");
//! // The folder also gets the list of the files in it.
//! assert_eq!(changes.len(), files.paths().len() + 1);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! No part of a document stops the others: whatever is not supported is a problem with a code and a
//! place, and affects only that place.

mod audit;
mod bindings;
mod build_script;
mod closest;
mod collections;
#[cfg(feature = "cli")]
mod command;
mod compile;
mod diagnostic;
mod document;
#[cfg(any(feature = "cli", test))]
mod explain;
mod generator;
mod ir;
mod level;
#[cfg(feature = "cli")]
mod listing;
mod load;
mod lower;
mod name;
mod normalise;
mod options;
#[doc(hidden)]
pub mod pipeline;
mod plan;
mod problem;
mod render;
mod report;
mod resolve;
mod runtime_folder;
mod select;
mod specification;
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
