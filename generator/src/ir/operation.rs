//! Operations: requests and their possible responses.

use super::{Docs, SchemaId, Server, StatusPattern};
use crate::document::NodeId;

#[derive(Debug)]
pub(crate) struct Operation {
    /// The Operation Object's node.
    pub(crate) origin: NodeId,
    /// `operationId` as written; `None` if it is missing or a duplicate.
    pub(crate) id: Option<String>,
    /// `x-callwright-name`.
    pub(crate) rust_name: Option<String>,
    pub(crate) method: Method,
    /// The key in `paths` as written, with the fragment that some documents tell operations apart by.
    pub(crate) key: String,
    /// The path template as sent: `/pets/{pet_id}`.
    pub(crate) path: String,
    pub(crate) segments: Vec<PathSegment>,
    pub(crate) tags: Vec<String>,
    pub(crate) docs: Docs,
    /// Path-level parameters first, then the operation's own; each (location, name) once.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) responses: Vec<Response>,
    /// Alternatives, one of which must be satisfied; empty: no credential is needed.
    pub(crate) security: Vec<Requirement>,
    /// Servers of the operation or its path, which override the document's.
    pub(crate) servers: Vec<Server>,
    /// `x-callwright-predicates` of the operation, and its transient codes.
    pub(crate) predicates: Vec<(String, Vec<String>)>,
    /// `x-callwright-idempotency-key` of the operation.
    pub(crate) idempotency_key: Option<String>,
}

/// Schemes that are required together, each with its scopes; empty: anonymous access.
pub(crate) type Requirement = Vec<(String, Vec<String>)>;

/// A request method; methods from `additionalOperations` are `Other`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
    Other(String),
}

impl Method {
    /// The method as sent: methods are case-sensitive (RFC 9110, section 9.1).
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Other(name) => name,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathSegment {
    Literal(String),
    /// The index of a path parameter in [`Operation::parameters`].
    Parameter(usize),
}

#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) origin: NodeId,
    pub(crate) name: String,
    pub(crate) rust_name: Option<String>,
    pub(crate) docs: Docs,
    pub(crate) required: bool,
    /// `x-callwright-client-parameter`: set once, on the client.
    pub(crate) on_client: bool,
    pub(crate) location: ParameterLocation,
    /// `allowEmptyValue`, where it applies: a query parameter without `content`.
    pub(crate) allow_empty: bool,
    /// `encoding` of its `content`, by property.
    pub(crate) encoding: Vec<(String, PartEncoding)>,
    pub(crate) schema: SchemaId,
}

/// The location of a parameter, with the encodings that it permits.
///
/// The style is inside the variant because `OpenAPI` permits different styles in each location: a
/// `deepObject` header is unrepresentable here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParameterLocation {
    Path(ParameterEncoding<PathStyle>),
    Query(ParameterEncoding<QueryStyle>),
    /// The whole query string, in this media type (3.2).
    QueryString(String),
    Header(ParameterEncoding<()>),
    Cookie(ParameterEncoding<CookieStyle>),
}

impl ParameterLocation {
    /// The media type of the value, if it has one.
    pub(crate) fn content(&self) -> Option<&str> {
        match self {
            Self::Path(encoding) => encoding.content(),
            Self::Query(encoding) => encoding.content(),
            Self::Header(encoding) => encoding.content(),
            Self::Cookie(encoding) => encoding.content(),
            Self::QueryString(media) => Some(media),
        }
    }
}

/// The encoding of a parameter's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ParameterEncoding<S> {
    Style {
        style: S,
        explode: bool,
        allow_reserved: bool,
    },
    /// `content`: the value is first encoded in this media type.
    Content(String),
}

impl<S> ParameterEncoding<S> {
    fn content(&self) -> Option<&str> {
        match self {
            Self::Style { .. } => None,
            Self::Content(media) => Some(media),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathStyle {
    Simple,
    Label,
    Matrix,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum QueryStyle {
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    /// Swagger 2.0's `tsv`: items separated by a tab.
    TabDelimited,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CookieStyle {
    Form,
    /// Without percent-encoding (3.2).
    Cookie,
}

#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) docs: Docs,
    pub(crate) required: bool,
    pub(crate) content: Vec<MediaType>,
}

#[derive(Debug)]
pub(crate) struct MediaType {
    pub(crate) origin: NodeId,
    /// As written: `application/json; charset=utf-8`, `image/*`.
    pub(crate) name: String,
    /// `None` if the document has no schema.
    pub(crate) schema: Option<SchemaId>,
    /// `itemSchema` (3.2): the schema of each item of a stream.
    pub(crate) item_schema: Option<SchemaId>,
    /// The events of a stream, if the document describes them as a whole and not only their data. Then there is no other
    /// schema.
    pub(crate) events: Vec<EventType>,
    /// `encoding`, by property.
    pub(crate) encoding: Vec<(String, PartEncoding)>,
}

/// One of the events of a stream.
#[derive(Debug)]
pub(crate) struct EventType {
    pub(crate) origin: NodeId,
    pub(crate) docs: Docs,
    /// The values of `event`; empty if it may have any.
    pub(crate) names: Vec<String>,
    pub(crate) data: EventData,
}

/// The data of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventData {
    /// Text, or absent.
    Text,
    /// A value of this schema, as JSON unless it is a string.
    Value(SchemaId),
    /// JSON within a string (`contentMediaType`), of this schema (`contentSchema`) if there is one.
    Json(Option<SchemaId>),
}

impl EventData {
    pub(crate) fn schema(self) -> Option<SchemaId> {
        match self {
            Self::Text | Self::Json(None) => None,
            Self::Value(id) | Self::Json(Some(id)) => Some(id),
        }
    }
}

impl Operation {
    /// Whether a response that is not a success has headers.
    pub(crate) fn fails_with_headers(&self) -> bool {
        let is_success =
            |status| matches!(status, StatusPattern::Exact(200..=299) | StatusPattern::Range(2));
        let mut failures = self.responses.iter().filter(|response| !is_success(response.status));
        failures.any(|response| !response.headers.is_empty())
    }

    /// The streams whose events differ by their name.
    pub(crate) fn named_events(&self) -> impl Iterator<Item = &MediaType> {
        let content = self.responses.iter().flat_map(|response| &response.content);
        content.filter(|media| media.events.len() > 1)
    }
}

/// The encoding of one property of a form or multipart body.
#[derive(Debug)]
pub(crate) struct PartEncoding {
    pub(crate) content_type: Option<String>,
    pub(crate) headers: Vec<Header>,
    /// Present only if `style`, `explode` or `allowReserved` is written.
    pub(crate) query: Option<ParameterEncoding<QueryStyle>>,
}

#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) origin: NodeId,
    pub(crate) status: StatusPattern,
    pub(crate) docs: Docs,
    pub(crate) headers: Vec<Header>,
    pub(crate) content: Vec<MediaType>,
}

#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) origin: NodeId,
    pub(crate) name: String,
    pub(crate) docs: Docs,
    pub(crate) schema: SchemaId,
    pub(crate) explode: bool,
    /// The media type of its `content`.
    pub(crate) content: Option<String>,
    /// `x-callwright-request-id`.
    pub(crate) is_request_id: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ApiKeyLocation {
    Header,
    Query,
    Cookie,
}
