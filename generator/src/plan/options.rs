//! The options that the person who generates sets.

/// What the person who generates decides.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlanOptions {
    /// Whether each tag is a Cargo feature.
    pub(crate) features: bool,
    /// Whether another crate includes the sources: the entry file is `mod.rs` then.
    pub(crate) is_module: bool,
    /// The name of the package; from the title of the document where there is none.
    pub(crate) crate_name: Option<String>,
    /// Whether every number keeps all its digits.
    pub(crate) exact_numbers: bool,
    pub(crate) runtime: RuntimeSource,
}

/// Where the manifest finds the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuntimeSource {
    /// In the registry.
    Registry { version: String },
    /// In this folder.
    Folder(String),
}

impl Default for RuntimeSource {
    /// The runtime of this generator's own version: they are published together.
    fn default() -> Self {
        Self::Registry { version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}
