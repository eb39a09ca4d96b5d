//! The severity of a problem.

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// No crate can be written.
    Error,
    /// The node is left out or typed loosely; the rest is generated.
    Warning,
    /// Something to know: documents say it on purpose, and a run that denies warnings accepts it.
    Note,
}
