use std::collections::BTreeSet;

use crate::ir::{Api, Form, SchemaId, Schemas};

/// The names of secret properties and parameters, in alphabetical order.
///
/// A recorder sees text without types, and recognises secrets by name.
pub(super) fn secrets(api: &Api) -> Vec<String> {
    let properties = api
        .schemas
        .ids()
        .filter_map(|id| match &api.schemas[id].form {
            Form::Object(object) => Some(&object.properties),
            _ => None,
        })
        .flatten()
        .map(|property| (&property.name, property.schema));
    let parameters = api
        .operations
        .iter()
        .flat_map(|operation| &operation.parameters)
        .map(|parameter| (&parameter.name, parameter.schema));
    properties
        .chain(parameters)
        .filter(|(_, schema)| is_secret(&api.schemas, *schema))
        .map(|(name, _)| name.clone())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Whether the schema is secret, or a list or map of secrets.
fn is_secret(schemas: &Schemas, schema: SchemaId) -> bool {
    let next = |form: &Form| match form {
        Form::Alias(next) | Form::Array(next) | Form::Map(next) => Some(*next),
        _ => None,
    };
    schemas.walk(schema, next).any(|at| schemas[at].secret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{LoadOptions, load_text};
    use crate::lower::{Context, KeywordCache, lower};
    use crate::normalise::Dialect;
    use crate::problem::Problems;
    use crate::resolve::Resolver;

    fn secrets_of(text: &str) -> Vec<String> {
        let problems = Problems::default();
        let document =
            load_text("api.yaml", text.to_owned(), &LoadOptions::default(), &problems).unwrap();
        let resolver = Resolver::new(&document, &problems);
        let dialect = Dialect::of(&document).unwrap();
        let context = Context {
            document: &document,
            resolver: &resolver,
            problems: &problems,
            dialect,
            known: &KeywordCache::default(),
        };
        secrets(&lower(context))
    }

    #[test]
    fn secrets_are_found_through_references_and_lists() {
        let names = secrets_of(
            "openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a:
    get:
      parameters:
        - { name: pin, in: query, schema: { type: string, format: password } }
        - { name: page, in: query, schema: { type: string } }
      responses: { '200': { description: d } }
components:
  schemas:
    Key: { type: string, x-callwright-secret: true }
    Login:
      type: object
      properties:
        user: { type: string }
        password: { type: string, format: password }
        keys: { type: array, items: { $ref: '#/components/schemas/Key' } }
        pin: { $ref: '#/components/schemas/Key' }
        next: { $ref: '#/components/schemas/Login' }
",
        );
        assert_eq!(names, ["keys", "password", "pin"]);
    }
}
