//! The facts about an operation for the runtime, which are constants in generated code.

use super::media::MediaKind;
use crate::ir;

/// The static description of an operation.
#[derive(Debug)]
pub(crate) struct Description {
    pub(crate) id: String,
    /// As sent, in upper case.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) parameters: Vec<ParameterFact>,
    pub(crate) body: Option<BodyFact>,
    /// `None` if the module's common value applies, as for the next three.
    pub(crate) success: Option<Vec<ResponseFact>>,
    pub(crate) failure: Option<Vec<ResponseFact>>,
    pub(crate) security: Option<Vec<ir::Requirement>>,
    pub(crate) servers: Option<Vec<ServerFact>>,
    pub(crate) predicates: Vec<(String, Vec<String>)>,
    /// The header with the request id, if it is not the document's usual one.
    pub(crate) request_id: Option<String>,
    /// The header with a key for each call, if it is not the document's.
    pub(crate) idempotency_key: Option<String>,
}

/// The common facts of most operations of a module.
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
    /// Its `content`, unless it is JSON.
    pub(crate) content: Option<MediaFact>,
    pub(crate) required: bool,
    pub(crate) on_client: bool,
    pub(crate) allow_empty: bool,
    /// The constraints on its value, a line each.
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
    /// The variant of the output, error or body type.
    pub(crate) variant: usize,
    pub(crate) properties: Vec<PropertyFact>,
    /// The constraints on a request body, except those in tables of its types.
    pub(crate) rules: Vec<String>,
}

/// The encoding of one property of a form or multipart body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PropertyFact {
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    pub(crate) encoding: Option<ir::ParameterEncoding<ir::QueryStyle>>,
    /// Headers of its parts with values fixed by the document.
    pub(crate) headers: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ResponseFact {
    pub(crate) status: ir::StatusPattern,
    pub(crate) media: Vec<MediaFact>,
    /// The variant for a response without a media type.
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
        // To the runtime, a variable without a default is undeclared, so that it requires a value.
        let variables = server.variables.iter().filter(|variable| variable.has_default);
        let variables = variables.map(|variable| VariableFact {
            name: variable.name.clone(),
            default: variable.default.clone(),
            values: variable.values.clone(),
        });
        Self { url: server.url.clone(), variables: variables.collect() }
    }
}
