//! The types that implement `Eq`: all but those that contain a float.

use super::item::Item;
use super::type_ref::TypeRef;
use crate::collections::{HashMap, HashSet};
use crate::name::Ident;

/// Marks the items that contain no float, directly or indirectly.
pub(super) fn mark(items: &mut [Item]) {
    let mut holders: HashMap<&Ident, Vec<&Ident>> = HashMap::default();
    let mut open: Vec<&Ident> = Vec::new();
    for item in &*items {
        for ty in item.kind.types() {
            match ty.innermost() {
                TypeRef::F64 => open.push(&item.ident),
                TypeRef::Named(held) => holders.entry(held).or_default().push(&item.ident),
                _ => {}
            }
        }
    }
    let mut partial: HashSet<&Ident> = HashSet::default();
    while let Some(ident) = open.pop() {
        if partial.insert(ident) {
            open.extend(holders.get(ident).into_iter().flatten());
        }
    }
    let partial: HashSet<Ident> = partial.into_iter().cloned().collect();
    for item in items {
        item.implements_eq = !partial.contains(&item.ident);
    }
}
