//! The kinds of JSON values.

/// The kind of a JSON value (RFC 8259 section 3).
///
/// ```
/// use callwright_runtime::{Json, json::Kind};
///
/// assert_eq!(Json::from("Ada").kind(), Kind::String);
/// assert_eq!(Json::Null.kind(), Kind::Null);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// The kind with its article, for a sentence.
    pub(crate) fn phrase(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}
