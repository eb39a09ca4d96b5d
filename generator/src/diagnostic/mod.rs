//! Diagnostics: problems with their position and their wording.

mod collect;
#[cfg(test)]
mod examples;
mod fold;
mod human;
mod json;
mod line;
mod summary;
#[cfg(test)]
mod tests;

pub(crate) use collect::{collect, of_failure, without_place};
pub(crate) use fold::{Folded, Row, fold};
pub(crate) use human::printable;
pub(crate) use summary::{denied, more};

use crate::problem::Severity;

/// A problem of a document, at its position.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The stable code in kebab case, such as `dangling-reference`.
    pub code: &'static str,
    /// The severity: whether a client can be generated nevertheless.
    pub severity: Severity,
    /// Whether it is an error only because its code is denied.
    pub is_denied: bool,
    /// The message, in one line.
    pub message: String,
    /// The file, as the user would write it.
    pub file: String,
    /// The line, from 1; 0 if the problem has no position.
    pub line: usize,
    /// The column in characters, from 1; 0 if the problem has no position.
    pub column: usize,
    /// Whether the position is only near: that of a value around the one at fault. Such a document has syntax that only one
    /// of the two parsers permits, the one for values and the one for positions.
    pub is_near: bool,
    /// The JSON pointer as a URI fragment, such as `#/paths/~1pets/get` (RFC 6901, section 6, not
    /// percent-encoded); `None` if the file could not be parsed.
    pub pointer: Option<String>,
    /// The consequence: what callwright did instead.
    pub note: String,
    /// The remedy.
    pub help: String,
    /// The source line with the underlined part.
    snippet: Option<Snippet>,
}

/// A source line and the underlined columns: from the first to the second, exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Snippet {
    text: String,
    from: usize,
    to: usize,
}

impl Severity {
    /// `error`, `warning` or `note`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
