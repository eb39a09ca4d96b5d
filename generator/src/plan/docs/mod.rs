//! Documentation comments, and the examples in them.

mod constraints;
mod example;
mod rustdoc;
mod sample;
mod schema_docs;

pub(super) use example::Examples;
pub(crate) use rustdoc::{Docs, inline_code};
pub(crate) use sample::{Example, Sample};
