//! Plans enums with a payload per alternative.

use super::context::Context;
use super::decision::{decides_alone, differing_tags, sharpen};
use super::elements::add_elements;
use super::item::{Decision, Kinds, Union, Variant};
use super::parts::add_parts;
use super::sent::sent;
use super::type_ref::TypeRef;
use crate::collections::HashMap;
use crate::ir::{self, Form, SchemaId};
use crate::plan::docs::Docs;
use crate::problem::{ProblemKind, Problems};

/// Plans the enum of a union.
pub(super) fn plan_union(
    context: &Context<'_>,
    id: SchemaId,
    union: &ir::Union,
    problems: &Problems,
) -> Union {
    let schemas = &context.api.schemas;
    let idents = context.names.types.variants(id);
    let mut variants: Vec<Variant> = Vec::new();
    // The schema from which each variant was first created.
    let mut of_variant: Vec<SchemaId> = Vec::new();
    let mut by_type: HashMap<TypeRef, usize> = HashMap::default();
    // The variant of each alternative: alternatives with the same type share it.
    let mut variant_of: Vec<Option<usize>> = Vec::new();
    for (index, (alternative, ident)) in union.alternatives.iter().zip(idents).enumerate() {
        let decision = context.decisions.of(alternative.schema);
        if decision.kinds.is_empty() {
            variant_of.push(None);
            continue;
        }
        let ty = payload(context, (id, index), alternative.schema);
        let place = *by_type.entry(ty.clone()).or_insert(variants.len());
        variant_of.push(Some(place));
        if let Some(same) = variants.get_mut(place) {
            same.decision.kinds = same.decision.kinds.or(decision.kinds);
            if same.decision.values.is_empty() || decision.values.is_empty() {
                same.decision.values.clear();
            } else {
                same.decision.values.extend(decision.values);
            }
        } else {
            let docs = Docs::of_alternative(&schemas[alternative.schema]);
            let converts = context.usage.requests.contains(id);
            of_variant.push(alternative.schema);
            let (ident, sent) = (ident.clone(), Vec::new());
            variants.push(Variant { ident, docs, ty, decision, sent, converts });
        }
    }
    let discriminator = union.discriminator.as_ref().map(|discriminator| {
        let mapping = discriminator.mapping.iter().filter_map(|(value, index)| {
            let variant = variant_of.get(*index).copied().flatten()?;
            Some((value.clone(), variant))
        });
        (discriminator.property.clone(), mapping.collect())
    });
    let mut decisions: Vec<Decision> =
        variants.iter_mut().map(|variant| std::mem::take(&mut variant.decision)).collect();
    if discriminator.is_none() {
        if !decides_alone(&decisions) {
            add_elements(&mut decisions, &of_variant, schemas, &context.decisions);
            add_parts(&mut decisions, &of_variant, schemas, &context.decisions);
        }
        report_indistinguishable(&variants, &decisions, schemas[id].origin, problems);
    }
    let differing = differing_tags(decisions.iter());
    let mut alternatives: Vec<Vec<usize>> = vec![Vec::new(); variants.len()];
    for (index, place) in variant_of.iter().enumerate() {
        if let Some(alternatives) = place.and_then(|place| alternatives.get_mut(place)) {
            alternatives.push(index);
        }
    }
    for (variant, alternatives) in variants.iter_mut().zip(alternatives) {
        // Alternatives that share a variant have no tag of their own.
        if let [only] = alternatives[..] {
            variant.sent = sent(schemas, union, only, &differing);
        }
    }
    let property = union.discriminator.as_ref().map(|one| one.property.as_str());
    sharpen(&mut decisions, property);
    for (index, (variant, decision)) in variants.iter_mut().zip(decisions).enumerate() {
        if variant.docs.0.is_empty() {
            variant.docs = discriminated(discriminator.as_ref(), index)
                .unwrap_or_else(|| Docs::of_decision(&decision));
        }
        variant.decision = decision;
    }
    Union { variants, discriminator }
}

/// The tags of a variant as its documentation.
fn discriminated(
    discriminator: Option<&(String, Vec<(String, usize)>)>,
    variant: usize,
) -> Option<Docs> {
    let (property, mapping) = discriminator?;
    let tags = mapping.iter().filter(|(_, index)| *index == variant);
    let tags: Vec<&str> = tags.map(|(tag, _)| tag.as_str()).collect();
    (!tags.is_empty()).then(|| Docs::of_tags(property, &tags))
}

/// The type of a payload: records are boxed, so that an added member does not change it.
fn payload(context: &Context<'_>, member: (SchemaId, usize), id: SchemaId) -> TypeRef {
    let schemas = &context.api.schemas;
    let ty = context.refs.of(id);
    let is_record =
        matches!(schemas[schemas.resolve(id)].form, Form::Object(_) | Form::Tuple { .. });
    match ty {
        TypeRef::Named(_) if is_record || context.boxed.contains(&member) => ty.boxed(),
        _ => ty,
    }
}

/// Reports alternatives whose values all match an earlier one.
fn report_indistinguishable(
    variants: &[Variant],
    decisions: &[Decision],
    origin: crate::document::NodeId,
    problems: &Problems,
) {
    let mut seen: HashMap<Decision, &Variant> = HashMap::default();
    for (variant, decision) in variants.iter().zip(decisions) {
        let mut key = decision.clone();
        // Sets, whose order does not matter.
        key.tags.sort();
        key.required.sort();
        key.declared.sort();
        key.values.sort();
        if key.kinds == Kinds::ANY {
            continue;
        }
        match seen.get(&key) {
            Some(first) => problems.report(
                origin,
                ProblemKind::IndistinguishableAlternatives {
                    first: first.ident.to_string(),
                    second: variant.ident.to_string(),
                },
            ),
            None => {
                seen.insert(key, variant);
            }
        }
    }
}
