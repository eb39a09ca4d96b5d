//! The intersection of the facets of a schema.

use super::Conjunct;
use super::flatten::Facet;
use crate::collections::{HashSet, IndexMap};
use crate::document::{Document, Kind, NodeId};
use crate::ir::{Additional, Constraint, Docs};
use crate::lower::Context;
use crate::normalise::{
    AdditionalKeyword, Annotation, DiscriminatorKeyword, JsonContent, Keywords, Shape, TypeSet,
    Usage,
};
use crate::problem::ProblemKind;

/// The facets that hold for a value of the schema simultaneously.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// `None`: nothing in the document restricts the type.
    pub(crate) types: Option<TypeSet>,
    /// The first schema that restricts it.
    pub(crate) typed_by: Option<NodeId>,
    /// The first schema with an `enum`.
    pub(crate) listed_by: Option<NodeId>,
    pub(crate) nullable: bool,
    pub(crate) never: bool,
    pub(crate) formats: Vec<String>,
    pub(crate) base64: bool,
    pub(crate) raw_media: Option<String>,
    pub(crate) json_content: Option<JsonContent>,
    pub(crate) enumeration: Option<Vec<MergedValue>>,
    pub(crate) properties: IndexMap<String, Vec<Conjunct>>,
    pub(crate) required: IndexMap<String, NodeId>,
    /// Members that only exist under a condition, each with the schemas that it may have; they are optional.
    pub(crate) conditional: IndexMap<String, (NodeId, Vec<NodeId>)>,
    pub(crate) additional: MergedAdditional,
    pub(crate) patterns: Vec<NodeId>,
    /// The schemas of `propertyNames`.
    pub(crate) names: Vec<NodeId>,
    pub(crate) items: Vec<Conjunct>,
    pub(crate) prefix_items: Vec<Vec<Conjunct>>,
    pub(crate) items_closed: bool,
    pub(crate) groups: Vec<Group>,
    pub(crate) constraints: Vec<Constraint>,
    pub(crate) docs: Docs,
    pub(crate) default: Option<NodeId>,
    pub(crate) example: Option<NodeId>,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    pub(crate) secret: bool,
    pub(crate) rust_name: Option<String>,
}

/// A value of an enumeration, with its name and description.
#[derive(Clone, Debug)]
pub(crate) struct MergedValue {
    pub(crate) node: NodeId,
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
}

/// The rule for undeclared members.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum MergedAdditional {
    #[default]
    Unsaid,
    Open,
    Closed,
    Typed(Vec<Conjunct>),
}

impl MergedAdditional {
    pub(crate) fn without_schema(&self) -> Additional {
        match self {
            Self::Closed => Additional::Closed,
            Self::Unsaid | Self::Open | Self::Typed(_) => Additional::Open,
        }
    }
}

/// A `oneOf` or `anyOf`.
#[derive(Debug)]
pub(crate) struct Group {
    /// The schema that has the keyword.
    pub(crate) origin: NodeId,
    pub(crate) alternatives: Vec<NodeId>,
    pub(crate) discriminator: Option<DiscriminatorKeyword>,
}

/// Intersects the facets; contradictions are reported, and the first facet wins.
pub(crate) fn merge(context: Context<'_>, facets: &[Facet]) -> Merged {
    let mut merged = Merged::default();
    let mut all_nullable = true;
    let nodes: HashSet<NodeId> = facets.iter().map(|facet| facet.conjunct.node).collect();
    for Facet { conjunct, keywords, own } in facets {
        let Keywords { has_reference, all_of, nullable, shape, constraints, annotation, usage } =
            &**keywords;
        let says_values = keywords.gives_shape() && !has_reference && all_of.is_empty();
        if says_values || shape.types.is_some() {
            all_nullable &= nullable;
        }
        // One of several types is never null: the schema of all of them is.
        merged.nullable |= *nullable && *own && conjunct.types == TypeSet::ALL;
        merged.shape(context, *conjunct, shape);
        if conjunct.unions {
            merged.unions(context, conjunct.node, shape, &nodes);
        }
        for constraint in constraints {
            if !merged.constraints.contains(constraint) {
                merged.constraints.push(constraint.clone());
            }
        }
        // A referenced schema lends its description and default if there is no other description.
        let taken = *own || (facets.len() > 1 && merged.docs.description.is_none());
        merged.annotation(*own, taken, annotation);
        merged.usage(taken, usage);
    }
    let properties = &merged.properties;
    merged.conditional.retain(|name, _| !properties.contains_key(name));
    merged.nullable |= all_nullable
        && facets
            .iter()
            .any(|facet| facet.keywords.nullable && facet.conjunct.types == TypeSet::ALL);
    merged
}

