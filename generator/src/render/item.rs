//! Items of the module `types`.

use proc_macro2::TokenStream;
use quote::quote;

use super::item_alias::item_alias;
use super::item_enumeration::item_enumeration;
use super::item_sequence::item_sequence;
use super::item_struct::item_struct;
use super::item_union::item_union;
use super::rustdoc::docs;
use super::type_ref::Module;
use crate::plan::{Item, ItemKind};

/// An item, as the module `from` writes it.
pub(super) fn item(item: &Item, from: Module) -> TokenStream {
    let Item { schema: _, ident, docs: text, kind, is_total } = item;
    let docs = docs(text);
    let total = if *is_total { quote!(, Eq) } else { quote!() };
    match kind {
        ItemKind::Struct(kind) => item_struct(ident, &docs, kind, &total, from),
        ItemKind::Enumeration(kind) => item_enumeration(ident, &docs, kind),
        ItemKind::Union(kind) => item_union(ident, &docs, kind, &total, from),
        ItemKind::Sequence(kind) => item_sequence(ident, &docs, kind, &total, from),
        ItemKind::Alias(ty) => item_alias(ident, &docs, ty, from),
    }
}
