//! What the runtime has to know of an operation: facts, all of them constants in generated code.

use super::media::MediaKind;
use crate::ir;

/// The static description of an operation.
#[derive(Debug)]
pub(crate) struct Description {
    pub(crate) id: String,
    /// In capitals, as it is sent.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) parameters: Vec<ParameterFact>,
    pub(crate) body: Option<BodyFact>,
    /// Nothing where it is as the module has it in common; so are the next three.
    pub(crate) success: Option<Vec<ResponseFact>>,
    pub(crate) failure: Option<Vec<ResponseFact>>,
    pub(crate) security: Option<Vec<ir::Requirement>>,
    pub(crate) servers: Option<Vec<ServerFact>>,
    pub(crate) predicates: Vec<(String, Vec<String>)>,
    /// The header that carries the request's id, where it is not the document's usual one.
    pub(crate) request_id: Option<String>,
}

/// What most operations of a module have in common.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Common {
    pub(crate) success: Vec<ResponseFact>,
    pub(crate) failure: Vec<ResponseFact>,
    pub(crate) security: Vec<ir::Requirement>,
    pub(crate) servers: Vec<ServerFact>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParameterFact {
    pub(crate) name: String,
    pub(crate) location: ir::ParameterLocation,
    /// Its `content`, where that is anything but JSON.
    pub(crate) content: Option<MediaFact>,
    pub(crate) required: bool,
    pub(crate) on_client: bool,
    pub(crate) allow_empty: bool,
    /// What its schema says of its value, a line for each constraint.
    pub(crate) rules: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BodyFact {
    pub(crate) required: bool,
    pub(crate) media: Vec<MediaFact>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct MediaFact {
    pub(crate) name: String,
    pub(crate) kind: MediaKind,
    /// Which variant of the output, error or body type it fills.
    pub(crate) variant: usize,
    pub(crate) properties: Vec<PropertyFact>,
    /// What the schema says of a body that is sent, as far as no table of a type says it.
    pub(crate) rules: Vec<String>,
}

/// How one property of a form or multipart body travels.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PropertyFact {
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    pub(crate) encoding: Option<ir::ParameterEncoding<ir::QueryStyle>>,
    /// Headers of its parts whose values the document gives.
    pub(crate) headers: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ResponseFact {
    pub(crate) status: ir::StatusPattern,
    pub(crate) media: Vec<MediaFact>,
    /// Which variant it fills where it has no media type.
    pub(crate) variant: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ServerFact {
    pub(crate) url: String,
    pub(crate) variables: Vec<VariableFact>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct VariableFact {
    pub(crate) name: String,
    pub(crate) default: String,
    pub(crate) values: Vec<String>,
}

impl From<&ir::Server> for ServerFact {
    fn from(server: &ir::Server) -> Self {
        // A variable without a default is none to the runtime, which refuses to do without its value.
        let variables = server.variables.iter().filter(|variable| variable.has_default);
        let variables = variables.map(|variable| VariableFact {
            name: variable.name.clone(),
            default: variable.default.clone(),
            values: variable.values.clone(),
        });
        Self { url: server.url.clone(), variables: variables.collect() }
    }
}

/// The method as it is sent: methods are case-sensitive (RFC 9110, section 9.1).
pub(crate) fn method_text(method: &ir::Method) -> &str {
    match method {
        ir::Method::Get => "GET",
        ir::Method::Put => "PUT",
        ir::Method::Post => "POST",
        ir::Method::Delete => "DELETE",
        ir::Method::Options => "OPTIONS",
        ir::Method::Head => "HEAD",
        ir::Method::Patch => "PATCH",
        ir::Method::Trace => "TRACE",
        ir::Method::Other(name) => name,
    }
}
