//! Flattens a conjunction into facets: references resolved, `allOf` expanded.

use std::rc::Rc;

use super::Conjunct;
use crate::collections::HashSet;
use crate::document::NodeId;
use crate::lower::Context;
use crate::normalise::Keywords;
use crate::problem::ProblemKind;

/// A limit on the members of an `allOf`, against documents made to explode.
const MOST_FACETS: usize = 512;

/// The contribution of one node to the schema.
#[derive(Debug)]
pub(crate) struct Facet {
    pub(crate) conjunct: Conjunct,
    pub(crate) keywords: Rc<Keywords>,
    /// Written in the schema itself, not through a reference or `allOf`. An `allOf` member that
    /// only annotates, such as `{description: …}` or `{nullable: true}`, counts as written in it
    /// too: it has no other purpose.
    pub(crate) own: bool,
}

impl Facet {
    /// Whether it makes the whole schema nullable.
    pub(crate) fn adds_null(&self) -> bool {
        self.keywords.nullable && self.own
    }
}

/// Resolves every reference and expands every `allOf`, in document order.
pub(crate) fn flatten(context: Context<'_>, conjunction: &[Conjunct]) -> Vec<Facet> {
    let mut facets = Vec::new();
    let mut seen = HashSet::default();
    // A stack, so that an `allOf` is expanded in place.
    let mut open: Vec<(Conjunct, bool)> =
        conjunction.iter().rev().map(|conjunct| (*conjunct, true)).collect();
    while let Some((conjunct, own)) = open.pop() {
        if !seen.insert(conjunct) {
            continue;
        }
        if facets.len() == MOST_FACETS {
            context
                .problems
                .report(conjunct.node, ProblemKind::MergeTooLarge { most: MOST_FACETS });
            break;
        }
        let keywords = context.keywords(conjunct.node);
        let mut inner: Vec<(Conjunct, bool)> = Vec::new();
        if keywords.has_reference
            && let Some(target) = context.resolver.target(conjunct.node)
        {
            inner.push((conjunct.with_node(target), false));
        }
        inner.extend(keywords.all_of.iter().map(|node| {
            let annotates = context.keywords(*node).only_annotates();
            (conjunct.with_node(*node), own && annotates)
        }));
        open.extend(inner.into_iter().rev());
        facets.push(Facet { conjunct, keywords, own });
    }
    facets
}

/// The schema that a conjunction only refers to: one reference (or an `allOf` of one), with nothing
/// but annotations next to it.
pub(crate) fn sole_reference(context: Context<'_>, conjunction: &[Conjunct]) -> Option<Sole> {
    let mut sole: Option<Sole> = None;
    let mut annotated = false;
    let mut open: Vec<NodeId> = Vec::new();
    for conjunct in conjunction {
        if *conjunct != Conjunct::whole(conjunct.node) {
            return None;
        }
        open.push(conjunct.node);
    }
    let mut steps = 0;
    while let Some(node) = open.pop() {
        steps += 1;
        if steps > MOST_FACETS {
            return None;
        }
        let keywords = context.keywords(node);
        if keywords.has_reference {
            let target = context.resolver.follow(node)?;
            if sole.as_ref().is_some_and(|sole| sole.target != target) {
                return None;
            }
            sole = Some(Sole { target, bare: true });
        }
        annotated |= keywords.nullable || keywords.annotates_itself();
        if keywords.gives_shape() {
            return None;
        }
        open.extend(&keywords.all_of);
    }
    sole.map(|sole| Sole { bare: !annotated, ..sole })
}

/// See [`sole_reference`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sole {
    pub(crate) target: NodeId,
    /// The reference has nothing next to it.
    pub(crate) bare: bool,
}
