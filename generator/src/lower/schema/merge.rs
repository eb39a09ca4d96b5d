//! The intersection of the facets of one schema.

use super::Element;
use super::flatten::Facet;
use crate::collections::IndexMap;
use crate::document::{Document, Kind, NodeId};
use crate::ir::{Additional, Docs, Rule};
use crate::lower::Context;
use crate::normalise::{AdditionalKeyword, DiscriminatorKeyword, TypeSet};
use crate::problem::ProblemKind;

/// Everything that holds for a value of the schema at once.
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
    pub(crate) enumeration: Option<Vec<MergedValue>>,
    pub(crate) properties: IndexMap<String, Vec<Element>>,
    pub(crate) required: IndexMap<String, NodeId>,
    pub(crate) additional: MergedAdditional,
    pub(crate) patterns: Vec<NodeId>,
    /// The schemas of `propertyNames`.
    pub(crate) names: Vec<NodeId>,
    pub(crate) items: Vec<Element>,
    pub(crate) prefix_items: Vec<Vec<Element>>,
    pub(crate) items_closed: bool,
    pub(crate) groups: Vec<Group>,
    pub(crate) minimum: Option<String>,
    pub(crate) maximum: Option<String>,
    pub(crate) constraints: Vec<String>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) docs: Docs,
    pub(crate) default: Option<NodeId>,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    pub(crate) secret: bool,
    pub(crate) rust_name: Option<String>,
}

/// A value of an enumeration, with what the document adds to it.
#[derive(Clone, Debug)]
pub(crate) struct MergedValue {
    pub(crate) node: NodeId,
    pub(crate) name: Option<String>,
    pub(crate) description: Option<String>,
}

/// What holds for members without a property.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum MergedAdditional {
    #[default]
    Unsaid,
    Open,
    Closed,
    Typed(Vec<Element>),
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

/// Intersects the facets; contradictions are reported and leave the first word standing.
pub(crate) fn merge(context: Context<'_>, facets: &[Facet]) -> Merged {
    let mut merged = Merged::default();
    let mut all_nullable = true;
    for facet in facets {
        let Facet { element, keywords, own } = facet;
        let says_values =
            !keywords.only_annotates() && !keywords.has_reference && keywords.all_of.is_empty();
        if says_values || keywords.types.is_some() {
            all_nullable &= keywords.nullable;
        }
        // One type of several is never null: the schema of all of them is.
        merged.nullable |= facet.adds_null() && element.types == TypeSet::ALL;
        merged.never |= keywords.never || keywords.boolean == Some(false);
        merged.types(context, *element, keywords.types);
        merged.formats.extend(keywords.format.clone());
        merged.base64 |= keywords.base64;
        if let Some(values) = &keywords.enumeration {
            let values = values.iter().enumerate().map(|(index, node)| MergedValue {
                node: *node,
                name: keywords.enum_names.get(index).filter(|name| !name.is_empty()).cloned(),
                description: keywords
                    .enum_descriptions
                    .get(index)
                    .filter(|text| !text.is_empty())
                    .cloned(),
            });
            merged.enumeration(context, *element, values.collect());
        }
        for (name, node) in &keywords.properties {
            merged.properties.entry(name.clone()).or_default().push(Element::whole(*node));
        }
        for (name, node) in &keywords.required {
            merged.required.entry(name.clone()).or_insert(*node);
        }
        merged.additional(keywords.additional);
        merged.patterns.extend(keywords.patterns.iter().map(|(_, node)| *node));
        merged.items.extend(keywords.items.map(Element::whole));
        for (index, node) in keywords.prefix_items.iter().enumerate() {
            match merged.prefix_items.get_mut(index) {
                Some(position) => position.push(Element::whole(*node)),
                None => merged.prefix_items.push(vec![Element::whole(*node)]),
            }
        }
        merged.items_closed |= keywords.items_closed;
        if element.unions {
            for alternatives in [&keywords.one_of, &keywords.any_of] {
                if !alternatives.is_empty() {
                    let group = Group {
                        origin: element.node,
                        alternatives: alternatives.clone(),
                        discriminator: keywords.discriminator.clone(),
                    };
                    merged.groups.push(group);
                }
            }
        }
        let narrower = |old: &mut Option<String>, new: &Option<String>| {
            if old.is_none() {
                old.clone_from(new);
            }
        };
        narrower(&mut merged.minimum, &keywords.minimum);
        narrower(&mut merged.maximum, &keywords.maximum);
        merged.constraints.extend(keywords.constraints.iter().cloned());
        for rule in &keywords.rules {
            if !merged.rules.contains(rule) {
                merged.rules.push(rule.clone());
            }
        }
        merged.names.extend(keywords.property_names);
        merged.annotations(*own, facets.len(), keywords);
    }
    merged.nullable |= all_nullable
        && facets
            .iter()
            .any(|facet| facet.keywords.nullable && facet.element.types == TypeSet::ALL);
    merged
}

