//! Distinguishes the alternatives of a union.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::item::{Decision, Kinds};
use crate::collections::HashMap;
use crate::ir::{Enumeration, Form, Literal, Object, SchemaId, Schemas};

/// The maximum nesting of unions that is examined; deeper ones count as any value.
const NESTING: usize = 8;

/// Facts about the values of schemas, cached: each union is examined once, since the paths through
/// nested unions multiply.
pub(super) struct Decisions<'a> {
    schemas: &'a Schemas,
    /// For a union at a depth.
    unions: RefCell<HashMap<(SchemaId, usize), Decision>>,
    kinds: RefCell<HashMap<(SchemaId, usize), Kinds>>,
}

impl<'a> Decisions<'a> {
    pub(super) fn new(schemas: &'a Schemas) -> Self {
        Self { schemas, unions: RefCell::default(), kinds: RefCell::default() }
    }

    /// All known facts about the values of a schema.
    pub(super) fn of(&self, id: SchemaId) -> Decision {
        self.within(id, 0)
    }

    fn within(&self, id: SchemaId, depth: usize) -> Decision {
        let of_kind = |kinds: Kinds| Decision { kinds, ..Decision::default() };
        let id = self.schemas.resolve(id);
        match &self.schemas[id].form {
            Form::Any(_) | Form::Alias(_) => of_kind(Kinds::ANY),
            Form::Never => of_kind(Kinds::default()),
            Form::Null => of_kind(Kinds::NULL),
            Form::Boolean => of_kind(Kinds::BOOLEAN),
            Form::Integer(_) => of_kind(Kinds::INTEGER),
            Form::Number { .. } => of_kind(Kinds::NUMBER),
            Form::String(_) => of_kind(Kinds::STRING),
            Form::Map(_) => of_kind(Kinds::OBJECT),
            Form::Enumeration(values) => Decision {
                kinds: values
                    .values
                    .iter()
                    .map(|value| kind(&value.literal))
                    .fold(Kinds::default(), Kinds::or),
                values: texts(values),
                ..Decision::default()
            },
            Form::Array(item) => {
                Decision { items: self.kinds_of(*item, depth), ..of_kind(Kinds::ARRAY) }
            }
            Form::Tuple { items, .. } => {
                let first = items.first().map_or(Kinds::ANY, |item| self.kinds_of(*item, depth));
                Decision { items: first, ..of_kind(Kinds::ARRAY) }
            }
            Form::Object(object) => self.of_object(object),
            Form::Union(_) if depth >= NESTING => of_kind(Kinds::ANY),
            Form::Union(union) => {
                if let Some(known) = self.unions.borrow().get(&(id, depth)) {
                    return known.clone();
                }
                let mut parts = union
                    .alternatives
                    .iter()
                    .map(|alternative| self.within(alternative.schema, depth + 1));
                let first = parts.next().unwrap_or_default();
                let decision = parts.fold(first, either);
                self.unions.borrow_mut().insert((id, depth), decision.clone());
                decision
            }
        }
    }

    /// The kinds of a schema's values, including `null` if it is admitted.
    fn kinds_of(&self, id: SchemaId, depth: usize) -> Kinds {
        if depth >= NESTING {
            return Kinds::ANY;
        }
        let schemas = self.schemas;
        let null = if schemas.is_nullable(id) { Kinds::NULL } else { Kinds::default() };
        let id = schemas.resolve(id);
        let kinds = match &schemas[id].form {
            // Its members do not determine its kind.
            Form::Object(_) => Kinds::OBJECT,
            Form::Union(union) => {
                if let Some(known) = self.kinds.borrow().get(&(id, depth)) {
                    return known.or(null);
                }
                let kinds = union
                    .alternatives
                    .iter()
                    .map(|alternative| self.kinds_of(alternative.schema, depth + 1))
                    .fold(Kinds::default(), Kinds::or);
                self.kinds.borrow_mut().insert((id, depth), kinds);
                kinds
            }
            Form::Array(_) | Form::Tuple { .. } => Kinds::ARRAY,
            _ => self.within(id, depth + 1).kinds,
        };
        kinds.or(null)
    }

