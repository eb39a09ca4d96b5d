//! Items of the module `types`.

use super::item_alias::item_alias;
use super::item_enumeration::item_enumeration;
use super::item_sequence::item_sequence;
use super::item_struct::item_struct;
use super::item_union::item_union;
use super::source::Source;
use super::type_ref::Module;
use crate::plan::{Item, ItemKind};

/// An item, as the module `from` writes it.
pub(super) fn item(out: &mut Source, item: &Item, from: Module) {
    let Item { schema: _, ident, docs, kind, implements_eq } = item;
    let total = if *implements_eq { ", Eq" } else { "" };
    match kind {
        ItemKind::Struct(kind) => item_struct(out, ident, docs, kind, total, from),
        ItemKind::Enumeration(kind) => item_enumeration(out, ident, docs, kind),
        ItemKind::Union(kind) => item_union(out, ident, docs, kind, total, from),
        ItemKind::Sequence(kind) => item_sequence(out, ident, docs, kind, total, from),
        ItemKind::Alias(ty) => item_alias(out, ident, docs, ty, from),
    }
}
