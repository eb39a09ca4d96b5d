//! What the person who generates decides.

use std::path::PathBuf;

/// How the generated files are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `Cargo.toml`, `README.md` and `src/`, with one feature per tag.
    #[default]
    Crate,
    /// `src/` alone, without features.
    Sources,
    /// `mod.rs` and its modules right in the output folder, for `include!`: no inner attributes.
    Module,
}

/// What the middle of the pipeline needs to know.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) layout: Layout,
    /// The name of the crate; from the title of the document where there is none.
    pub(crate) crate_name: Option<String>,
    /// Where the manifest finds the runtime, instead of the registry: absolute, or from its own folder.
    pub(crate) runtime_path: Option<PathBuf>,
    /// Whether every number keeps all its digits, instead of those that a 64-bit float holds.
    pub(crate) exact_numbers: bool,
    /// `tag:NAME`, an operationId or `METHOD /path`; everything where there is none.
    pub(crate) include: Vec<String>,
    /// Whether the bindings are asked for.
    pub(crate) bindings: bool,
}
