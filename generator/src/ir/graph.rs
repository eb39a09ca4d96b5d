//! The graph of schemas: direct parts, and reachability.

use super::{Additional, Api, Form, MediaType, Operation, SchemaId, Schemas};

/// The direct parts of a schema.
pub(crate) fn children(schemas: &Schemas, id: SchemaId) -> Vec<SchemaId> {
    let mut children = members(schemas, id);
    children.extend(schemas[id].names);
    children
}

fn members(schemas: &Schemas, id: SchemaId) -> Vec<SchemaId> {
    match &schemas[id].form {
        Form::Array(inner) | Form::Map(inner) | Form::Alias(inner) => vec![*inner],
        Form::Tuple { items, rest } => items.iter().chain(rest).copied().collect(),
        Form::Object(object) => {
            let additional = match object.additional {
                Additional::Typed(inner) => Some(inner),
                Additional::Open | Additional::Closed => None,
            };
            object.properties.iter().map(|property| property.schema).chain(additional).collect()
        }
        Form::Union(union) => {
            union.alternatives.iter().map(|alternative| alternative.schema).collect()
        }
        Form::Any(_)
        | Form::Null
        | Form::Never
        | Form::Boolean
        | Form::Integer(_)
        | Form::Number { .. }
        | Form::String(_)
        | Form::Enumeration(_) => Vec::new(),
    }
}

/// The reachable schemas, by index.
#[derive(Clone, Debug)]
pub(crate) struct Reach(Vec<bool>);

impl Reach {
    pub(crate) fn new(schemas: &Schemas, from: impl IntoIterator<Item = SchemaId>) -> Self {
        let mut reached = vec![false; schemas.0.len()];
        let mut open: Vec<SchemaId> = from.into_iter().collect();
        while let Some(id) = open.pop() {
            if let Some(reached @ false) = reached.get_mut(id.0 as usize) {
                *reached = true;
                open.extend(children(schemas, id));
            }
        }
        Self(reached)
    }

    pub(crate) fn contains(&self, id: SchemaId) -> bool {
        self.0.get(id.0 as usize).is_some_and(|reached| *reached)
    }
}

/// The direction in which schemas travel.
#[derive(Debug)]
pub(crate) struct Usage {
    /// Sent by a client, including schemas that no operation uses, since their direction is
    /// unknown.
    pub(crate) requests: Reach,
    /// Received by a client.
    pub(crate) responses: Reach,
    /// Reachable at all.
    pub(crate) all: Reach,
}

impl Usage {
    pub(crate) fn new(api: &Api) -> Self {
        let schemas = &api.schemas;
        let sent: Vec<SchemaId> = api.operations.iter().flat_map(request_schemas).collect();
        let received: Vec<SchemaId> = api.operations.iter().flat_map(response_schemas).collect();
        let used = Reach::new(schemas, sent.iter().chain(&received).copied());
        let unused = api.roots.iter().copied().filter(|root| !used.contains(*root));
        let all = Reach::new(schemas, sent.iter().chain(&received).chain(&api.roots).copied());
        let requests = Reach::new(schemas, sent.iter().copied().chain(unused));
        let responses = Reach::new(schemas, received);
        Self { requests, responses, all }
    }
}

fn content_schemas(content: &[MediaType]) -> impl Iterator<Item = SchemaId> + '_ {
    content.iter().flat_map(|media| {
        let events = media.events.iter().filter_map(|event| event.data.schema());
        media.schema.into_iter().chain(media.item_schema).chain(events)
    })
}

/// The schemas that an operation sends.
pub(crate) fn request_schemas(operation: &Operation) -> Vec<SchemaId> {
    let parameters = operation.parameters.iter().map(|parameter| parameter.schema);
    let bodies = operation.body.iter().flat_map(|body| content_schemas(&body.content));
    parameters.chain(bodies).collect()
}

/// The schemas that an operation receives.
pub(crate) fn response_schemas(operation: &Operation) -> Vec<SchemaId> {
    let responses = operation.responses.iter();
    responses
        .flat_map(|response| {
            let headers = response.headers.iter().map(|header| header.schema);
            headers.chain(content_schemas(&response.content))
        })
        .collect()
}