impl Merged {
    fn types(&mut self, context: Context<'_>, element: Element, types: Option<TypeSet>) {
        if element.types != TypeSet::ALL && self.types.is_none() {
            self.types = Some(element.types);
        }
        let Some(types) = types else { return };
        // Null is kept apart, in `nullable`; alone it is a type.
        let types = if types == TypeSet::NULL { types } else { types.without(TypeSet::NULL) };
        let both = self.types.unwrap_or(TypeSet::ALL).and(types);
        if both.is_empty() {
            let what = "types that exclude each other";
            unsatisfiable(context, element, what, self.typed_by);
            return;
        }
        self.types = Some(both);
        self.typed_by.get_or_insert(element.node);
    }

    fn enumeration(&mut self, context: Context<'_>, element: Element, values: Vec<MergedValue>) {
        let before = self.enumeration.take();
        if before.is_none() {
            self.listed_by = Some(element.node);
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
                    unsatisfiable(context, element, what, self.listed_by);
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
                schemas.push(Element::whole(node));
                Typed(schemas)
            }
            (Typed(schemas), Some(AdditionalKeyword::Open)) => Typed(schemas),
            (Unsaid | Open, Some(AdditionalKeyword::Schema(node))) => {
                Typed(vec![Element::whole(node)])
            }
            (Unsaid | Open, Some(AdditionalKeyword::Open)) => Open,
        };
    }

    fn annotations(&mut self, own: bool, facets: usize, keywords: &crate::normalise::Keywords) {
        if own {
            let Docs { title, summary, description, deprecated, external_docs, example } =
                &keywords.docs;
            let fill = |old: &mut Option<String>, new: &Option<String>| {
                if old.is_none() {
                    old.clone_from(new);
                }
            };
            fill(&mut self.docs.title, title);
            fill(&mut self.docs.summary, summary);
            fill(&mut self.docs.description, description);
            fill(&mut self.docs.external_docs, external_docs);
            self.docs.deprecated |= deprecated;
            self.docs.example = self.docs.example.or(*example);
            self.default = self.default.or(keywords.default);
            if self.rust_name.is_none() {
                self.rust_name.clone_from(&keywords.rust_name);
            }
        } else if facets > 1 && self.docs.description.is_none() {
            self.docs.description.clone_from(&keywords.docs.description);
            self.default = self.default.or(keywords.default);
        }
        self.read_only |= keywords.read_only;
        self.write_only |= keywords.write_only;
        self.secret |= keywords.secret;
    }

    /// The types, as far as they are written or follow from the other keywords.
    ///
    /// A keyword for one type admits every value of the others (JSON Schema validation, section
    /// 6.1 ff.); but a document that writes `properties` without `type` means objects.
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

/// Reports a schema and the one before it that it contradicts.
fn unsatisfiable(
    context: Context<'_>,
    element: Element,
    what: &'static str,
    other: Option<NodeId>,
) {
    let other = context.document.reference(other.unwrap_or(element.node));
    context.problems.report(element.node, ProblemKind::UnsatisfiableAllOf { what, other });
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

/// The type that a format without `type` speaks of; none where it is not registered.
fn type_of_format(format: &str) -> TypeSet {
    match format {
        "int32" | "int64" => TypeSet::INTEGER,
        "float" | "double" => TypeSet::NUMBER,
        "date-time" | "date" | "time" | "duration" | "uuid" | "uri" | "url" | "email"
        | "hostname" | "ipv4" | "ipv6" | "byte" | "binary" | "password" => TypeSet::STRING,
        _ => TypeSet::EMPTY,
    }
}
