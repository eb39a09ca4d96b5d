//! Limits on the size of a document, which is not trusted.

/// The limits; loading stops at each with a problem of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes per file.
    pub(crate) file_size: u64,
    /// Nesting depth; the parsers' own limit of 128 is never reached.
    pub(crate) depth: usize,
    /// Values in all files.
    pub(crate) nodes: usize,
    /// Values that aliases may add beyond one per byte of source.
    pub(crate) alias_nodes: usize,
    /// Files, including the first one.
    pub(crate) files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_size: 256 * 1024 * 1024,
            depth: 120,
            nodes: 10_000_000,
            alias_nodes: 1_000_000,
            files: 10_000,
        }
    }
}
