//! Plans the items of the module `types`.

use super::context::Context;
use super::enumeration::plan_enumeration;
use super::item::{Item, ItemKind, Sequence, Struct};
use super::object::plan_struct;
use super::rules::Rules;
use super::tuple::plan_tuple;
use super::type_ref::TypeRef;
use super::union::plan_union;
use crate::ir::{Api, Form, SchemaId};
use crate::plan::docs::Docs;
use crate::problem::Problems;

/// Plans every reachable item, in document order.
pub(super) fn plan_items(context: &Context<'_>, problems: &Problems) -> Vec<Item> {
    let schemas = &context.api.schemas;
    let reached = schemas.ids().filter(|id| context.usage.all.contains(*id));
    reached.filter_map(|id| plan_item(context, id, problems)).collect()
}

fn plan_item(context: &Context<'_>, id: SchemaId, problems: &Problems) -> Option<Item> {
    let schema = &context.api.schemas[id];
    let ident = context.names.types.type_of(id)?.clone();
    let kind = match &schema.form {
        Form::Object(object) => ItemKind::Struct(plan_struct(context, id, object, problems)),
        Form::Enumeration(values) => {
            let idents = context.names.types.variants(id);
            ItemKind::Enumeration(plan_enumeration(values, idents))
        }
        Form::Union(union) => ItemKind::Union(plan_union(context, id, union, problems)),
        Form::Tuple { items, rest } => {
            ItemKind::Sequence(plan_tuple(context, id, items, *rest, problems))
        }
        Form::Array(item) if is_item(context, id) => {
            let mut rules = Rules::of(context, id, problems);
            rules.item(0, *item);
            let rest = context.refs.value(*item);
            ItemKind::Sequence(Sequence { items: Vec::new(), rest, rules: rules.finish() })
        }
        Form::Map(value) if is_item(context, id) => {
            let mut rules = Rules::of(context, id, problems);
            rules.member(0, *value);
            ItemKind::Struct(Struct {
                fields: Vec::new(),
                additional: Some(context.refs.map(id, *value))
                    .filter(|ty| *ty != TypeRef::Json.map(None)),
                rules: rules.finish(),
            })
        }
        Form::Array(_)
        | Form::Map(_)
        | Form::Any(_)
        | Form::Null
        | Form::Never
        | Form::Boolean
        | Form::Integer(_)
        | Form::Number { .. }
        | Form::String(_)
        | Form::Alias(_) => ItemKind::Alias(context.refs.value(id)),
    };
    let docs = Docs::of_item(schema);
    Some(Item { schema: id, ident, docs, kind, implements_eq: false })
}

/// Says of each inline type without a description where its values are.
///
/// This comes after equal types are merged, since it differs.
pub(super) fn name_places(api: &Api, items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.docs.0.is_empty()) {
        let path = api.places.get(&item.schema).map_or("", |words| words.path.as_str());
        if !path.is_empty() {
            item.docs = Docs::code_sentence("The type of", path);
        }
    }
}

fn is_item(context: &Context<'_>, id: SchemaId) -> bool {
    context.names.types.is_item(&context.api.schemas, id)
}