    fn of_object(&self, object: &Object) -> Decision {
        let schemas = self.schemas;
        let tags = object.properties.iter().filter_map(|property| {
            match &schemas[schemas.resolve(property.schema)].form {
                Form::Enumeration(values) if !values.admits_others => {
                    let null = schemas.is_nullable(property.schema).then(|| "null".to_owned());
                    let values = joined(texts(values), null.into_iter().collect());
                    Some((property.name.clone(), values))
                }
                _ => None,
            }
        });
        let members = object.properties.iter().map(|property| {
            let kinds = self.kinds_of(property.schema, 0);
            (property.name.clone(), kinds)
        });
        // A response omits members that only clients write.
        let required = object
            .properties
            .iter()
            .filter(|property| property.required && !is_write_only(schemas, property.schema));
        Decision {
            kinds: Kinds::OBJECT,
            tags: tags.collect(),
            required: required.map(|property| property.name.clone()).collect(),
            declared: object.properties.iter().map(|property| property.name.clone()).collect(),
            members: members.filter(|(_, kinds)| !kinds.is_empty()).collect(),
            ..Decision::default()
        }
    }
}

fn is_write_only(schemas: &Schemas, id: SchemaId) -> bool {
    schemas[id].write_only || schemas[schemas.resolve(id)].write_only
}

/// The facts about a value that is one of two: for objects, what both have in common.
pub(super) fn either(one: Decision, two: Decision) -> Decision {
    let kinds = one.kinds.or(two.kinds);
    let items = one.items.or(two.items);
    let is_open = |side: &Decision| side.values.is_empty() && !scalar(side.kinds).is_empty();
    let values =
        if is_open(&one) || is_open(&two) { Vec::new() } else { joined(one.values, two.values) };
    let (tags, required, declared, members) =
        match (one.kinds.has(Kinds::OBJECT), two.kinds.has(Kinds::OBJECT)) {
            (true, true) => {
                let mut others: HashMap<String, Vec<String>> = two.tags.into_iter().collect();
                let both = one.tags.into_iter().filter_map(|(name, values)| {
                    others.remove(&name).map(|more| (name, joined(values, more)))
                });
                let needed: BTreeSet<&String> = two.required.iter().collect();
                let required = one.required.into_iter().filter(|name| needed.contains(name));
                let mut others: HashMap<String, Kinds> = two.members.into_iter().collect();
                let members = one.members.into_iter().filter_map(|(name, kinds)| {
                    others.remove(&name).map(|more| (name, kinds.or(more)))
                });
                let members = members.collect();
                let declared = joined(one.declared, two.declared);
                (both.collect(), required.collect(), declared, members)
            }
            (true, false) => (one.tags, one.required, one.declared, one.members),
            (false, _) => (two.tags, two.required, two.declared, two.members),
        };
    Decision { kinds, tags, required, declared, values, items, members, ..Decision::default() }
}

/// The kinds of an enumeration's values.
fn scalar(kinds: Kinds) -> Kinds {
    let scalars = [Kinds::BOOLEAN, Kinds::INTEGER, Kinds::NUMBER, Kinds::STRING];
    scalars.into_iter().filter(|kind| kinds.has(*kind)).fold(Kinds::default(), Kinds::or)
}

fn joined(one: Vec<String>, two: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    one.into_iter().chain(two).filter(|name| seen.insert(name.clone())).collect()
}

fn kind(literal: &Literal) -> Kinds {
    match literal {
        Literal::Boolean(_) => Kinds::BOOLEAN,
        Literal::Number(text) if text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()) => {
            Kinds::INTEGER
        }
        Literal::Number(_) => Kinds::NUMBER,
        Literal::Text(_) => Kinds::STRING,
        Literal::Json(text) if text.starts_with('[') => Kinds::ARRAY,
        Literal::Json(_) => Kinds::OBJECT,
    }
}

/// The values as the runtime compares them: strings verbatim, other scalars as JSON.
fn texts(values: &Enumeration) -> Vec<String> {
    let text = |literal: &Literal| match literal {
        Literal::Boolean(value) => Some(value.to_string()),
        Literal::Number(text) | Literal::Text(text) => Some(text.clone()),
        Literal::Json(_) => None,
    };
    values.values.iter().filter_map(|value| text(&value.literal)).collect()
}

