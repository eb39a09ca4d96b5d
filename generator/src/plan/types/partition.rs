//! Which items share a file: those that the operations of one tag alone use stand together.

use super::dedup::Dedup;
use super::item::Item;
use super::module::{TypesModule, TypesPart};
use crate::ir::{self, SchemaId, Schemas};
use crate::name::{Group, shared_module};
use crate::plan::graph::{children, request_schemas, response_schemas};

/// How many items stand in one file before they are divided.
const ONE_FILE: usize = 60;

/// Who uses a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Nobody,
    /// The operations of one group, by its index.
    One(usize),
    Several,
}

/// Divides items into files; `features` gates the file of a tag.
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

/// Who uses each schema. Whoever uses a schema uses what it is made of, so that nothing shared
/// is made of something that is not.
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

/// The named schemas that no operation uses: who needs what they are made of is not known.
fn unused(api: &ir::Api, owners: &[Owner]) -> Vec<SchemaId> {
    let is_unused = |id: &SchemaId| owners.get(id.0 as usize) == Some(&Owner::Nobody);
    api.roots.iter().copied().filter(is_unused).collect()
}

/// Marks everything that is reached from `open`. Each schema changes hands twice at most.
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
