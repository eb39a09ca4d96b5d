//! The tags of alternatives: the values of a discriminator.

use super::flatten::flatten;
use super::merge::merge;
use super::{Conjunct, Lowerer};
use crate::document::NodeId;
use crate::ir::Discriminator;
use crate::normalise::DiscriminatorKeyword;

impl Lowerer<'_> {
    /// The tags of each alternative, in this order: those of `mapping` and
    /// `x-ms-discriminator-value`, its own constants, and the component's name unless constants
    /// exclude it (`OpenAPI` 3.1, section 4.8.25).
    pub(super) fn discriminator(
        &self,
        keyword: &DiscriminatorKeyword,
        mapped: &[(String, NodeId)],
        targets: &[NodeId],
    ) -> Discriminator {
        let mut mapping: Vec<(String, usize)> = Vec::new();
        for (tag, target) in mapped {
            let index = targets.iter().position(|known| known == target);
            mapping.extend(index.map(|index| (tag.clone(), index)));
        }
        for (index, target) in targets.iter().enumerate() {
            let written = self.context.document.get_text(*target, "x-ms-discriminator-value");
            mapping.extend(written.map(|tag| (tag.to_owned(), index)));
        }
        let written = mapping.clone();
        let constants = self.constants(keyword, targets);
        let mut sent = Vec::with_capacity(targets.len());
        for (index, (target, constants)) in targets.iter().zip(&constants).enumerate() {
            let own: Vec<&String> =
                written.iter().filter(|(_, at)| *at == index).map(|(tag, _)| tag).collect();
            let name = self.component_name(*target).filter(|_| constants.is_empty());
            sent.push(match (&own[..], &constants[..]) {
                ([], []) => name.clone(),
                ([only], _) => Some((*only).clone()),
                ([], [only]) => Some(only.clone()),
                (several, [only]) if several.contains(&only) => Some(only.clone()),
                _ => None,
            });
            let is_written = |tag: &String| written.iter().any(|(known, _)| known == tag);
            let constants = constants.iter().filter(|tag| !is_written(tag));
            mapping.extend(constants.map(|tag| (tag.clone(), index)));
        }
        for (index, (target, constants)) in targets.iter().zip(&constants).enumerate() {
            let name = self.component_name(*target).filter(|_| constants.is_empty());
            let name = name.filter(|name| mapping.iter().all(|(known, _)| known != name));
            mapping.extend(name.map(|name| (name, index)));
        }
        Discriminator { property: keyword.property.clone(), mapping, sent }
    }

    /// The constants of each alternative; none if all alternatives list the same values, which are
    /// those of the schema that they extend.
    fn constants(&self, keyword: &DiscriminatorKeyword, targets: &[NodeId]) -> Vec<Vec<String>> {
        let base = self.context.document.parent(keyword.origin).map(|(node, _)| node);
        let of = |target: &NodeId| match base {
            Some(base) if base == *target => Vec::new(),
            _ => self.constant_tags(*target, &keyword.property),
        };
        let mut constants: Vec<Vec<String>> = targets.iter().map(of).collect();
        for index in 0..constants.len() {
            let others = constants.iter().enumerate().filter(|(other, _)| *other != index);
            let several = constants[index].len() > 1;
            if several && others.into_iter().any(|(_, other)| *other == constants[index]) {
                let shared = constants[index].clone();
                for list in constants.iter_mut().filter(|list| **list == shared) {
                    list.clear();
                }
            }
        }
        constants
    }

    /// The schemas in a `mapping`, by tag; unresolved ones are reported.
    pub(super) fn mapped(&self, keyword: &DiscriminatorKeyword) -> Vec<(String, NodeId)> {
        let target = |(tag, reference): &(String, NodeId)| {
            let found = self.context.mapped(*reference);
            let found = found.map_err(|problem| self.context.problems.report(*reference, problem));
            Some((tag.clone(), found.ok()?))
        };
        keyword.mapping.iter().filter_map(target).collect()
    }

    /// The tag values in `const` or `enum` of an alternative.
    fn constant_tags(&self, node: NodeId, property: &str) -> Vec<String> {
        let merged = merge(
            self.context,
            &flatten(self.context, &[Conjunct { inheritance: false, ..Conjunct::whole(node) }]),
        );
        let Some(conjuncts) = merged.properties.get(property) else { return Vec::new() };
        let tag = merge(self.context, &flatten(self.context, conjuncts));
        let values = tag.enumeration.unwrap_or_default();
        values
            .iter()
            .filter_map(|value| self.context.document.text(value.node))
            .map(str::to_owned)
            .collect()
    }
}
