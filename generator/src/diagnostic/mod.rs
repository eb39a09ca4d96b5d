//! Problems as their readers see them: a place, a message, what was done, what to do.

mod collect;
mod human;
mod json;
mod line;
#[cfg(test)]
mod tests;

pub(crate) use collect::{collect, of_failure, without_place};
pub(crate) use human::printable;

use crate::problem::Severity;

/// One problem of a document, with the place it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The stable code in kebab case, such as `dangling-reference`.
    pub code: &'static str,
    /// Whether a client can be written nevertheless.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The file as the user would write it.
    pub file: String,
    /// The line, from 1; 0 where the problem has no place in the file.
    pub line: usize,
    /// The column in characters, from 1; 0 where the problem has no place in the file.
    pub column: usize,
    /// The JSON pointer as a URI fragment, such as `#/paths/~1pets/get` (RFC 6901, section 6, not
    /// percent-encoded); `None` where the file could not be read as values.
    pub pointer: Option<String>,
    /// What was done about it.
    pub note: String,
    /// What the reader can do.
    pub help: String,
    /// The line of the source with what to underline in it.
    snippet: Option<Snippet>,
}

/// A line of the source and the columns to underline: from the first, up to and without the second.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Snippet {
    text: String,
    from: usize,
    to: usize,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
