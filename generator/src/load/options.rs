//! The options of loading.

use super::limits::Limits;

/// What loading may open, and how much of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LoadOptions {
    /// Whether references may leave the folder of the document.
    pub(crate) allow_outside: bool,
    /// Whether references may lead to other hosts.
    pub(crate) allow_remote: bool,
    pub(crate) limits: Limits,
}
