//! The user's choices.

use std::path::PathBuf;

/// The layout of the generated files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `Cargo.toml`, `README.md` and `src/`, with one feature per tag.
    #[default]
    Crate,
    /// Only `src/`, without features.
    Sources,
    /// `mod.rs` and its modules directly in the output folder, for `include!`: without inner
    /// attributes.
    Module,
}

/// The options of the pipeline.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) layout: Layout,
    /// The name of the crate; by default from the document's title.
    pub(crate) crate_name: Option<String>,
    /// The runtime's folder for the manifest, instead of the registry: absolute, or relative to the
    /// manifest.
    pub(crate) runtime_path: Option<PathBuf>,
    /// Whether numbers keep every digit, instead of the precision of a 64-bit float.
    pub(crate) exact_numbers: bool,
    /// Whether methods keep the name of their tag: `containers().container_list()`.
    pub(crate) tag_in_methods: bool,
    /// `tag:NAME`, an operationId or `METHOD /path`; empty for everything.
    pub(crate) include: Vec<String>,
    /// Whether to produce the bindings.
    pub(crate) bindings: bool,
}
