//! `oneOf` and `anyOf`.

use super::contradiction::{self, is_contradiction};
use super::flatten::{flatten, sole_reference};
use super::merge::{Group, Merged, merge};
use super::string_format::string_format;
use super::{Conjunct, Lowerer, enumeration};
use crate::collections::HashSet;
use crate::document::{NodeId, Step};
use crate::ir::{
    Alternative, AnyReason, Enumeration, Form, Place, PlaceStep, SchemaId, StringFormat, Union,
};
use crate::normalise::{Shape, TypeSet};
use crate::problem::ProblemKind;

/// The maximum number of combinations of several unions in one schema.
const MOST_COMBINATIONS: usize = 64;

/// The result of lowering a schema with `oneOf` or `anyOf`.
pub(super) enum LoweredUnion {
    /// Its form, and whether null is among the alternatives.
    Form(Form, bool),
    /// Not a union: equivalent to this conjunction.
    Absorbed(Vec<Conjunct>, bool),
}

impl Lowerer<'_> {
    pub(super) fn lower_union(
        &mut self,
        id: SchemaId,
        conjunction: &[Conjunct],
        merged: &Merged,
    ) -> LoweredUnion {
        let base: Vec<Conjunct> =
            conjunction.iter().map(|conjunct| Conjunct { unions: false, ..*conjunct }).collect();
        let mut null = false;
        let mut groups: Vec<(&Group, Vec<NodeId>)> = Vec::new();
        for group in &merged.groups {
            let (nulls, others): (Vec<NodeId>, Vec<NodeId>) =
                group.alternatives.iter().copied().partition(|node| self.is_null(*node));
            null |= !nulls.is_empty();
            // `anyOf: [{required: [a]}, {required: [b]}]` restricts values without determining
            // their type.
            let only_restricts =
                others.iter().all(|node| self.only_restricts(*node)) && self.has_shape(&base);
            if !others.is_empty() && !only_restricts {
                groups.push((group, self.satisfiable(&base, others)));
            }
        }
        let Some(combinations) = combine(&groups) else {
            let origin = groups.first().map_or(self.context.root(), |(group, _)| group.origin);
            self.context
                .problems
                .report(origin, ProblemKind::TooManyCombinations { most: MOST_COMBINATIONS });
            groups.truncate(1);
            return self.alternatives(id, &base, &groups, null);
        };
        if combinations.len() == 1 {
            // Report bad mappings even if one alternative remains.
            for keyword in groups.iter().filter_map(|(group, _)| group.discriminator.as_ref()) {
                self.mapped(keyword);
            }
        }
        if let [only] = &combinations[..]
            && let [node] = only[..]
            && !self.context.keywords(node).has_reference
            && let Some((form, also_null)) = self.listed(&base, &combinations)
            && matches!(&form, Form::Enumeration(listed) if matches!(&listed.values[..], [one] if one.name.is_some()))
        {
            return LoweredUnion::Form(form, null || also_null);
        }
        match &combinations[..] {
            // The alternatives were only null or only restrictions.
            [] => LoweredUnion::Absorbed(base, null),
            [only] => match self.sole_target(conjunction, &base, only) {
                // A reference next to null is that reference; it needs no schema of its own.
                Some(target) => LoweredUnion::Form(Form::Alias(self.node(target)), null),
                None => LoweredUnion::Absorbed(
                    base.into_iter()
                        .chain(only.iter().map(|node| Conjunct::whole(*node)))
                        .collect(),
                    null,
                ),
            },
            [..] => self.alternatives(id, &base, &groups, null),
        }
    }

    /// The alternatives that have values within the schema around them; all of them if none has,
    /// so that lowering reports the contradiction.
    fn satisfiable(&self, base: &[Conjunct], alternatives: Vec<NodeId>) -> Vec<NodeId> {
        let is_satisfiable = |node: &NodeId| {
            let conjunction: Vec<Conjunct> =
                base.iter().copied().chain([Conjunct::whole(*node)]).collect();
            !is_contradiction(self.context, &conjunction, contradiction::DEPTH)
        };
        let base_alone = is_contradiction(self.context, base, contradiction::DEPTH);
        let left: Vec<NodeId> = if base_alone {
            Vec::new()
        } else {
            alternatives.iter().copied().filter(is_satisfiable).collect()
        };
        if left.is_empty() { alternatives } else { left }
    }

    /// The target of the only alternative, if the schema around it adds nothing.
    fn sole_target(
        &self,
        conjunction: &[Conjunct],
        base: &[Conjunct],
        only: &[NodeId],
    ) -> Option<NodeId> {
        let [node] = only else { return None };
        let target = sole_reference(self.context, &[Conjunct::whole(*node)])?.target;
        let circular = conjunction.iter().any(|conjunct| conjunct.node == target);
        (!circular && !self.has_shape(base)).then_some(target)
    }

    fn alternatives(
        &mut self,
        id: SchemaId,
        base: &[Conjunct],
        groups: &[(&Group, Vec<NodeId>)],
        null: bool,
    ) -> LoweredUnion {
        let combinations = combine(groups).unwrap_or_default();
        let shaped = self.has_shape(base);
        let text =
            if shaped { self.listed(base, &combinations) } else { self.text(&[], &combinations) };
        if let Some((form, also_null)) = text {
            return LoweredUnion::Form(form, null || also_null);
        }
        let around: HashSet<NodeId> =
            flatten(self.context, base).iter().map(|facet| facet.conjunct.node).collect();
        let mut union = Union { alternatives: Vec::new(), discriminator: None };
        let mut nodes: Vec<NodeId> = Vec::new();
        for (index, combination) in combinations.iter().enumerate() {
            let own = combination.iter().map(|node| Conjunct::whole(*node));
            let own: Vec<Conjunct> = own.collect();
            let conjuncts = if shaped && !self.extends(&own, &around) {
                base.iter().copied().chain(own).collect()
            } else {
                own
            };
            if combination.len() == 1 && self.admits_all(&conjuncts) {
                return LoweredUnion::Form(Form::Any(AnyReason::Unconstrained), null);
            }
            let schema = self
                .request(conjuncts, Place::Part { of: id, step: PlaceStep::Alternative(index) });
            if union.alternatives.iter().any(|known| known.schema == schema) {
                continue;
            }
            let name = combination.iter().find_map(|node| self.word_for(*node));
            union.alternatives.push(Alternative { schema, name });
            nodes.extend(combination.first());
        }
        if let [only] = &union.alternatives[..] {
            return LoweredUnion::Form(Form::Alias(only.schema), null);
        }
        if let Some(keyword) = groups.iter().find_map(|(group, _)| group.discriminator.as_ref()) {
            let mapped = self.mapped(keyword);
            let targets = self.targets(&mapped, &mut union.alternatives, &nodes);
            union.discriminator = Some(self.discriminator(keyword, &mapped, &targets));
        }
        LoweredUnion::Form(Form::Union(union), null)
    }

    /// Whether an alternative contains all of the schema around the union, which it extends.
    fn extends(&self, alternative: &[Conjunct], around: &HashSet<NodeId>) -> bool {
        let facets = flatten(self.context, alternative);
        let own: HashSet<NodeId> = facets.iter().map(|facet| facet.conjunct.node).collect();
        around.is_subset(&own)
    }

    /// The alternatives' targets; a schema in `mapping` that is missing from the union is added.
    fn targets(
        &mut self,
        mapped: &[(String, NodeId)],
        alternatives: &mut Vec<Alternative>,
        nodes: &[NodeId],
    ) -> Vec<NodeId> {
        let mut targets: Vec<NodeId> =
            nodes.iter().map(|node| self.context.resolver.follow(*node).unwrap_or(*node)).collect();
        for (_, target) in mapped {
            if !targets.contains(target) {
                targets.push(*target);
                let schema = self.node(*target);
                alternatives.push(Alternative { schema, name: self.component_name(*target) });
            }
        }
        targets
    }

    /// One enumeration of the values that the alternatives list, each within the schema around them.
    fn listed(&self, base: &[Conjunct], combinations: &[Vec<NodeId>]) -> Option<(Form, bool)> {
        let (form, null) = self.text(base, combinations)?;
        match &form {
            Form::Enumeration(values) if !values.admits_others => Some((form, null)),
            _ => None,
        }
    }

    /// Strings in every alternative: an open enumeration, or a string. Likewise scalars of any
    /// type, if every alternative lists its values. The flag says whether null is among them.
    fn text(&self, base: &[Conjunct], combinations: &[Vec<NodeId>]) -> Option<(Form, bool)> {
        let mut values = Vec::new();
        let mut null = false;
        let mut formats: Vec<StringFormat> = Vec::new();
        let scalars = TypeSet::STRING.or(TypeSet::NUMBER).or(TypeSet::BOOLEAN);
        let mut texts = true;
        for combination in combinations {
            let [node] = combination[..] else { return None };
            let conjunction: Vec<Conjunct> =
                base.iter().copied().chain([Conjunct::whole(node)]).collect();
            let merged = merge(self.context, &flatten(self.context, &conjunction));
            let docs = merge(self.context, &flatten(self.context, &[Conjunct::whole(node)])).docs;
            let types = merged.implied_types(self.context.document);
            if !merged.groups.is_empty() || !scalars.contains(types) {
                return None;
            }
            texts &= types == TypeSet::STRING;
            null |= merged.nullable;
            match &merged.enumeration {
                None => formats.push(string_format(&merged)),
                Some(own) => {
                    let Some((Form::Enumeration(Enumeration { values: own, .. }), also_null)) =
                        enumeration::form(self.context, &merged, own)
                    else {
                        return None;
                    };
                    null |= also_null;
                    let described = own.len() == 1;
                    for mut value in own {
                        if described && value.name.is_none() {
                            value.name.clone_from(&docs.title);
                        }
                        if described && value.description.is_none() {
                            value.description.clone_from(&docs.description);
                        }
                        if !values
                            .iter()
                            .any(|known: &crate::ir::EnumValue| known.literal == value.literal)
                        {
                            values.push(value);
                        }
                    }
                }
            }
        }
        if !texts && (values.is_empty() || !formats.is_empty()) {
            return None;
        }
        if !values.is_empty() {
            let admits_others = !formats.is_empty();
            return Some((Form::Enumeration(Enumeration { values, admits_others }), null));
        }
        let first = formats.first()?.clone();
        let same = formats.iter().all(|format| *format == first);
        Some((Form::String(if same { first } else { StringFormat::Text }), null))
    }

    fn is_null(&self, node: NodeId) -> bool {
        let node = self.context.resolver.follow(node).unwrap_or(node);
        let keywords = self.context.keywords(node);
        let constant = keywords.shape.enumeration.as_ref().is_some_and(|values| {
            !values.is_empty()
                && values
                    .iter()
                    .all(|value| *self.context.document.kind(*value) == crate::document::Kind::Null)
        });
        keywords.shape.types == Some(TypeSet::NULL)
            || constant
            || (keywords.shape.types.is_none() && keywords.nullable && keywords.only_annotates())
    }

    /// Whether the node restricts values without determining their type.
    fn only_restricts(&self, node: NodeId) -> bool {
        let keywords = self.context.keywords(node);
        let Shape { properties, one_of, any_of, .. } = &keywords.shape;
        let mut inner = [one_of, any_of, &keywords.all_of].into_iter().flatten();
        // `{properties: {a: {}}, required: [a]}` only repeats a property of the base.
        keywords.only_picks()
            && properties.iter().all(|(_, node)| self.context.keywords(*node).only_annotates())
            && inner.all(|node| self.context.keywords(*node).only_requires())
    }

    /// Whether the conjunction alone determines the type of values.
    fn has_shape(&self, conjuncts: &[Conjunct]) -> bool {
        let facets = flatten(self.context, conjuncts);
        let merged = merge(self.context, &facets);
        !merged.properties.is_empty()
            || !merged.required.is_empty()
            || !merged.items.is_empty()
            || merged.enumeration.is_some()
            || !matches!(
                merged.additional,
                super::merge::MergedAdditional::Unsaid
                    | super::merge::MergedAdditional::Open
                    | super::merge::MergedAdditional::Closed
            )
            || merged.types.is_some_and(|types| {
                types.and(TypeSet::OBJECT.or(TypeSet::ARRAY)).is_empty() && types != TypeSet::NULL
            })
    }

    fn admits_all(&self, conjuncts: &[Conjunct]) -> bool {
        conjuncts.iter().all(|conjunct| self.context.keywords(conjunct.node).only_annotates())
    }

    /// A word for an alternative: its referenced component, or its title.
    fn word_for(&self, node: NodeId) -> Option<String> {
        if let Some(sole) = sole_reference(self.context, &[Conjunct::whole(node)]) {
            return self.component_name(sole.target);
        }
        self.context.document.get_text(node, "title").map(str::to_owned)
    }

    /// The last step of a component's pointer; the name of a file that is one schema.
    pub(super) fn component_name(&self, node: NodeId) -> Option<String> {
        let node = self.named_by.get(&node).copied().unwrap_or(node);
        match self.context.document.parent(node) {
            Some((_, Step::Key(name))) => Some(name.to_string()),
            Some((_, Step::Index(_))) => None,
            None => self.context.document.file_stem(node).map(str::to_owned),
        }
    }
}

/// All combinations of one alternative per group; `None` if there are too many.
fn combine(groups: &[(&Group, Vec<NodeId>)]) -> Option<Vec<Vec<NodeId>>> {
    let mut combinations: Vec<Vec<NodeId>> = vec![Vec::new()];
    for (_, alternatives) in groups {
        if groups.len() > 1 && combinations.len() * alternatives.len() > MOST_COMBINATIONS {
            return None;
        }
        combinations = combinations
            .iter()
            .flat_map(|done| {
                alternatives.iter().map(move |node| done.iter().copied().chain([*node]).collect())
            })
            .collect();
    }
    combinations.retain(|combination| !combination.is_empty());
    Some(combinations)
}
