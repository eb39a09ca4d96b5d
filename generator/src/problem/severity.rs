//! The severity of a problem.

/// How much a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// No crate can be written.
    Error,
    /// The node named is left out or typed loosely; the rest is written.
    Warning,
}
