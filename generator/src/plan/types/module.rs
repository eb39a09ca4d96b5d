//! The module `types`: which items, in which files.

use super::item::Item;
use crate::name::Ident;

/// The module `types`.
#[derive(Debug, Default)]
pub(crate) struct TypesModule {
    /// The items that stand in `types` itself.
    pub(crate) items: Vec<Item>,
    /// Modules below it, whose items it exports as its own; none for a small document.
    pub(crate) parts: Vec<TypesPart>,
}

/// A module below `types`.
#[derive(Debug)]
pub(crate) struct TypesPart {
    pub(crate) module: Ident,
    /// The Cargo feature that its items need.
    pub(crate) feature: Option<String>,
    pub(crate) items: Vec<Item>,
}

impl TypesModule {
    /// Every item, wherever it stands.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(self.parts.iter().flat_map(|part| &part.items))
    }
}
