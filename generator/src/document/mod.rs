//! The loaded document: one arena of nodes over all files, and the positions of its values in the
//! sources.

mod arena;
mod json;
mod link;
mod place;
mod positions;

pub(crate) use arena::{Document, File, FileId, Kind, NodeId, Step};
pub(crate) use json::AsJson;
pub(crate) use link::{BrokenFile, LinkFailure};
pub(crate) use place::{Place, Span};
pub(crate) use positions::{Positions, Shown, recursive_alias};
