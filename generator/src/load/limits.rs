//! How much of a document is read: a document is not trusted.

/// Bounds on what is read; beyond each, loading stops with a problem of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes of one file.
    pub(crate) file_size: u64,
    /// Containers inside one another; the parsers' own limit of 128 is never reached.
    pub(crate) depth: usize,
    /// Values over all files.
    pub(crate) nodes: usize,
    /// Values beyond one per byte of source that aliases may add.
    pub(crate) alias_nodes: usize,
    /// Files, the first one included.
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
