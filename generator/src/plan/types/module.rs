//! The module `types`: its items and files.

use super::item::Item;
use crate::name::Ident;

/// The module `types`.
#[derive(Debug, Default)]
pub(crate) struct TypesModule {
    /// The items in `types` itself.
    pub(crate) items: Vec<Item>,
    /// Modules below it, whose items it re-exports; none in a small document.
    pub(crate) parts: Vec<TypesPart>,
}

/// A module below `types`.
#[derive(Debug)]
pub(crate) struct TypesPart {
    pub(crate) module: Ident,
    /// The Cargo feature of its items.
    pub(crate) feature: Option<String>,
    pub(crate) items: Vec<Item>,
}

impl TypesModule {
    /// Every item in all files.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(self.parts.iter().flat_map(|part| &part.items))
    }
}
