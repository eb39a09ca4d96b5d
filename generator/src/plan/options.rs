//! The options of planning.

/// The options of planning.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlanOptions {
    /// Whether each tag is a Cargo feature.
    pub(crate) features: bool,
    /// Whether another crate includes the sources; the entry file is then `mod.rs`.
    pub(crate) is_module: bool,
    /// The name of the package; by default from the document's title.
    pub(crate) crate_name: Option<String>,
    /// Whether numbers keep every digit.
    pub(crate) exact_numbers: bool,
    pub(crate) runtime: RuntimeSource,
}

/// The manifest's dependency on the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RuntimeSource {
    /// From the registry.
    Registry { version: String },
    /// From this folder.
    Folder(String),
}

impl Default for RuntimeSource {
    /// The runtime with the generator's own version: they are published together.
    fn default() -> Self {
        Self::Registry { version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}
