//! Schemas, with references resolved and `allOf` merged.

use std::rc::Rc;

use super::{Constraint, DefaultValue, Value};
use crate::document::NodeId;

/// The identity of a schema in the [`Schemas`] arena.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SchemaId(pub(crate) u32);

/// The arena of schemas.
#[derive(Debug, Default)]
pub(crate) struct Schemas(pub(crate) Vec<Schema>);

impl Schemas {
    pub(crate) fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..u32::try_from(self.0.len()).unwrap_or(u32::MAX)).map(SchemaId)
    }

    /// The schema and its successors by `next`; the iterator also ends in a cycle.
    pub(crate) fn walk(
        &self,
        id: SchemaId,
        next: impl Fn(&Form) -> Option<SchemaId>,
    ) -> impl Iterator<Item = SchemaId> {
        // Brent's algorithm: the mark moves after twice as many steps each time, so a cycle returns
        // to it.
        let (mut mark, mut steps, mut patience) = (id, 0_usize, 1_usize);
        std::iter::successors(Some(id), move |at| {
            let target = next(&self[*at].form).filter(|target| *target != mark)?;
            steps += 1;
            if steps == patience {
                (mark, steps, patience) = (target, 0, patience.saturating_mul(2));
            }
            Some(target)
        })
    }

    /// The schema and those that it is an alias of.
    fn aliases(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        self.walk(id, |form| match form {
            Form::Alias(target) => Some(*target),
            _ => None,
        })
    }

    /// Follows aliases to the schema with a form of its own.
    pub(crate) fn resolve(&self, id: SchemaId) -> SchemaId {
        self.aliases(id).last().unwrap_or(id)
    }

    /// Whether the schema, or one that it is an alias of, admits null.
    pub(crate) fn is_nullable(&self, id: SchemaId) -> bool {
        self.aliases(id).any(|at| self[at].nullable)
    }
}

impl std::ops::Index<SchemaId> for Schemas {
    type Output = Schema;

    /// Identities come only from this arena, which never shrinks.
    fn index(&self, id: SchemaId) -> &Schema {
        &self.0[id.0 as usize]
    }
}

/// A schema.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The schema's node; the first one for a merged schema.
    pub(crate) origin: NodeId,
    pub(crate) place: Place,
    pub(crate) docs: Docs,
    /// `null` is among its types.
    pub(crate) nullable: bool,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    /// `format: password` or `x-callwright-secret`.
    pub(crate) secret: bool,
    /// The value of `default`.
    pub(crate) default: Option<DefaultValue>,
    /// The first example.
    pub(crate) example: Option<Rc<Value>>,
    pub(crate) constraints: Vec<Constraint>,
    /// `x-callwright-name`.
    pub(crate) rust_name: Option<String>,
    /// The schema of an object's member names, if they are more than strings.
    pub(crate) names: Option<SchemaId>,
    pub(crate) form: Form,
}

impl Schema {
    /// A schema without anything but its form.
    pub(crate) fn blank(origin: NodeId, place: Place, form: Form) -> Self {
        Self {
            origin,
            place,
            docs: Docs::default(),
            nullable: false,
            read_only: false,
            write_only: false,
            secret: false,
            default: None,
            example: None,
            constraints: Vec::new(),
            rust_name: None,
            names: None,
            form,
        }
    }
}

/// The place of a schema, from which it is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// A node of its own: the name comes from the pointer.
    Node(NodeId),
    /// A part of another schema, created by merging.
    Part { of: SchemaId, step: PlaceStep },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PlaceStep {
    Property(String),
    Item,
    TupleItem(usize),
    Additional,
    MemberName,
    Alternative(usize),
    /// The base of a hierarchy, which is the union of the schemas that extend it.
    Base,
}

/// The documentation of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Docs {
    pub(crate) title: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
    pub(crate) external_docs: Option<String>,
}

/// The values of a schema, except null.
#[derive(Debug)]
pub(crate) enum Form {
    Any(AnyReason),
    /// Only null.
    Null,
    /// `false`, `not: {}`: no value at all.
    Never,
    Boolean,
    Integer(Bounds),
    /// `exact` if the document asks for every digit (`format: decimal` and `decimal128`).
    Number {
        exact: bool,
    },
    String(StringFormat),
    Enumeration(Enumeration),
    Array(SchemaId),
    Tuple {
        items: Vec<SchemaId>,
        rest: Option<SchemaId>,
    },
    /// An object without declared properties.
    Map(SchemaId),
    Object(Object),
    Union(Union),
    /// Only a reference.
    Alias(SchemaId),
}

