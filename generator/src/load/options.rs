//! The options of loading.

use super::limits::Limits;

/// The files that loading may open, and their limits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LoadOptions {
    /// Whether references may leave the document's folder.
    pub(crate) allow_outside: bool,
    /// Whether references may name other hosts.
    pub(crate) allow_remote: bool,
    pub(crate) limits: Limits,
}
