//! The context of planning operations.

use std::cell::RefCell;

use super::media::{SchemaHint, is_raw};
use crate::collections::HashSet;
use crate::document::NodeId;
use crate::ir::{self, Essence, Form, SchemaId, StringFormat};
use crate::name::Names;
use crate::plan::docs::Examples;
use crate::plan::types::{Dedup, Rules, TypeRef, TypeRefs};
use crate::problem::{ProblemKind, Problems};

/// The context of planning operations.
pub(crate) struct Context<'a> {
    pub(crate) api: &'a ir::Api,
    pub(crate) names: &'a Names,
    pub(crate) refs: &'a TypeRefs,
    pub(crate) dedup: &'a Dedup,
    pub(crate) problems: &'a Problems,
    /// The header with the request id, unless an operation has another.
    pub(crate) request_id: Option<String>,
    pub(crate) examples: Option<Examples<'a>>,
    /// Problems already reported for the whole document.
    told: RefCell<HashSet<ProblemKind>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        api: &'a ir::Api,
        names: &'a Names,
        refs: &'a TypeRefs,
        dedup: &'a Dedup,
        problems: &'a Problems,
        examples: Option<Examples<'a>>,
    ) -> Self {
        let responses = api.operations.iter().flat_map(|operation| &operation.responses);
        let request_id = responses.flat_map(|response| &response.headers);
        let request_id = request_id.into_iter().find(|header| header.is_request_id);
        Self {
            api,
            names,
            refs,
            dedup,
            problems,
            request_id: request_id.map(|header| header.name.clone()),
            examples,
            told: RefCell::default(),
        }
    }

    /// The type of a schema's values, except null.
    pub(crate) fn type_of(&self, id: SchemaId) -> TypeRef {
        self.refs.of(id)
    }

    /// The type of a body, including null if the schema admits it.
    pub(crate) fn body_type(&self, id: SchemaId) -> TypeRef {
        self.refs.value(id)
    }

    /// The representation that a body's schema implies.
    pub(crate) fn hint(&self, schema: Option<SchemaId>) -> SchemaHint {
        let Some(id) = schema else { return SchemaHint::Nothing };
        match &self.api.schemas[self.api.schemas.resolve(id)].form {
            Form::Any(_) | Form::Null | Form::Never | Form::Alias(_) => SchemaHint::Nothing,
            Form::String(StringFormat::Binary(_)) => SchemaHint::Binary,
            Form::String(_) => SchemaHint::Text,
            Form::Enumeration(values) if values.is_text() => SchemaHint::Text,
            Form::Boolean
            | Form::Integer(_)
            | Form::Number { .. }
            | Form::Enumeration(_)
            | Form::Array(_)
            | Form::Tuple { .. }
            | Form::Map(_)
            | Form::Object(_)
            | Form::Union(_) => SchemaHint::Structured,
        }
    }

    /// Whether a body has a structure that text or bytes do not show.
    pub(crate) fn is_structured(&self, schema: Option<SchemaId>) -> bool {
        let Some(id) = schema else { return false };
        let form = &self.api.schemas[self.api.schemas.resolve(id)].form;
        matches!(
            form,
            Form::Array(_) | Form::Tuple { .. } | Form::Map(_) | Form::Object(_) | Form::Union(_)
        )
    }

    /// The media type that the schema of a file, or of a list of files, names.
    pub(crate) fn file_media(&self, schema: SchemaId) -> Option<&str> {
        let schemas = &self.api.schemas;
        let mut at = schemas.resolve(schema);
        if let Form::Array(item) = schemas[at].form {
            at = schemas.resolve(item);
        }
        match &schemas[at].form {
            Form::String(StringFormat::Binary(media)) => media.as_deref(),
            _ => None,
        }
    }

    /// Reports a binary body whose schema describes a structure.
    pub(crate) fn report_bytes(&self, media: &ir::MediaType) {
        if !self.is_structured(media.schema) {
            return;
        }
        if !is_raw(&media.name) {
            self.report(media.origin, ProblemKind::BodyAsBytes { media: media.name.clone() });
            return;
        }
        let schema = media.schema.map(|id| &self.api.schemas[self.api.schemas.resolve(id)].form);
        let shape = match schema {
            Some(Form::Array(_) | Form::Tuple { .. }) => "a list",
            Some(Form::Union(_)) => "alternatives",
            _ => "an object",
        };
        let name = Essence::of(&media.name).as_str().to_owned();
        let problem = ProblemKind::StructureOfBytes { media: name, shape };
        self.report_once(media.origin, problem);
    }

    /// Whether a body consists of members, as forms and multipart bodies do.
    pub(crate) fn is_object(&self, schema: Option<SchemaId>) -> bool {
        let Some(id) = schema else { return true };
        let form = &self.api.schemas[self.api.schemas.resolve(id)].form;
        // Any value may be an object, and a union may contain objects.
        matches!(form, Form::Any(_) | Form::Object(_) | Form::Map(_) | Form::Union(_))
    }

    /// Whether a body's schema declares members, or may contain one that does.
    pub(crate) fn has_members(&self, schema: Option<SchemaId>) -> bool {
        let Some(id) = schema else { return false };
        let form = &self.api.schemas[self.api.schemas.resolve(id)].form;
        matches!(form, Form::Object(_) | Form::Map(_) | Form::Union(_))
    }

    /// The empty rules of an argument.
    pub(crate) fn rules(&self) -> Rules<'_> {
        Rules::none(&self.api.schemas, &self.names.types, self.problems)
    }

    pub(crate) fn report(&self, node: NodeId, problem: ProblemKind) {
        self.problems.report(node, problem);
    }

    /// Reports a repeated problem of a document only at its first place.
    pub(crate) fn report_once(&self, node: NodeId, problem: ProblemKind) {
        if self.told.borrow_mut().insert(problem.clone()) {
            self.report(node, problem);
        }
    }
}
