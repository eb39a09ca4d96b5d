//! Divides items into files: those that only the operations of one tag use share a file.

use super::dedup::Dedup;
use super::item::Item;
use super::module::{TypesModule, TypesPart};
use crate::ir::{self, SchemaId, Schemas};
use crate::ir::{children, request_schemas, response_schemas};
use crate::name::{Group, shared_module};

/// The maximum number of items in an undivided file.
const ONE_FILE: usize = 60;

/// The users of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Nobody,
    /// The operations of one group, by index.
    One(usize),
    Several,
}

/// Divides items into files; `features` gates the file of each tag.
pub(super) fn partition(
    api: &ir::Api,
    groups: &[Group],
    items: Vec<Item>,
    dedup: &Dedup,
    features: bool,
) -> TypesModule {
    if items.len() <= ONE_FILE {
        return TypesModule { items, parts: Vec::new() };
    }
    let owners = owners(api, groups, dedup);
    let mut of_group: Vec<Vec<Item>> = groups.iter().map(|_| Vec::new()).collect();
    let mut shared = Vec::new();
    for item in items {
        let group = match owners.get(item.schema.0 as usize) {
            Some(Owner::One(index)) => of_group.get_mut(*index),
            _ => None,
        };
        group.unwrap_or(&mut shared).push(item);
    }
    let mut parts: Vec<TypesPart> = groups
        .iter()
        .zip(of_group)
        .map(|(group, items)| TypesPart {
            module: group.module.clone(),
            feature: (features && group.tag.is_some()).then(|| group.feature()),
            items,
        })
        .collect();
    parts.push(TypesPart { module: shared_module(groups), feature: None, items: shared });
    parts.retain(|part| !part.items.is_empty());
    TypesModule { items: Vec::new(), parts }
}

/// The users of each schema. A user of a schema also uses its parts, so a shared type never
/// contains an unshared one.
fn owners(api: &ir::Api, groups: &[Group], dedup: &Dedup) -> Vec<Owner> {
    let schemas = &api.schemas;
    let mut owners = vec![Owner::Nobody; schemas.0.len()];
    for (index, group) in groups.iter().enumerate() {
        let operations = group.operations.iter().filter_map(|at| api.operations.get(*at));
        let used = operations.flat_map(|one| [request_schemas(one), response_schemas(one)]);
        claim(schemas, dedup, Owner::One(index), used.flatten().collect(), &mut owners);
    }
    claim(schemas, dedup, Owner::Several, unused(api, &owners), &mut owners);
    owners
}

/// The named schemas that no operation uses, whose users are unknown.
fn unused(api: &ir::Api, owners: &[Owner]) -> Vec<SchemaId> {
    let is_unused = |id: &SchemaId| owners.get(id.0 as usize) == Some(&Owner::Nobody);
    api.roots.iter().copied().filter(is_unused).collect()
}

/// Marks everything reachable from `open`. Each schema changes its users at most twice.
fn claim(
    schemas: &Schemas,
    dedup: &Dedup,
    by: Owner,
    mut open: Vec<SchemaId>,
    owners: &mut [Owner],
) {
    while let Some(id) = open.pop() {
        let Some(owner) = owners.get_mut(id.0 as usize) else { continue };
        let next = match *owner {
            Owner::Nobody => by,
            Owner::One(_) if *owner != by => Owner::Several,
            Owner::One(_) | Owner::Several => continue,
        };
        *owner = next;
        open.extend(children(schemas, id).into_iter().chain(dedup.kept(id)));
    }
}
