//! The location of a violation in a value.

use std::fmt;

use crate::json::{push_index, push_name};
use crate::model::{Shape, Slot, Table};

/// A location in a value, linked to its parent.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Root,
    /// The beginning of the path, in place of `$`.
    Named(&'static str),
    Name(&'a Place<'a>, &'a str),
    Index(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// The location of a declared part of this record or tuple.
    pub(super) fn part(&self, value: &dyn Slot, table: &'static Table, index: usize) -> Place<'_> {
        match (value.shape(), table.field(index)) {
            (Shape::Record(_), Some(field)) => Place::Name(self, field.name()),
            _ => Place::Index(self, index),
        }
    }

    fn push(&self, path: &mut String) {
        match self {
            Self::Root => path.push('$'),
            Self::Named(name) => path.push_str(name),
            Self::Name(within, name) => {
                within.push(path);
                push_name(path, name);
            }
            Self::Index(within, index) => {
                within.push(path);
                push_index(path, *index);
            }
        }
    }
}

/// Formats a JSON path, `$` for the whole value.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut path = String::new();
        self.push(&mut path);
        f.write_str(&path)
    }
}
