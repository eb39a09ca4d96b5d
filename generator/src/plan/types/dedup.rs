//! Deduplicates equal inline schemas: they share one type, and each place keeps an alias.
//!
//! A form body that is repeated in every operation would otherwise generate its types every time.
//! Named schemas keep their own types.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::BuildHasher;

use super::item::{Item, ItemKind, Union};
use super::type_ref::TypeRef;
use crate::collections::{HashMap, HashSet};
use crate::ir::{Api, SchemaId};
use crate::name::Ident;

/// The types that are aliases of an equal one.
#[derive(Debug, Default)]
pub(crate) struct Dedup {
    idents: HashMap<Ident, Ident>,
    schemas: HashMap<SchemaId, SchemaId>,
}

impl Dedup {
    /// The type with every replaced type in it substituted.
    pub(crate) fn canonical(&self, ty: &TypeRef) -> TypeRef {
        let mut ty = ty.clone();
        self.rewrite(&mut ty);
        ty
    }

    /// The schema whose type replaces that of `id`.
    pub(crate) fn kept(&self, id: SchemaId) -> Option<SchemaId> {
        self.schemas.get(&id).copied()
    }

    /// Each replaced schema, with its replacement.
    pub(crate) fn replaced(&self) -> impl Iterator<Item = (SchemaId, SchemaId)> {
        self.schemas.keys().map(|gone| {
            let mut kept = *gone;
            while let Some(next) = self.schemas.get(&kept) {
                kept = *next;
            }
            (*gone, kept)
        })
    }

    fn rewrite(&self, ty: &mut TypeRef) {
        ty.for_each_item_mut(&mut |ident| {
            if self.idents.contains_key(ident) {
                *ident = self.last(ident).clone();
            }
        });
    }

    /// The final replacement: a replacement may itself be replaced in a later round.
    fn last<'a>(&'a self, mut ident: &'a Ident) -> &'a Ident {
        while let Some(next) = self.idents.get(ident) {
            ident = next;
        }
        ident
    }

    /// The item's contents with replaced types substituted.
    fn key<'a>(&self, kind: &'a ItemKind) -> Cow<'a, ItemKind> {
        let mut key = Cow::Borrowed(kind);
        if kind.types().iter().any(|ty| self.concerns(ty)) {
            key.to_mut().types_mut().into_iter().for_each(|ty| self.rewrite(ty));
        }
        key
    }

    /// Whether the type contains a replaced type.
    fn concerns(&self, ty: &TypeRef) -> bool {
        let mut concerned = false;
        ty.for_each_item(&mut |ident| concerned |= self.idents.contains_key(ident));
        concerned
    }
}

/// Turns each inline item that equals an earlier one, or a named one, into an alias.
///
/// The documentation of an item is not compared: an alias has its own.
pub(crate) fn merge_equal(api: &Api, items: &mut [Item]) -> Dedup {
    let named: HashSet<SchemaId> = api.roots.iter().copied().collect();
    let (first, inline): (Vec<&Item>, Vec<&Item>) = items
        .iter()
        .filter(|item| !matches!(item.kind, ItemKind::Alias(_)))
        .partition(|item| named.contains(&item.schema));
    let inline_from = first.len();
    let ordered: Vec<&Item> = first.into_iter().chain(inline).collect();
    let mut holders: HashMap<&Ident, Vec<usize>> = HashMap::default();
    for (at, item) in ordered.iter().enumerate() {
        for ty in item.kind.types() {
            ty.for_each_item(&mut |ident| holders.entry(ident).or_default().push(at));
        }
    }
    let mut dedup = Dedup::default();
    // The first of all equal items, by hash.
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::default();
    let mut open: Vec<usize> = (0..ordered.len()).collect();
    // Items become equal once their parts are equal, so each round reaches one level outwards; it
    // ends with the outermost level, or at a bound for an endless chain.
    for _ in 0..ROUNDS {
        let mut changed: BTreeSet<usize> = BTreeSet::new();
        for at in open {
            let Some(item) = ordered.get(at) else { continue };
            if dedup.idents.contains_key(&item.ident) {
                continue;
            }
            let hash = seen.hasher().hash_one(dedup.key(&item.kind));
            let alike = seen.entry(hash).or_default();
            let same = alike.iter_mut().find(|other| {
                ordered.get(**other).is_some_and(|other| {
                    other.ident != item.ident
                        && !dedup.idents.contains_key(&other.ident)
                        && dedup.key(&other.kind) == dedup.key(&item.kind)
                })
            });
            let Some(same) = same else {
                alike.push(at);
                continue;
            };
            let (keeps, goes) = (at.min(*same), at.max(*same));
            *same = keeps;
            if goes < inline_from {
                continue;
            }
            let (Some(keeps), Some(goes)) = (ordered.get(keeps), ordered.get(goes)) else {
                continue;
            };
            dedup.idents.insert(goes.ident.clone(), keeps.ident.clone());
            dedup.schemas.insert(goes.schema, keeps.schema);
            changed.extend(holders.get(&goes.ident).into_iter().flatten());
        }
        if changed.is_empty() {
            break;
        }
        open = changed.into_iter().collect();
    }
    for item in &mut *items {
        if dedup.idents.contains_key(&item.ident) {
            item.kind = ItemKind::Alias(TypeRef::Named(dedup.last(&item.ident).clone()));
        } else if let ItemKind::Union(union) = &mut item.kind {
            convert_once(&dedup, union);
        }
    }
    dedup
}

/// The maximum nesting of inline schemas that is compared.
const ROUNDS: usize = 32;

/// A type converts into a union only once, whatever its names.
fn convert_once(dedup: &Dedup, union: &mut Union) {
    let mut seen: HashSet<TypeRef> = HashSet::default();
    for variant in &mut union.variants {
        let ty = dedup.canonical(&variant.ty).unboxed();
        variant.converts &= seen.insert(ty);
    }
}
