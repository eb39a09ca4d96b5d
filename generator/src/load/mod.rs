//! Bytes in, [`Document`] out: YAML or JSON, following `$ref` into other local files.

mod document;

pub(crate) use document::{Document, File, FileId, Kind, NodeId, Step};
