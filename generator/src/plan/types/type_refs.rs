//! The Rust type of every schema, at its uses.

use crate::collections::HashMap;
use crate::ir::{self, Bounds, Form, Schema, SchemaId, StringFormat};
use crate::name::Names;
use crate::problem::{ProblemKind, Problems};

use super::part_files::part_files;
use super::type_ref::TypeRef;

/// The maximum nesting of lists and maps without a named type between them.
const NESTING: usize = 32;

/// A table of every schema's type.
#[derive(Debug, Default)]
pub(crate) struct TypeRefs {
    refs: Vec<TypeRef>,
    nullable: Vec<bool>,
    keys: HashMap<SchemaId, TypeRef>,
}

impl TypeRefs {
    /// The type of a schema's values, except null.
    pub(crate) fn of(&self, id: SchemaId) -> TypeRef {
        self.refs.get(id.0 as usize).cloned().unwrap_or(TypeRef::Json)
    }

    /// The type of a required value: an `Option` if it is nullable.
    pub(crate) fn value(&self, id: SchemaId) -> TypeRef {
        if self.is_nullable(id) { self.of(id).optional() } else { self.of(id) }
    }

    /// A map of an object's undeclared members, with values of schema `value`.
    pub(crate) fn map(&self, object: SchemaId, value: SchemaId) -> TypeRef {
        self.value(value).map(self.keys.get(&object).cloned())
    }

    /// Whether null is separate from the type's own values; any JSON value includes null.
    pub(crate) fn is_nullable(&self, id: SchemaId) -> bool {
        self.nullable.get(id.0 as usize).is_some_and(|nullable| *nullable)
            && self.refs.get(id.0 as usize).is_some_and(|ty| *ty != TypeRef::Json)
    }
}

/// Determines the type of every schema in `api`.
///
/// `exact_numbers`: non-integer numbers keep every digit.
pub(crate) fn type_refs(
    api: &ir::Api,
    names: &Names,
    exact_numbers: bool,
    problems: &Problems,
) -> TypeRefs {
    let schemas = &api.schemas;
    let mut spelled: Vec<Option<(TypeRef, usize)>> = vec![None; schemas.0.len()];
    for file in part_files(api) {
        spell(&mut spelled, file, (TypeRef::File, 0));
    }
    let nullable: Vec<bool> = schemas.ids().map(|id| schemas.is_nullable(id)).collect();
    for start in schemas.ids() {
        // Each form refers to at most one other: a chain, walked forwards and back.
        let mut chain = Vec::new();
        let mut at = start;
        let mut last = loop {
            if let Some(Some(known)) = spelled.get(at.0 as usize) {
                break known.clone();
            }
            if names.types.is_item(schemas, at) {
                let ident = names.types.type_of(at).cloned();
                break spell(&mut spelled, at, (ident.map_or(TypeRef::Json, TypeRef::Named), 0));
            }
            let schema = &schemas[at];
            let (Form::Array(inner) | Form::Map(inner) | Form::Alias(inner)) = schema.form else {
                break spell(&mut spelled, at, (leaf(schema, exact_numbers), 0));
            };
            if chain.len() > schemas.0.len() {
                problems.report(schema.origin, ProblemKind::CircularReference);
                break (TypeRef::Json, 0);
            }
            chain.push(at);
            at = inner;
        };
        for id in chain.into_iter().rev() {
            let schema = &schemas[id];
            last = match schema.form {
                Form::Array(inner) | Form::Map(inner) if last.1 < NESTING => {
                    let null = nullable.get(inner.0 as usize).is_some_and(|null| *null);
                    let item =
                        if null && last.0 != TypeRef::Json { last.0.optional() } else { last.0 };
                    let whole = match schema.form {
                        Form::Array(_) => item.list(),
                        _ => item.map(key(schemas, names, id)),
                    };
                    (whole, last.1 + 1)
                }
                Form::Array(_) | Form::Map(_) => {
                    problems.report(schema.origin, ProblemKind::TypeTooDeep { limit: NESTING });
                    (TypeRef::Json, 0)
                }
                _ => last,
            };
            spell(&mut spelled, id, last.clone());
        }
    }
    let refs = spelled.into_iter().map(|known| known.map_or(TypeRef::Json, |(ty, _)| ty)).collect();
    let keys = schemas.ids().filter_map(|id| Some((id, key(schemas, names, id)?))).collect();
    TypeRefs { refs, nullable, keys }
}

/// The type of an object's member names, if it is not a string.
fn key(schemas: &ir::Schemas, names: &Names, id: SchemaId) -> Option<TypeRef> {
    let key = schemas.resolve(schemas[id].names?);
    match &schemas[key].form {
        Form::Enumeration(values) if values.is_text() => {
            names.types.type_of(key).cloned().map(TypeRef::Named)
        }
        Form::String(_) => Some(leaf(&schemas[key], false))
            .filter(|ty| !matches!(ty, TypeRef::Text | TypeRef::Secret)),
        _ => None,
    }
}

fn spell(
    spelled: &mut [Option<(TypeRef, usize)>],
    id: SchemaId,
    known: (TypeRef, usize),
) -> (TypeRef, usize) {
    if let Some(slot) = spelled.get_mut(id.0 as usize) {
        *slot = Some(known.clone());
    }
    known
}

/// The type of a form that refers to no other.
fn leaf(schema: &Schema, exact_numbers: bool) -> TypeRef {
    match &schema.form {
        Form::Boolean => TypeRef::Bool,
        Form::Integer(bounds) => match bounds {
            Bounds::I64 => TypeRef::I64,
            Bounds::U64 => TypeRef::U64,
            Bounds::I128 => TypeRef::I128,
            Bounds::Unbounded => TypeRef::Integer,
        },
        Form::Number { exact } if *exact || exact_numbers => TypeRef::Number,
        Form::Number { .. } => TypeRef::F64,
        Form::String(_) if schema.secret => TypeRef::Secret,
        Form::String(format) => match format {
            // Raw bytes occur only as whole bodies; within JSON they are strings.
            StringFormat::Text | StringFormat::Binary(_) | StringFormat::Other(_) => TypeRef::Text,
            StringFormat::DateTime => TypeRef::DateTime,
            StringFormat::Date => TypeRef::Date,
            StringFormat::Time => TypeRef::Time,
            StringFormat::Duration => TypeRef::Duration,
            StringFormat::Uuid => TypeRef::Uuid,
            StringFormat::Uri => TypeRef::Uri,
            StringFormat::Base64 => TypeRef::Base64,
        },
        // The remaining forms are written by name, or with another schema.
        Form::Any(_)
        | Form::Null
        | Form::Never
        | Form::Enumeration(_)
        | Form::Array(_)
        | Form::Tuple { .. }
        | Form::Map(_)
        | Form::Object(_)
        | Form::Union(_)
        | Form::Alias(_) => TypeRef::Json,
    }
}
