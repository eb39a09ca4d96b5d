//! The names of types, fields and variants.

use std::borrow::Cow;

use super::{Candidate, Case, Ident, NameRequest, Scope};
use crate::collections::{HashMap, HashSet};
use crate::document::NodeId;
use crate::ir::{
    self, Enumeration, Form, Literal, PlaceWords, SchemaId, Schemas, alternative_words, recursive,
};
use crate::problem::{ProblemKind, Problems};

/// Type names that generated or ordinary code uses without a path.
const TYPES: Scope = Scope {
    reserved: &[
        "AsMut",
        "AsRef",
        "Box",
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "DoubleEndedIterator",
        "Drop",
        "Eq",
        "Err",
        "ExactSizeIterator",
        "Extend",
        "Fn",
        "FnMut",
        "FnOnce",
        "From",
        "FromIterator",
        "Hash",
        "Into",
        "IntoIterator",
        "Iterator",
        "None",
        "Ok",
        "Option",
        "Ord",
        "PartialEq",
        "PartialOrd",
        "Result",
        "Self_",
        "Send",
        "Sized",
        "Some",
        "String",
        "Sync",
        "ToOwned",
        "ToString",
        "TryFrom",
        "TryInto",
        "Unpin",
        "Vec",
    ],
    suffix: "Model",
    remedy: Scope::PIN,
};

/// The length from which a type's name is shortened.
const LONG: usize = 80;

/// `extra` and `additional` hold the undeclared members.
const FIELDS: Scope = Scope { reserved: &["extra", "additional"], suffix: "_", remedy: Scope::PIN };

/// `Unknown` holds undocumented values.
const VARIANTS: Scope = Scope { reserved: &["Unknown"], suffix: "Value", remedy: Scope::PIN };

/// `Other` holds any other string, if the document admits it.
const VARIANTS_AND_OTHERS: Scope =
    Scope { reserved: &["Other"], suffix: "Value", remedy: Scope::PIN };

/// The names of schemas.
#[derive(Debug, Default)]
pub(crate) struct Types {
    idents: HashMap<SchemaId, Ident>,
    recursive: HashSet<SchemaId>,
    /// By property of an object.
    fields: HashMap<SchemaId, Vec<Ident>>,
    /// By value of an enumeration or alternative of a union.
    variants: HashMap<SchemaId, Vec<Ident>>,
}

impl Types {
    /// The name of a schema's type; `None` if it has none of its own.
    pub(crate) fn type_of(&self, id: SchemaId) -> Option<&Ident> {
        self.idents.get(&id)
    }

    /// Whether uses of a schema are written with its name; otherwise the name is an alias.
    pub(crate) fn is_item(&self, schemas: &Schemas, id: SchemaId) -> bool {
        schemas[id].form.has_own_type() || self.recursive.contains(&id)
    }

