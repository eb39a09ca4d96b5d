//! Objects and maps.

use super::Lowerer;
use super::merge::{Merged, MergedAdditional};
use crate::document::NodeId;
use crate::ir::{
    Additional, Alternative, AnyReason, Form, Object, Place, PlaceStep, Property, SchemaId, Union,
};
use crate::problem::ProblemKind;

impl Lowerer<'_> {
    pub(super) fn object(&mut self, id: SchemaId, merged: &Merged) -> Form {
        let additional = self.additional(id, merged);
        if merged.properties.is_empty()
            && merged.required.is_empty()
            && merged.conditional.is_empty()
        {
            return match additional {
                Additional::Typed(value) => Form::Map(value),
                Additional::Open => {
                    let origin = self.schemas[id.0 as usize].origin;
                    let place = Place::Part { of: id, step: PlaceStep::Additional };
                    Form::Map(self.any(origin, place, AnyReason::Unconstrained))
                }
                Additional::Closed => Form::Object(Object { properties: Vec::new(), additional }),
            };
        }
        let mut properties: Vec<Property> = Vec::with_capacity(merged.properties.len());
        for (name, conjuncts) in &merged.properties {
            let place = Place::Part { of: id, step: PlaceStep::Property(name.clone()) };
            let origin =
                conjuncts.first().map_or_else(|| self.context.root(), |conjunct| conjunct.node);
            let schema = self.request(conjuncts.clone(), place);
            properties.push(Property {
                origin,
                name: name.clone(),
                required: merged.required.contains_key(name),
                schema,
            });
        }
        for (name, (origin, schemas)) in &merged.conditional {
            let required = merged.required.contains_key(name);
            properties
                .push(Property { required, ..self.conditional(id, name, (*origin, schemas)) });
        }
        let is_declared = |name: &str| {
            merged.properties.contains_key(name) || merged.conditional.contains_key(name)
        };
        for (name, origin) in merged.required.iter().filter(|(name, _)| !is_declared(name)) {
            let schema = match additional {
                Additional::Typed(value) => value,
                Additional::Open | Additional::Closed => {
                    self.context
                        .problems
                        .report(*origin, ProblemKind::RequiredUndeclared { name: name.clone() });
                    let place = Place::Part { of: id, step: PlaceStep::Property(name.clone()) };
                    self.any(*origin, place, AnyReason::Unconstrained)
                }
            };
            properties.push(Property {
                origin: *origin,
                name: name.clone(),
                required: true,
                schema,
            });
        }
        Form::Object(Object { properties, additional })
    }

    /// A member that exists under conditions, of any of these schemas; of any value if there is none.
    fn conditional(
        &mut self,
        id: SchemaId,
        name: &str,
        (origin, nodes): (NodeId, &[NodeId]),
    ) -> Property {
        let place = Place::Part { of: id, step: PlaceStep::Property(name.to_owned()) };
        let mut schemas: Vec<SchemaId> = Vec::new();
        for node in nodes {
            let schema = self.node(*node);
            if !schemas.contains(&schema) {
                schemas.push(schema);
            }
        }
        let schema = match schemas[..] {
            [] => self.any(origin, place, AnyReason::Unconstrained),
            [only] => only,
            _ => self.union_of(origin, place, schemas),
        };
        Property { origin, name: name.to_owned(), required: false, schema }
    }

    fn union_of(&mut self, origin: NodeId, place: Place, schemas: Vec<SchemaId>) -> SchemaId {
        let alternatives =
            schemas.into_iter().map(|schema| Alternative { schema, name: None }).collect();
        self.push(origin, place, Form::Union(Union { alternatives, discriminator: None }))
    }

    /// `additionalProperties` and `patternProperties`: if their schemas differ, the members are a
    /// union of them.
    fn additional(&mut self, id: SchemaId, merged: &Merged) -> Additional {
        let place = Place::Part { of: id, step: PlaceStep::Additional };
        let mut schemas: Vec<SchemaId> = Vec::new();
        if let MergedAdditional::Typed(conjuncts) = &merged.additional {
            schemas.push(self.request(conjuncts.clone(), place.clone()));
        }
        for node in &merged.patterns {
            let schema = self.node(*node);
            if !schemas.contains(&schema) {
                schemas.push(schema);
            }
        }
        match schemas[..] {
            [] => merged.additional.without_schema(),
            [only] => Additional::Typed(only),
            // The patterns distinguish members, but all of them share one map.
            [..] => {
                let origin =
                    merged.patterns.first().copied().unwrap_or_else(|| self.context.root());
                Additional::Typed(self.union_of(origin, place, schemas))
            }
        }
    }
}