impl Merged {
    fn shape(&mut self, context: Context<'_>, conjunct: Conjunct, shape: &Shape) {
        let Shape {
            boolean,
            never,
            types,
            format,
            base64,
            raw_media,
            json_content,
            enumeration,
            enum_names,
            enum_descriptions,
            properties,
            required,
            conditional,
            dependent,
            additional,
            patterns,
            property_names,
            items,
            prefix_items,
            items_closed,
            one_of: _,
            any_of: _,
            discriminator: _,
        } = shape;
        self.never |= *never || *boolean == Some(false);
        self.types(context, conjunct, *types);
        self.formats.extend(format.clone());
        self.base64 |= base64;
        self.raw_media = self.raw_media.take().or_else(|| raw_media.clone());
        self.json_content = self.json_content.or(*json_content);
        if let Some(values) = enumeration {
            let word = |words: &[String], index: usize| {
                words.get(index).filter(|word| !word.is_empty()).cloned()
            };
            let values = values.iter().enumerate().map(|(index, node)| MergedValue {
                node: *node,
                name: word(enum_names, index),
                description: word(enum_descriptions, index),
            });
            self.enumeration(context, conjunct, values.collect());
        }
        for (name, node) in properties {
            self.properties.entry(name.clone()).or_default().push(Conjunct::whole(*node));
        }
        for (name, node) in required {
            self.required.entry(name.clone()).or_insert(*node);
        }
        for (name, node) in super::conditional::members(context, conditional) {
            self.conditional.entry(name).or_insert((node, Vec::new())).1.push(node);
        }
        for (name, node) in dependent {
            self.conditional.entry(name.clone()).or_insert((*node, Vec::new()));
        }
        self.additional(*additional);
        self.patterns.extend(patterns.iter().map(|(_, node)| *node));
        self.names.extend(*property_names);
        self.items.extend(items.map(Conjunct::whole));
        for (index, node) in prefix_items.iter().enumerate() {
            match self.prefix_items.get_mut(index) {
                Some(position) => position.push(Conjunct::whole(*node)),
                None => self.prefix_items.push(vec![Conjunct::whole(*node)]),
            }
        }
        self.items_closed |= items_closed;
    }

    /// `oneOf` and `anyOf`, except where one of the alternatives is part of the conjunction: a schema
    /// that extends the union of which it is an alternative has already been chosen.
    fn unions(
        &mut self,
        context: Context<'_>,
        origin: NodeId,
        shape: &Shape,
        nodes: &HashSet<NodeId>,
    ) {
        let is_chosen = |alternative: &NodeId| {
            let target = context.resolver.follow(*alternative);
            target.is_some_and(|target| target != origin && nodes.contains(&target))
        };
        for alternatives in [&shape.one_of, &shape.any_of] {
            if !alternatives.is_empty() && !alternatives.iter().any(is_chosen) {
                self.groups.push(Group {
                    origin,
                    alternatives: alternatives.clone(),
                    discriminator: shape.discriminator.clone(),
                });
            }
        }
    }

    fn types(&mut self, context: Context<'_>, conjunct: Conjunct, types: Option<TypeSet>) {
        if conjunct.types != TypeSet::ALL && self.types.is_none() {
            self.types = Some(conjunct.types);
        }
        let Some(types) = types else { return };
        // Null is kept separately, in `nullable`; alone it is a type.
        let types = if types == TypeSet::NULL { types } else { types.without(TypeSet::NULL) };
        let both = self.types.unwrap_or(TypeSet::ALL).and(types);
        if both.is_empty() {
            let what = "types that exclude each other";
            unsatisfiable(context, conjunct, what, self.typed_by);
            return;
        }
        self.types = Some(both);
        self.typed_by.get_or_insert(conjunct.node);
    }

    fn enumeration(&mut self, context: Context<'_>, conjunct: Conjunct, values: Vec<MergedValue>) {
        let before = self.enumeration.take();
        if before.is_none() {
            self.listed_by = Some(conjunct.node);
        }
        self.enumeration = Some(match before {
            None => values,
            Some(old) => {
                let document = context.document;
                let common: Vec<MergedValue> = old
                    .iter()
                    .filter_map(|old| {
                        let same =
                            |new: &&MergedValue| document.kind(new.node) == document.kind(old.node);
                        let new = values.iter().find(same)?;
                        Some(MergedValue {
                            node: old.node,
                            name: old.name.clone().or_else(|| new.name.clone()),
                            description: old
                                .description
                                .clone()
                                .or_else(|| new.description.clone()),
                        })
                    })
                    .collect();
                if common.is_empty() {
                    let what = "`enum`s without a common value";
                    unsatisfiable(context, conjunct, what, self.listed_by);
                    old
                } else {
                    common
                }
            }
        });
    }

