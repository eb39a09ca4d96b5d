use std::fmt;

use http::HeaderName;

/// The first difference between a recorded request and an actual one.
///
/// ```
/// use callwright_runtime::replay::Difference;
///
/// assert_eq!(Difference::Method.to_string(), "has another method");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// The paths differ.
    Path,
    /// The methods differ.
    Method,
    /// The queries differ.
    Query,
    /// The values of this header differ, or one request lacks it.
    Header(HeaderName),
    /// The bodies differ.
    Body,
    /// They are equal, but the recorded one was already used.
    Used,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path => f.write_str("has another path"),
            Self::Method => f.write_str("has another method"),
            Self::Query => f.write_str("has another query"),
            Self::Header(name) => write!(f, "has another header `{name}`"),
            Self::Body => f.write_str("has another body"),
            Self::Used => f.write_str("was used before"),
        }
    }
}
