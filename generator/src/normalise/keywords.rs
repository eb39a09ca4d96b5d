//! The keywords of one schema node, in the terms of JSON Schema 2020-12.

use super::member::Members;
use super::shape::Shape;
use super::{Dialect, TypeSet, constraints};
use crate::document::{Document, Kind, NodeId};
use crate::ir::{Constraint, Docs};
use crate::problem::{ProblemKind, Problems};

/// The keywords of one schema node; references and subschemas are left as nodes.
///
/// Keywords are grouped by their effect: a shape determines the type of values, a constraint
/// narrows them, an annotation documents them, and usage says who sets a value and what its default
/// is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keywords {
    /// The node has a `$ref` or a `$dynamicRef`.
    pub(crate) has_reference: bool,
    pub(crate) all_of: Vec<NodeId>,
    pub(crate) nullable: bool,
    pub(crate) shape: Shape,
    pub(crate) constraints: Vec<Constraint>,
    pub(crate) annotation: Annotation,
    pub(crate) usage: Usage,
}

/// The documentation of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Annotation {
    pub(crate) docs: Docs,
    /// `example`, or the first of `examples`.
    pub(crate) example: Option<NodeId>,
    /// `x-callwright-name`.
    pub(crate) rust_name: Option<String>,
}

/// The usage of a node's values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    pub(crate) default: Option<NodeId>,
    pub(crate) read_only: bool,
    pub(crate) write_only: bool,
    /// `format: password` or `x-callwright-secret`.
    pub(crate) secret: bool,
}

impl Keywords {
    /// Reads the node. Values of the wrong type are reported and ignored.
    pub(crate) fn read(
        document: &Document,
        dialect: Dialect,
        problems: &Problems,
        node: NodeId,
    ) -> Self {
        let members = Members { document, problems, node };
        if let Some(value) = document.boolean(node) {
            let shape = Shape { boolean: Some(value), ..Shape::default() };
            return Self { shape, ..Self::default() };
        }
        if !document.is_object(node) {
            members.wrong_part(node, "schema".to_owned(), "an object or a boolean");
            return Self::default();
        }
        let mut keywords = Self {
            has_reference: has_reference(members),
            annotation: Annotation::read(members),
            usage: Usage::read(members),
            ..Self::default()
        };
        // Before 2020-12, only annotations are permitted next to a reference.
        if !keywords.has_reference || dialect.reference_has_siblings() {
            (keywords.shape, keywords.nullable) = Shape::read(members);
            keywords.nullable |=
                members.flag("nullable") == Some(true) || members.flag("x-nullable") == Some(true);
            keywords.all_of = members.schemas("allOf");
            keywords.constraints = constraints::read(members);
            keywords.leave_out_infinity(members);
        } else {
            keywords.nullable = members.flag("nullable") == Some(true);
        }
        keywords
    }

    /// Whether the node only annotates values or admits null.
    pub(crate) fn only_annotates(&self) -> bool {
        !self.has_reference && self.all_of.is_empty() && !self.shape.is_given()
    }

    /// Whether the node restricts values beyond null by its own keywords: not by a reference or an
    /// `allOf`.
    pub(crate) fn gives_shape(&self) -> bool {
        self.shape.is_given()
    }

    /// Whether values have a type of their own, or may have: objects, enumerations, unions, and
    /// references.
    pub(crate) fn makes_a_type(&self) -> bool {
        self.has_reference || !self.all_of.is_empty() || self.shape.makes_a_type()
    }

    /// Whether the node restricts values only by `required` and `not`.
    pub(crate) fn only_requires(&self) -> bool {
        !self.has_reference && self.all_of.is_empty() && self.shape.only_requires()
    }

    /// Whether the node itself selects among values with a shape from elsewhere. Its properties and
    /// alternatives are ignored.
    pub(crate) fn only_picks(&self) -> bool {
        !self.has_reference && self.shape.only_picks()
    }

    /// Whether the node narrows values, or says when they are present, without setting a type.
    pub(crate) fn restricts_in_passing(&self) -> bool {
        self.constraints.iter().any(Constraint::is_checkable) || self.usage != Usage::default()
    }

    /// Whether the node has documentation or usage.
    pub(crate) fn annotates_itself(&self) -> bool {
        self.annotation != Annotation::default()
            || self.usage != Usage::default()
            || !self.constraints.is_empty()
    }

    /// Ignores YAML's infinity where a number is expected.
    fn leave_out_infinity(&mut self, members: Members<'_>) {
        let numeric = self.shape.types.is_some_and(|types| {
            (types.contains(TypeSet::NUMBER) || types.contains(TypeSet::INTEGER))
                && !types.contains(TypeSet::STRING)
        });
        for value in [&mut self.usage.default, &mut self.annotation.example] {
            if numeric && value.is_some_and(|node| members.reports_infinity(node)) {
                *value = None;
            }
        }
    }
}

/// Whether the node has a reference; if it has two, the dynamic one is reported.
fn has_reference(members: Members<'_>) -> bool {
    let Members { document, problems, node } = members;
    let reference = document.get_text(node, "$ref");
    let dynamic = members.get("$dynamicRef").filter(|node| document.text(*node).is_some());
    if let (Some(_), Some(dynamic)) = (reference, dynamic) {
        let reference = document.text(dynamic).unwrap_or_default().to_owned();
        let reason = "a `$ref` stands beside it";
        problems.report(dynamic, ProblemKind::DynamicReference { reference, reason });
    }
    reference.is_some() || dynamic.is_some()
}

impl Annotation {
    fn read(members: Members<'_>) -> Self {
        let document = members.document;
        let docs = Docs {
            title: members.text("title"),
            summary: None,
            description: members.text("description"),
            // The extension often contains the reason.
            deprecated: members.flag("deprecated") == Some(true)
                || members.get("x-deprecated").is_some_and(|reason| {
                    !matches!(document.kind(reason), Kind::Boolean(false) | Kind::Null)
                }),
            external_docs: members
                .get("externalDocs")
                .and_then(|docs| document.get_text(docs, "url"))
                .map(str::to_owned),
        };
        let example = members
            .get("example")
            .or_else(|| document.items(members.get("examples")?).first().copied());
        Self { docs, example, rust_name: members.text("x-callwright-name") }
    }
}

impl Usage {
    fn read(members: Members<'_>) -> Self {
        Self {
            default: members.get("default"),
            read_only: members.flag("readOnly") == Some(true),
            write_only: members.flag("writeOnly") == Some(true),
            secret: members.flag("x-callwright-secret") == Some(true)
                || members.document.get_text(members.node, "format") == Some("password"),
        }
    }
}