    fn additional(&mut self, keyword: Option<AdditionalKeyword>) {
        use MergedAdditional::{Closed, Open, Typed, Unsaid};
        let old = std::mem::take(&mut self.additional);
        self.additional = match (old, keyword) {
            (old, None) => old,
            (Closed, _) | (_, Some(AdditionalKeyword::Closed)) => Closed,
            (Typed(mut schemas), Some(AdditionalKeyword::Schema(node))) => {
                schemas.push(Conjunct::whole(node));
                Typed(schemas)
            }
            (Typed(schemas), Some(AdditionalKeyword::Open)) => Typed(schemas),
            (Unsaid | Open, Some(AdditionalKeyword::Schema(node))) => {
                Typed(vec![Conjunct::whole(node)])
            }
            (Unsaid | Open, Some(AdditionalKeyword::Open)) => Open,
        };
    }

    fn annotation(&mut self, own: bool, taken: bool, annotation: &Annotation) {
        let Annotation { docs, example, rust_name } = annotation;
        let Docs { title, summary, description, deprecated, external_docs } = docs;
        let fill = |old: &mut Option<String>, new: &Option<String>| {
            if old.is_none() {
                old.clone_from(new);
            }
        };
        if own {
            fill(&mut self.docs.title, title);
            fill(&mut self.docs.summary, summary);
            fill(&mut self.docs.description, description);
            fill(&mut self.docs.external_docs, external_docs);
            self.docs.deprecated |= deprecated;
            self.example = self.example.or(*example);
            fill(&mut self.rust_name, rust_name);
        } else if taken {
            self.docs.description.clone_from(description);
        }
    }

    fn usage(&mut self, taken: bool, usage: &Usage) {
        let Usage { default, read_only, write_only, secret } = usage;
        if taken {
            self.default = self.default.or(*default);
        }
        self.read_only |= read_only;
        self.write_only |= write_only;
        self.secret |= secret;
    }

    /// The types, as written or implied by other keywords.
    ///
    /// A keyword for one type admits every value of other types (JSON Schema validation, section
    /// 6.1 ff.), but a document that writes `properties` without `type` means objects.
    pub(crate) fn implied_types(&self, document: &Document) -> TypeSet {
        if let Some(types) = self.types {
            return types;
        }
        if let Some(values) = &self.enumeration {
            return values
                .iter()
                .fold(TypeSet::EMPTY, |set, value| set.or(type_of(document.kind(value.node))));
        }
        let mut set = TypeSet::EMPTY;
        if !self.properties.is_empty()
            || !self.required.is_empty()
            || !self.conditional.is_empty()
            || !self.patterns.is_empty()
            || self.additional != MergedAdditional::Unsaid
        {
            set = set.or(TypeSet::OBJECT);
        }
        if !self.items.is_empty() || !self.prefix_items.is_empty() {
            set = set.or(TypeSet::ARRAY);
        }
        if set.is_empty() {
            set = self.formats.iter().fold(set, |set, format| set.or(type_of_format(format)));
            if self.base64 {
                set = set.or(TypeSet::STRING);
            }
        }
        if set.is_empty() { TypeSet::ALL } else { set }
    }
}

/// Reports a schema and the earlier one that it contradicts.
fn unsatisfiable(
    context: Context<'_>,
    conjunct: Conjunct,
    what: &'static str,
    other: Option<NodeId>,
) {
    let other = context.document.reference(other.unwrap_or(conjunct.node));
    context.problems.report(conjunct.node, ProblemKind::UnsatisfiableAllOf { what, other });
}

fn type_of(kind: &Kind) -> TypeSet {
    match kind {
        Kind::Null => TypeSet::EMPTY,
        Kind::Boolean(_) => TypeSet::BOOLEAN,
        Kind::Number(text) if text.contains(['.', 'e', 'E']) => TypeSet::NUMBER,
        Kind::Number(_) => TypeSet::INTEGER,
        Kind::String(_) => TypeSet::STRING,
        Kind::Array(_) => TypeSet::ARRAY,
        Kind::Object(_) => TypeSet::OBJECT,
    }
}

/// The type that a format implies without `type`; none if the format is not registered.
fn type_of_format(format: &str) -> TypeSet {
    match format {
        "int32" | "int64" => TypeSet::INTEGER,
        "float" | "double" => TypeSet::NUMBER,
        "date-time" | "date" | "time" | "duration" | "uuid" | "uri" | "url" | "email"
        | "hostname" | "ipv4" | "ipv6" | "byte" | "binary" | "password" => TypeSet::STRING,
        _ => TypeSet::EMPTY,
    }
}