impl Form {
    /// Whether its values always have a type of their own.
    pub(crate) fn has_own_type(&self) -> bool {
        matches!(self, Self::Object(_) | Self::Enumeration(_) | Self::Union(_) | Self::Tuple { .. })
    }
}

/// The reason why a schema admits any value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnyReason {
    /// The document sets no type.
    Unconstrained,
    /// The document restricts values in an unsupported way, which is reported.
    Unsupported,
}

/// The range of an integer schema, as far as it determines the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bounds {
    /// Within `i64`, or unrestricted.
    I64,
    /// Not negative, and beyond `i64`.
    U64,
    I128,
    /// Beyond 128 bits.
    Unbounded,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StringFormat {
    Text,
    DateTime,
    Date,
    Time,
    Duration,
    Uuid,
    Uri,
    /// `format: byte`, `contentEncoding: base64` and `base64url`.
    Base64,
    /// `format: binary`, Swagger's `type: file`, `contentMediaType` without an encoding: raw bytes, only meaningful in
    /// bodies; with their media type, if the schema names it.
    Binary(Option<String>),
    /// Any other format, as written; the value stays a string.
    Other(String),
}

#[derive(Debug)]
pub(crate) struct Enumeration {
    pub(crate) values: Vec<EnumValue>,
    /// Whether the document also admits any other string: an `anyOf` with a string next to the
    /// values.
    pub(crate) admits_others: bool,
}

impl Enumeration {
    /// Whether every value is a string.
    pub(crate) fn is_text(&self) -> bool {
        self.values.iter().all(|value| matches!(value.literal, Literal::Text(_)))
    }
}

#[derive(Debug)]
pub(crate) struct EnumValue {
    pub(crate) literal: Literal,
    /// `x-enum-varnames`.
    pub(crate) name: Option<String>,
    /// `x-enum-descriptions`.
    pub(crate) description: Option<String>,
}

/// A value of an enumeration.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Literal {
    Boolean(bool),
    /// The number's text: `5`, `1.5`.
    Number(String),
    Text(String),
    /// An array or object, as compact JSON.
    Json(String),
}

impl Literal {
    /// Whether it is the same scalar as a value of the document.
    pub(crate) fn is(&self, given: &Value) -> bool {
        match (self, given) {
            (Self::Text(one), Value::Text(other)) | (Self::Number(one), Value::Number(other)) => {
                **one == **other
            }
            (Self::Boolean(one), Value::Boolean(other)) => one == other,
            _ => false,
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Object {
    pub(crate) properties: Vec<Property>,
    pub(crate) additional: Additional,
}

#[derive(Debug)]
pub(crate) struct Property {
    /// The property's schema node, or the node that requires an undeclared property.
    pub(crate) origin: NodeId,
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) schema: SchemaId,
}

/// Undeclared members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Additional {
    /// Not restricted, or `true`.
    #[default]
    Open,
    /// `false`: none is expected, but received ones are kept.
    Closed,
    Typed(SchemaId),
}

#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) alternatives: Vec<Alternative>,
    pub(crate) discriminator: Option<Discriminator>,
}

#[derive(Debug)]
pub(crate) struct Alternative {
    pub(crate) schema: SchemaId,
    /// A word for the variant from the document: the referenced component, the title, or the tag
    /// value.
    pub(crate) name: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Discriminator {
    pub(crate) property: String,
    /// The tag values with the index of the alternative; every alternative has at least one.
    pub(crate) mapping: Vec<(String, usize)>,
    /// The tag value with which each alternative is sent, if the document gives exactly one.
    pub(crate) sent: Vec<Option<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One alias per target.
    fn aliases(targets: &[u32]) -> Schemas {
        let schema = |target: &u32| {
            let place = Place::Node(NodeId::default());
            Schema::blank(NodeId::default(), place, Form::Alias(SchemaId(*target)))
        };
        Schemas(targets.iter().map(schema).collect())
    }

    #[test]
    fn every_walk_ends_after_it_has_passed_all() {
        // A cycle; a chain into a cycle; a chain into a self-reference.
        for targets in [vec![1, 2, 3, 0], vec![1, 2, 3, 4, 5, 6, 7, 4], vec![1, 2, 2], vec![0]] {
            let schemas = aliases(&targets);
            for id in schemas.ids() {
                let passed: Vec<SchemaId> = schemas.aliases(id).collect();
                assert!(passed.len() <= 3 * targets.len(), "{targets:?}: {passed:?}");
                let mut at = id;
                for _ in &targets {
                    assert!(passed.contains(&at), "{targets:?}: {passed:?}");
                    at = SchemaId(targets[at.0 as usize]);
                }
            }
        }
    }
}
