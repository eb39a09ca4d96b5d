//! Items of the module `types`.

mod decision;
mod enumeration;
mod pieces;
mod record;
mod sequence;
mod setters;
mod structure;
mod table;
mod union;

use enumeration::enumeration;
use sequence::sequence;
use structure::structure;
pub(super) use table::{Member, table};
use union::union;

use super::text::Source;
use super::type_ref::{Module, written};
use crate::plan::{Item, ItemKind};

/// An item, as the module `from` writes it.
pub(super) fn item(out: &mut Source, item: &Item, from: Module) {
    let Item { schema: _, ident, docs, kind, implements_eq } = item;
    let total = implements_eq.then_some("Eq");
    match kind {
        ItemKind::Struct(kind) => structure(out, ident, docs, kind, total, from),
        ItemKind::Enumeration(kind) => enumeration(out, ident, docs, kind),
        ItemKind::Union(kind) => union(out, ident, docs, kind, total, from),
        ItemKind::Sequence(kind) => sequence(out, ident, docs, kind, total, from),
        ItemKind::Alias(ty) => out.item(|out| {
            out.docs(docs);
            out.assign(format_args!("pub type {ident} ="), &written(ty, from), ";");
        }),
    }
}
