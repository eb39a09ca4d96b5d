//! Schemas with a discriminator that others extend by `allOf`.

use super::{Conjunct, Lowerer};
use crate::ir::{Alternative, Form, Place, PlaceStep, SchemaId, Union};

impl Lowerer<'_> {
    /// A schema whose discriminator selects one of its extensions: a union of them, with the schema
    /// itself as the last alternative.
    pub(super) fn inherited(&mut self, id: SchemaId, conjunction: &[Conjunct]) -> Option<Form> {
        let [conjunct] = *conjunction else { return None };
        if conjunct != Conjunct::whole(conjunct.node) {
            return None;
        }
        let keywords = self.context.keywords(conjunct.node);
        let keyword = keywords.shape.discriminator.as_ref()?;
        if !keywords.shape.one_of.is_empty() || !keywords.shape.any_of.is_empty() {
            return None;
        }
        let mut targets = self.extensions.descendants(conjunct.node);
        let mapped = self.mapped(keyword);
        for (_, target) in &mapped {
            if *target != conjunct.node && !targets.contains(target) {
                targets.push(*target);
            }
        }
        if targets.is_empty() {
            return None;
        }
        let mut alternatives: Vec<Alternative> = targets
            .iter()
            .map(|target| Alternative {
                schema: self.node(*target),
                name: self.component_name(*target),
            })
            .collect();
        let place = Place::Part { of: id, step: PlaceStep::Base };
        let base = self.request(vec![Conjunct { inheritance: false, ..conjunct }], place);
        alternatives.push(Alternative { schema: base, name: Some("Base".to_owned()) });
        targets.push(conjunct.node);
        let discriminator = Some(self.discriminator(keyword, &mapped, &targets));
        Some(Form::Union(Union { alternatives, discriminator }))
    }
}