    /// The field of a property, by index.
    pub(crate) fn fields(&self, id: SchemaId) -> &[Ident] {
        self.fields.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The variant of a value or alternative, by index.
    pub(crate) fn variants(&self, id: SchemaId) -> &[Ident] {
        self.variants.get(&id).map_or(&[], Vec::as_slice)
    }

    /// Visits each name.
    pub(super) fn each(&mut self, api: &ir::Api, visit: &mut dyn FnMut(NodeId, Case, &mut Ident)) {
        let Self { idents, recursive: _, fields, variants } = self;
        for id in api.schemas.ids() {
            let node = api.schemas[id].origin;
            if let Some(ident) = idents.get_mut(&id) {
                visit(node, Case::Pascal, ident);
            }
            for ident in fields.get_mut(&id).into_iter().flatten() {
                visit(node, Case::Snake, ident);
            }
            for ident in variants.get_mut(&id).into_iter().flatten() {
                visit(node, Case::Pascal, ident);
            }
        }
    }
}

pub(super) fn name(api: &ir::Api, problems: &Problems) -> Types {
    let nowhere = PlaceWords::default();
    let recursive = recursive(&api.schemas);
    let mut named = vec![false; api.schemas.0.len()];
    for root in &api.roots {
        if let Some(named) = named.get_mut(root.0 as usize) {
            *named = true;
        }
    }
    let mut ids = Vec::new();
    let mut requests = Vec::new();
    for (id, is_root) in api.schemas.ids().zip(&named) {
        let schema = &api.schemas[id];
        if !is_root && !schema.form.has_own_type() && !recursive.contains(&id) {
            continue;
        }
        let words = api.places.get(&id).unwrap_or(&nowhere);
        let short = schema
            .rust_name
            .as_ref()
            .map_or_else(|| Ident::pascal(&words.short), |name| Ident::pinned(Case::Pascal, name));
        let rank = match (&schema.rust_name, is_root) {
            (Some(_), _) => NameRequest::PINNED,
            (None, true) => NameRequest::rank_of(words.short.trim(), &short),
            (None, false) => NameRequest::PLACED,
        };
        let spelled = Candidate::spelled(Case::Pascal, words.full.trim());
        let candidates = vec![short.into(), Candidate::plain(Case::Pascal, &words.full), spelled];
        ids.push(id);
        requests.push(NameRequest { node: schema.origin, candidates, rank });
    }
    shorten(api, &ids, &mut requests);
    let idents: HashMap<SchemaId, Ident> =
        ids.iter().copied().zip(TYPES.settle(&requests, problems)).collect();
    let is_tuple = |id: &&SchemaId| matches!(api.schemas[**id].form, Form::Tuple { .. });
    let tuple_structs = ids.iter().filter(is_tuple).filter_map(|id| idents.get(id));
    let uncased: Vec<&Ident> = tuple_structs.filter(|ident| !ident.has_case()).collect();
    let mut fields = HashMap::default();
    let mut variants = HashMap::default();
    for id in api.schemas.ids() {
        let schema = &api.schemas[id];
        match &schema.form {
            Form::Object(object) => {
                fields.insert(id, name_fields(api, object, &uncased, problems));
            }
            Form::Enumeration(enumeration) => {
                variants.insert(id, name_values(schema.origin, enumeration, problems));
            }
            Form::Union(union) => {
                variants.insert(id, name_alternatives(api, schema.origin, union, problems));
            }
            _ => {}
        }
    }
    Types { idents, recursive, fields, variants }
}

/// Shortens long names, as far as they remain different from all others: a short name is not worth a collision.
fn shorten(api: &ir::Api, ids: &[SchemaId], requests: &mut [NameRequest<'_>]) {
    let mut shortened: Vec<Option<Ident>> = Vec::with_capacity(requests.len());
    let mut uses: HashMap<String, usize> = HashMap::default();
    for (id, request) in ids.iter().zip(&*requests) {
        let Some(Candidate::Ident(ident)) = request.candidates.first() else {
            shortened.push(None);
            continue;
        };
        let is_long = ident.as_str().len() > LONG && api.schemas[*id].rust_name.is_none();
        let short = is_long.then(|| ident.shortened(LONG));
        let used = short.as_ref().unwrap_or(ident);
        *uses.entry(used.as_str().to_owned()).or_default() += 1;
        shortened.push(short);
    }
    for (short, request) in shortened.into_iter().zip(requests) {
        let Some(short) = short.filter(|short| uses.get(short.as_str()) == Some(&1)) else {
            continue;
        };
        if let Some(first) = request.candidates.first_mut() {
            *first = short.into();
        }
    }
}

/// A field is an argument too, which cannot have the name of a tuple struct; it only could in letters
/// without case.
fn name_fields(
    api: &ir::Api,
    object: &ir::Object,
    tuple_structs: &[&Ident],
    problems: &Problems,
) -> Vec<Ident> {
    let Some(first) = object.properties.first() else { return Vec::new() };
    let taken = tuple_structs.iter().map(|ident| NameRequest::taken(first.origin, ident));
    let properties = object.properties.iter().map(|property| {
        let spelled = Candidate::spelled(Case::Snake, &property.name);
        let (ident, rank) = match field_pin(api, property) {
            Some(name) => (Ident::pinned(Case::Snake, name), NameRequest::PINNED),
            None => {
                let ident = Ident::snake(&property.name);
                let rank = NameRequest::rank_of(&property.name, &ident);
                (ident, rank)
            }
        };
        let cased = Candidate::cased(Case::Snake, &property.name);
        NameRequest { node: property.origin, candidates: vec![ident.into(), spelled, cased], rank }
    });
    let requests: Vec<NameRequest<'_>> = taken.chain(properties).collect();
    FIELDS.settle(&requests, problems).split_off(tuple_structs.len())
}

/// A pinned name in snake case names the field; in any other case, its type.
fn field_pin<'a>(api: &'a ir::Api, property: &ir::Property) -> Option<&'a str> {
    let schema = &api.schemas[property.schema];
    let written_there = schema.origin == property.origin;
    let name = schema.rust_name.as_deref()?;
    (written_there && !name.starts_with(char::is_uppercase)).then_some(name)
}

