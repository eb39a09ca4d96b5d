use super::{Media, Parameter, Predicates, Requirement, Response, Server};

/// The request body of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestBody {
    pub(crate) required: bool,
    pub(crate) media: &'static [Media],
}

impl RequestBody {
    /// Describes a required body in one of these media types.
    #[must_use]
    pub const fn required(media: &'static [Media]) -> Self {
        Self { required: true, media }
    }

    /// Makes the body optional.
    #[must_use]
    pub const fn optional(media: &'static [Media]) -> Self {
        Self { required: false, media }
    }
}

/// An operation: everything needed to send it and to decode its response.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    pub(crate) id: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) parameters: &'static [Parameter],
    pub(crate) body: Option<RequestBody>,
    pub(crate) success: &'static [Response],
    pub(crate) failure: &'static [Response],
    pub(crate) security: &'static [Requirement],
    pub(crate) servers: &'static [Server],
    pub(crate) predicates: Predicates,
    pub(crate) request_id: Option<&'static str>,
    pub(crate) idempotency_key: Option<&'static str>,
    pub(crate) any_credential: bool,
}

impl Operation {
    /// Describes an operation by its id, its method and its path template.
    #[must_use]
    pub const fn new(id: &'static str, method: &'static str, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            parameters: &[],
            body: None,
            success: &[],
            failure: &[],
            security: &[],
            servers: &[],
            predicates: &[],
            request_id: None,
            idempotency_key: None,
            any_credential: false,
        }
    }

    /// Describes another operation with the same common facts, which are stated once.
    #[must_use]
    pub const fn named(
        mut self,
        id: &'static str,
        method: &'static str,
        path: &'static str,
    ) -> Self {
        self.id = id;
        self.method = method;
        self.path = path;
        self
    }

    /// Sets the parameters; a call refers to them by index.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Sets the request body.
    #[must_use]
    pub const fn body(mut self, body: RequestBody) -> Self {
        self.body = Some(body);
        self
    }

    /// Sets the success responses.
    #[must_use]
    pub const fn success(mut self, responses: &'static [Response]) -> Self {
        self.success = responses;
        self
    }

    /// Sets the error responses.
    #[must_use]
    pub const fn failure(mut self, responses: &'static [Response]) -> Self {
        self.failure = responses;
        self
    }

    /// Sets the security requirements: alternatives, each a list of schemes that are all required.
    /// Without any, no credential is sent.
    #[must_use]
    pub const fn security(mut self, requirements: &'static [Requirement]) -> Self {
        self.security = requirements;
        self
    }

    /// Sets the operation's own servers, which replace those of the API.
    #[must_use]
    pub const fn servers(mut self, servers: &'static [Server]) -> Self {
        self.servers = servers;
        self
    }

    /// Sets error codes that make a predicate true, in addition to those of the API.
    #[must_use]
    pub const fn predicates(mut self, predicates: Predicates) -> Self {
        self.predicates = predicates;
        self
    }

    /// Sets the response header with the request id, in place of the API's.
    #[must_use]
    pub const fn request_id(mut self, header: &'static str) -> Self {
        self.request_id = Some(header);
        self
    }

    /// Sets the request header in which every call has a key of its own.
    #[must_use]
    pub const fn idempotency_key(mut self, header: &'static str) -> Self {
        self.idempotency_key = Some(header);
        self
    }

    /// Sends the first credential of the client, since no document says which one is needed.
    #[must_use]
    pub(crate) const fn any_credential(mut self) -> Self {
        self.any_credential = true;
        self
    }

    /// The `operationId`, or its replacement.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The HTTP method, in upper case.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// The path template, without the server's base path.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }
}
