//! Plans open enums.

use super::context::Context;
use super::dedup::Dedup;
use super::item::{Enumeration, Item, ItemKind, Literal, Value};
use crate::collections::{HashMap, HashSet};
use crate::ir::{self, Form, SchemaId};
use crate::name::Ident;
use crate::plan::docs::Docs;

/// Plans the enum of an enumeration, with the names of its variants.
///
/// A value that is an array or an object has no variant and is decoded as unknown.
pub(super) fn plan_enumeration(values: &ir::Enumeration, idents: &[Ident]) -> Enumeration {
    let is_text = values.is_text();
    let variants = values.values.iter().zip(idents).filter_map(|(value, ident)| {
        let literal = match &value.literal {
            ir::Literal::Boolean(value) => Literal::Bool(*value),
            ir::Literal::Number(text) => match text.parse() {
                Ok(value) => Literal::Integer(value),
                Err(_) => Literal::Number(text.clone()),
            },
            ir::Literal::Text(text) => Literal::Text(text.clone()),
            ir::Literal::Json(_) => return None,
        };
        let mut docs = Docs::text(value.description.as_deref().unwrap_or_default());
        docs.append(&Docs::of_value(ident, &literal));
        Some(Value { ident: ident.clone(), docs, literal })
    });
    // The default of deduplicated inline schemas is determined later.
    let default = None;
    Enumeration {
        variants: variants.collect(),
        is_text,
        admits_others: values.admits_others,
        default,
    }
}

/// Sets the documented default of each enumeration, if it is one of the values.
///
/// Inline schemas that share a type have a default if all declared ones agree; they do not affect
/// the type of a named schema.
pub(super) fn give_defaults(context: &Context<'_>, dedup: &Dedup, items: &mut [Item]) {
    let named: HashSet<SchemaId> = context.api.roots.iter().copied().collect();
    let mut others: HashMap<SchemaId, Vec<SchemaId>> = HashMap::default();
    for (gone, kept) in dedup.replaced() {
        others.entry(kept).or_default().push(gone);
    }
    for item in items {
        let ItemKind::Enumeration(enumeration) = &mut item.kind else { continue };
        let shared = others.get(&item.schema).filter(|_| !named.contains(&item.schema));
        let schemas = shared.into_iter().flatten().chain([&item.schema]);
        let mut defaults = schemas.filter_map(|id| default_of(context, *id));
        let first = defaults.next();
        enumeration.default = first.filter(|first| defaults.all(|other| other == *first));
    }
}

/// The variant of a schema's default, if it is one of the values.
fn default_of(context: &Context<'_>, id: SchemaId) -> Option<Ident> {
    let schema = &context.api.schemas[id];
    let Form::Enumeration(values) = &schema.form else { return None };
    let given = &*schema.default.as_ref()?.value;
    let position = values.values.iter().position(|value| value.literal.is(given))?;
    context.names.types.variants(id).get(position).cloned()
}