fn name_values(node: NodeId, enumeration: &Enumeration, problems: &Problems) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = enumeration
        .values
        .iter()
        .map(|value| {
            let text = match (&value.name, &value.literal) {
                (Some(name), _) => Cow::Borrowed(&**name),
                (None, Literal::Text(text) | Literal::Json(text)) => Cow::Borrowed(&**text),
                (None, Literal::Boolean(value)) => Cow::Owned(value.to_string()),
                (None, Literal::Number(text)) => Cow::Owned(number_words(text)),
            };
            let ident = Ident::pascal(&text);
            let rank = NameRequest::rank_of(&text, &ident);
            NameRequest {
                node,
                candidates: vec![
                    ident.into(),
                    Candidate::spelled(Case::Pascal, text.clone()),
                    Candidate::cased(Case::Pascal, &text),
                ],
                rank,
            }
        })
        .collect();
    let scope = if enumeration.admits_others { VARIANTS_AND_OTHERS } else { VARIANTS };
    let (idents, collisions) = scope.settle_unreported(&requests);
    for (node, collision) in collisions {
        report_value(enumeration, &idents, node, collision, problems);
    }
    idents
}

/// Reports the value that the variant of a collision is for.
fn report_value(
    enumeration: &Enumeration,
    idents: &[Ident],
    node: NodeId,
    collision: ProblemKind,
    problems: &Problems,
) {
    let ProblemKind::NameCollision { name, given, remedy: _ } = &collision else { return };
    let mut variants = enumeration.values.iter().zip(idents);
    let value = variants.find(|(_, ident)| ident.to_string() == *given).map(|(value, _)| value);
    let problem = match value.map(|value| &value.literal) {
        Some(Literal::Text(text) | Literal::Number(text) | Literal::Json(text)) => {
            ProblemKind::ValueCollision {
                value: text.as_str().into(),
                name: name.as_str().into(),
                given: given.as_str().into(),
            }
        }
        Some(Literal::Boolean(_)) | None => collision,
    };
    problems.report(node, problem);
}

/// `-1.5` as words distinct from those of `15`.
fn number_words(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(digits) => format!("minus {}", digits.replace('.', " point ")),
        None => text.replace('.', " point "),
    }
}

fn name_alternatives(
    api: &ir::Api,
    node: NodeId,
    union: &ir::Union,
    problems: &Problems,
) -> Vec<Ident> {
    let requests: Vec<NameRequest<'_>> = alternative_words(&api.schemas, union)
        .into_iter()
        .map(|word| NameRequest {
            node,
            candidates: vec![Ident::pascal(&word).into(), Candidate::spelled(Case::Pascal, word)],
            rank: NameRequest::NAMED,
        })
        .collect();
    VARIANTS.settle(&requests, problems)
}

#[cfg(test)]
mod tests;
