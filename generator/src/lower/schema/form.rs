//! The form of one schema.

use super::flatten::{Facet, flatten, sole_reference};
use super::merge::{Merged, merge};
use super::names::constrain_names;
use super::string_format::string_format;
use super::union::LoweredUnion;
use super::{Conjunct, Lowerer, bounds, enumeration};
use crate::ir::{
    Alternative, AnyReason, DefaultValue, Form, Place, PlaceStep, Schema, SchemaId, Union,
};
use crate::normalise::TypeSet;
use crate::problem::ProblemKind;

/// The maximum number of nested single-alternative unions; a document with more is circular.
const MOST_ROUNDS: usize = 32;

impl Lowerer<'_> {
    /// Lowers one conjunction and requests its parts.
    pub(super) fn build(
        &mut self,
        id: SchemaId,
        place: Place,
        conjunction: Vec<Conjunct>,
    ) -> Schema {
        let mut conjunction = conjunction;
        let mut nullable = false;
        for _ in 0..MOST_ROUNDS {
            let facets = flatten(self.context, &conjunction);
            let mut merged = merge(self.context, &facets);
            constrain_names(self.context, &mut merged);
            nullable |= merged.nullable;
            let extends = |conjunct: &Conjunct| self.extensions.is_bare(conjunct.node);
            if let Some(sole) = sole_reference(self.context, &conjunction)
                && !conjunction.iter().any(extends)
            {
                if conjunction.iter().any(|conjunct| conjunct.node == sole.target) {
                    self.context.problems.report(sole.target, ProblemKind::CircularReference);
                    return self.schema(
                        place,
                        &conjunction,
                        merged,
                        nullable,
                        Form::Any(AnyReason::Unsupported),
                    );
                }
                let target = self.request(vec![Conjunct::whole(sole.target)], place.clone());
                // The referenced schema has its own nullability and documentation.
                let nullable = facets.iter().any(Facet::adds_null);
                let own: Vec<Facet> = facets.into_iter().filter(|facet| facet.own).collect();
                let merged = merge(self.context, &own);
                return self.schema(place, &conjunction, merged, nullable, Form::Alias(target));
            }
            if let Some(form) = self.inherited(id, &conjunction) {
                return self.schema(place, &conjunction, merged, nullable, form);
            }
            if !merged.groups.is_empty() {
                match self.lower_union(id, &conjunction, &merged) {
                    LoweredUnion::Form(form, null) => {
                        return self.schema(place, &conjunction, merged, nullable || null, form);
                    }
                    LoweredUnion::Absorbed(next, null) => {
                        nullable |= null;
                        conjunction = next;
                        continue;
                    }
                }
            }
            let (form, null) = self.form(id, &conjunction, &merged, &facets);
            let names = self.names(id, &merged, &form);
            let schema = self.schema(place, &conjunction, merged, nullable || null, form);
            return Schema { names, ..schema };
        }
        let merged = Merged::default();
        if let Some(conjunct) = conjunction.first() {
            self.context.problems.report(conjunct.node, ProblemKind::CircularReference);
        }
        self.schema(place, &conjunction, merged, nullable, Form::Any(AnyReason::Unsupported))
    }

    fn schema(
        &mut self,
        place: Place,
        conjunction: &[Conjunct],
        merged: Merged,
        nullable: bool,
        form: Form,
    ) -> Schema {
        // A conjunction is never empty; the root is a fallback.
        let origin = conjunction
            .first()
            .map_or(crate::document::NodeId::default(), |conjunct| conjunct.node);
        let default =
            merged.default.map(|node| DefaultValue { origin: node, value: self.value(node) });
        let example = merged.example.map(|node| self.value(node));
        Schema {
            origin,
            place,
            docs: merged.docs,
            nullable,
            read_only: merged.read_only,
            write_only: merged.write_only,
            secret: merged.secret,
            default,
            example,
            constraints: merged.constraints,
            rust_name: merged.rust_name,
            names: None,
            form,
        }
    }

    /// The form of a schema without `oneOf` and `anyOf`, and whether null is among its values.
    fn form(
        &mut self,
        id: SchemaId,
        conjunction: &[Conjunct],
        merged: &Merged,
        facets: &[Facet],
    ) -> (Form, bool) {
        if merged.never {
            return (Form::Never, false);
        }
        if let Some(values) = &merged.enumeration
            && let Some(found) = enumeration::form(self.context, merged, values)
        {
            return found;
        }
        let types = merged.implied_types(self.context.document);
        if types == TypeSet::NULL {
            return (Form::Null, true);
        }
        let parts = types.without(TypeSet::NULL).parts();
        match parts[..] {
            [TypeSet::BOOLEAN] => (Form::Boolean, false),
            [TypeSet::INTEGER] => (Form::Integer(bounds::bounds(merged)), false),
            [TypeSet::NUMBER] => {
                // An integer of 64 bits has more digits than a float.
                let exact = |format: &String| {
                    matches!(format.as_str(), "decimal" | "decimal128" | "int64" | "uint64")
                };
                (Form::Number { exact: merged.formats.iter().any(exact) }, false)
            }
            [TypeSet::STRING] => (Form::String(string_format(merged)), false),
            [TypeSet::ARRAY] => (self.array(id, merged), false),
            [TypeSet::OBJECT] => (self.object(id, merged), false),
            // All types but one: no Rust type would say more.
            _ if parts.len() > 4 || parts.is_empty() => {
                let broken = facets.iter().any(|facet| {
                    facet.keywords.has_reference
                        && self.context.resolver.target(facet.conjunct.node).is_none()
                });
                (
                    Form::Any(if broken {
                        AnyReason::Unsupported
                    } else {
                        AnyReason::Unconstrained
                    }),
                    false,
                )
            }
            _ => (self.by_type(id, conjunction, &parts), false),
        }
    }

    /// `type: [string, integer]`: a union of the same schema, one per type.
    fn by_type(&mut self, id: SchemaId, conjunction: &[Conjunct], parts: &[TypeSet]) -> Form {
        let alternatives = parts.iter().enumerate().map(|(index, part)| {
            let conjuncts =
                conjunction.iter().map(|conjunct| Conjunct { types: *part, ..*conjunct }).collect();
            let place = Place::Part { of: id, step: PlaceStep::Alternative(index) };
            Alternative { schema: self.request(conjuncts, place), name: None }
        });
        let alternatives = alternatives.collect();
        Form::Union(Union { alternatives, discriminator: None })
    }
}
