//! Which types have an equality that is total: all but those that a float is within.

use std::collections::{HashMap, HashSet};

use super::item::{Item, ItemKind};
use super::type_ref::TypeRef;
use crate::name::Ident;

/// Marks the items that no float is within, however deep.
pub(super) fn mark(items: &mut [Item]) {
    let mut holders: HashMap<&Ident, Vec<&Ident>> = HashMap::new();
    let mut open: Vec<&Ident> = Vec::new();
    for item in &*items {
        for ty in types(&item.kind) {
            match ty.innermost() {
                TypeRef::F64 => open.push(&item.ident),
                TypeRef::Named(held) => holders.entry(held).or_default().push(&item.ident),
                _ => {}
            }
        }
    }
    let mut partial: HashSet<&Ident> = HashSet::new();
    while let Some(ident) = open.pop() {
        if partial.insert(ident) {
            open.extend(holders.get(ident).into_iter().flatten());
        }
    }
    let partial: HashSet<Ident> = partial.into_iter().cloned().collect();
    for item in items {
        item.is_total = !partial.contains(&item.ident);
    }
}

/// The types that an item is directly made of.
fn types(kind: &ItemKind) -> Vec<&TypeRef> {
    match kind {
        ItemKind::Struct(item) => {
            item.fields.iter().map(|field| &field.ty).chain(&item.additional).collect()
        }
        ItemKind::Enumeration(_) => Vec::new(),
        ItemKind::Union(item) => item.variants.iter().map(|variant| &variant.ty).collect(),
        ItemKind::Sequence(item) => {
            item.items.iter().map(|(ty, _)| ty).chain([&item.rest]).collect()
        }
        ItemKind::Alias(ty) => vec![ty],
    }
}
