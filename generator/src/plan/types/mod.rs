//! Plans the types of the document: structs, enums, unions and aliases, and their files.

mod context;
mod decision;
mod dedup;
mod default;
mod elements;
mod enumeration;
mod equality;
mod finite;
mod item;
mod items;
mod module;
mod object;
mod part_files;
mod partition;
mod parts;
mod rule_line;
mod rules;
mod sent;
mod tags;
mod tuple;
mod type_ref;
mod type_refs;
mod union;

pub(super) use dedup::Dedup;
pub(crate) use item::{
    Constant, Decision, Enumeration, Field, Item, ItemKind, Kinds, Literal, Sequence, Struct,
    Union, Value, Variant,
};
pub(crate) use module::{TypesModule, TypesPart};
pub(super) use rules::Rules;
pub(crate) use type_ref::TypeRef;
pub(crate) use type_refs::{TypeRefs, type_refs};

use context::Context;

use super::options::PlanOptions;
use crate::ir;
use crate::ir::Usage;
use crate::name::Names;
use crate::problem::Problems;

/// The items of the module `types`, and the deduplicated ones.
pub(super) fn plan(
    api: &ir::Api,
    names: &Names,
    refs: &TypeRefs,
    options: &PlanOptions,
    problems: &Problems,
) -> (TypesModule, Dedup) {
    let usage = Usage::new(api);
    let context = Context::new(api, names, refs, &usage, problems);
    let mut items = items::plan_items(&context, problems);
    let dedup = dedup::merge_equal(api, &mut items);
    enumeration::give_defaults(&context, &dedup, &mut items);
    equality::mark(&mut items);
    items::name_places(api, &mut items);
    let types = partition::partition(api, &names.groups, items, &dedup, options.features);
    (types, dedup)
}
