//! The objects of the specification, and the members that each version gives them.

mod lists;
mod members;
mod object;
mod version;

pub(crate) use lists::Lists;
pub(crate) use members::{Member, Value};
pub(crate) use object::Object;
pub(crate) use version::{Version, Versions};
