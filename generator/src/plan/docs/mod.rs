//! Documentation comments, and the examples in them.

mod constraints;
mod example;
mod json_text;
mod rustdoc;
mod sample;
mod schema_docs;

pub(super) use example::Examples;
pub(super) use json_text::json_text;
pub(crate) use rustdoc::{Docs, inline_code};
pub(crate) use sample::{Example, Sample};
