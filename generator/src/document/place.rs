//! Positions in a source, as readers count them.

/// A position in a source; lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// From the first character to the one after the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: Place,
    pub(crate) end: Place,
}

impl Span {
    /// The span of one character.
    pub(crate) fn character(start: Place) -> Self {
        Self { start, end: Place { column: start.column + 1, ..start } }
    }
}
