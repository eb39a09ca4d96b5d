//! Arrays and tuples.

use super::Lowerer;
use super::merge::Merged;
use crate::ir::{AnyReason, Form, Place, PlaceStep, SchemaId};

impl Lowerer<'_> {
    pub(super) fn array(&mut self, id: SchemaId, merged: &Merged) -> Form {
        let part = |step| Place::Part { of: id, step };
        if merged.prefix_items.is_empty() {
            let item = self.item(id, merged, part(PlaceStep::Item));
            return Form::Array(item);
        }
        let items = merged.prefix_items.iter().enumerate().map(|(index, conjuncts)| {
            self.request(conjuncts.clone(), part(PlaceStep::TupleItem(index)))
        });
        let items = items.collect();
        let rest = (!merged.items_closed).then(|| self.item(id, merged, part(PlaceStep::Item)));
        Form::Tuple { items, rest }
    }

    fn item(&mut self, id: SchemaId, merged: &Merged, place: Place) -> SchemaId {
        if merged.items.is_empty() {
            let origin = self.schemas[id.0 as usize].origin;
            return self.any(origin, place, AnyReason::Unconstrained);
        }
        self.request(merged.items.clone(), place)
    }
}
