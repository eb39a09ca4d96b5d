//! Inline schemas that are equal have one type: each place keeps its own name for it.
//!
//! A form body that is described again for every operation would otherwise cost its types again
//! every time. The names of schemas that the document itself names stay types of their own.

use std::collections::{HashMap, HashSet};

use super::item::{Item, ItemKind, Sequence, Struct, Union};
use super::type_ref::TypeRef;
use crate::ir::{Api, SchemaId};
use crate::name::Ident;

/// Which types are other words for an equal one.
#[derive(Debug, Default)]
pub(super) struct Sharing {
    idents: HashMap<Ident, Ident>,
    schemas: HashMap<SchemaId, SchemaId>,
}

impl Sharing {
    /// The type that is shared, with all the types it is made of.
    pub(super) fn shared(&self, ty: &TypeRef) -> TypeRef {
        let mut ty = ty.clone();
        self.rewrite(&mut ty);
        ty
    }

    /// The schema whose type stands in for that of another.
    pub(super) fn schema(&self, id: SchemaId) -> Option<SchemaId> {
        self.schemas.get(&id).copied()
    }

    fn rewrite(&self, ty: &mut TypeRef) {
        ty.for_each_item(&mut |ident| {
            if self.idents.contains_key(ident) {
                *ident = self.last(ident).clone();
            }
        });
    }

    /// What stands in for a type may have found one before it in a later round.
    fn last<'a>(&'a self, mut ident: &'a Ident) -> &'a Ident {
        while let Some(next) = self.idents.get(ident) {
            ident = next;
        }
        ident
    }

    /// What an item is, in terms of shared types.
    fn key(&self, kind: &ItemKind) -> ItemKind {
        let mut kind = kind.clone();
        match &mut kind {
            ItemKind::Struct(Struct { fields, additional, rules: _ }) => {
                let types = fields.iter_mut().map(|field| &mut field.ty);
                types.chain(additional).for_each(|ty| self.rewrite(ty));
            }
            ItemKind::Union(Union { variants, .. }) => {
                for variant in variants {
                    self.rewrite(&mut variant.ty);
                }
            }
            ItemKind::Sequence(Sequence { items, rest, rules: _ }) => {
                for (ty, _) in items {
                    self.rewrite(ty);
                }
                self.rewrite(rest);
            }
            ItemKind::Enumeration(_) | ItemKind::Alias(_) => {}
        }
        kind
    }
}

/// Turns each inline item that equals one before it, or a named one, into an alias of that.
///
/// What documents an item as a whole is not compared: an alias has documentation of its own.
pub(super) fn share(api: &Api, items: &mut [Item]) -> Sharing {
    let named: HashSet<SchemaId> = api.roots.iter().copied().collect();
    let (first, inline): (Vec<usize>, Vec<usize>) = (0..items.len())
        .filter(|at| items.get(*at).is_some_and(|item| !matches!(item.kind, ItemKind::Alias(_))))
        .partition(|at| items.get(*at).is_some_and(|item| named.contains(&item.schema)));
    let mut sharing = Sharing::default();
    // An item equals another once what they are made of is the same, so each round reaches one
    // level further out; it ends with the outermost, or with a bound for a chain without an end.
    for _ in 0..ROUNDS {
        let before = sharing.idents.len();
        let mut seen: HashMap<ItemKind, usize> = HashMap::new();
        for at in first.iter().chain(&inline) {
            let Some(item) = items.get(*at) else { continue };
            if sharing.idents.contains_key(&item.ident) {
                continue;
            }
            let is_named = named.contains(&item.schema);
            match seen.entry(sharing.key(&item.kind)) {
                std::collections::hash_map::Entry::Vacant(place) => {
                    place.insert(*at);
                }
                std::collections::hash_map::Entry::Occupied(place) if !is_named => {
                    if let Some(same) = items.get(*place.get()) {
                        sharing.idents.insert(item.ident.clone(), same.ident.clone());
                        sharing.schemas.insert(item.schema, same.schema);
                    }
                }
                std::collections::hash_map::Entry::Occupied(_) => {}
            }
        }
        if sharing.idents.len() == before {
            break;
        }
    }
    for item in &mut *items {
        if sharing.idents.contains_key(&item.ident) {
            item.kind = ItemKind::Alias(TypeRef::Named(sharing.last(&item.ident).clone()));
        } else if let ItemKind::Union(union) = &mut item.kind {
            convert_once(&sharing, union);
        }
    }
    sharing
}

/// How many levels of inline schemas are compared.
const ROUNDS: usize = 32;

/// A type turns into a union by itself only once, whatever its names.
fn convert_once(sharing: &Sharing, union: &mut Union) {
    let mut seen: HashSet<TypeRef> = HashSet::new();
    for variant in &mut union.variants {
        let ty = sharing.shared(&variant.ty).unboxed();
        variant.converts &= seen.insert(ty);
    }
}