/// Keeps only the facts that decide, since they are written into the generated code.
pub(super) fn sharpen(decisions: &mut [Decision], discriminator: Option<&str>) {
    let objects = decisions.iter().filter(|one| one.kinds.has(Kinds::OBJECT)).count();
    let lone = objects <= 1;
    let useful = useful_tags(decisions);
    let hints = differing_tags(decisions.iter());
    for one in decisions.iter_mut() {
        let (tags, others) = std::mem::take(&mut one.tags)
            .into_iter()
            .partition(|(name, values)| values.len() == 1 || useful.contains(name));
        one.tags = tags;
        one.hints = others;
        one.hints.retain(|(name, _)| hints.contains(name));
        if lone {
            one.tags.clear();
        }
    }
    let constants = decides_alone(decisions);
    // If the discriminator may be absent, the other members decide.
    let discriminated = discriminator.is_some_and(|name| {
        let mut objects = decisions.iter().filter(|one| one.kinds.has(Kinds::OBJECT));
        objects.all(|one| one.required.iter().any(|required| required == name))
    });
    for one in decisions.iter_mut() {
        if lone || discriminated || constants {
            one.required.clear();
            one.declared.clear();
            one.members.clear();
            one.hints.clear();
        }
    }
    let apart = kinds_apart(decisions);
    for one in decisions.iter_mut() {
        one.members.retain(|(name, _)| apart.contains(name));
    }
    let arrays = decisions.iter().filter(|one| one.kinds.has(Kinds::ARRAY)).count();
    if arrays <= 1 {
        for one in decisions.iter_mut() {
            one.items = Kinds::ANY;
        }
    }
}

/// The members whose listed values are disjoint between some two alternatives.
fn useful_tags(decisions: &[Decision]) -> BTreeSet<String> {
    let mut by_name: HashMap<&String, Vec<&Vec<String>>> = HashMap::default();
    for (name, values) in decisions.iter().flat_map(|one| &one.tags) {
        by_name.entry(name).or_default().push(values);
    }
    let mut useful = BTreeSet::new();
    for one in decisions {
        for (name, values) in &one.tags {
            let Some(all) = by_name.get(name).filter(|_| !useful.contains(name)) else { continue };
            let own: BTreeSet<&String> = values.iter().collect();
            // Bounds the comparisons: beyond it, the first alternatives represent all.
            if all.iter().take(64).any(|other| !other.iter().any(|value| own.contains(value))) {
                useful.insert(name.clone());
            }
        }
    }
    useful
}

/// The members whose listed values are not the same in all alternatives that list them.
pub(super) fn differing_tags<'a>(
    decisions: impl Iterator<Item = &'a Decision>,
) -> BTreeSet<String> {
    let mut first: HashMap<&String, BTreeSet<&String>> = HashMap::default();
    let mut differing = BTreeSet::new();
    for (name, values) in decisions.flat_map(|one| &one.tags) {
        let values: BTreeSet<&String> = values.iter().collect();
        if *first.entry(name).or_insert_with(|| values.clone()) != values {
            differing.insert(name.clone());
        }
    }
    differing
}

/// The members that some two alternatives declare with different kinds.
fn kinds_apart(decisions: &[Decision]) -> BTreeSet<String> {
    let mut first: HashMap<&String, Kinds> = HashMap::default();
    let mut apart = BTreeSet::new();
    for (name, kinds) in decisions.iter().flat_map(|one| &one.members) {
        // The runtime accepts null for any kind, and an integer where a number is declared.
        let numbers = Kinds::INTEGER.or(Kinds::NUMBER);
        let kinds = kinds.without(Kinds::NULL);
        let kinds = if kinds.has(numbers) { kinds.or(numbers) } else { kinds };
        if *first.entry(name).or_insert(kinds) != kinds {
            apart.insert(name.clone());
        }
    }
    apart
}

/// Whether one member has a distinct constant in every object alternative.
pub(super) fn decides_alone(decisions: &[Decision]) -> bool {
    let objects: Vec<&Decision> =
        decisions.iter().filter(|one| one.kinds.has(Kinds::OBJECT)).collect();
    let Some(first) = objects.first() else { return false };
    first.tags.iter().any(|(name, _)| {
        let mut seen = BTreeSet::new();
        objects.iter().all(|one| {
            one.required.contains(name)
                && one.tags.iter().any(|(other, values)| {
                    other == name && values.iter().all(|value| seen.insert(value.clone()))
                })
        })
    })
}
