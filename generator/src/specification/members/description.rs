//! Members of the document as a whole.

use super::member::{Member, list, map, one, plain};
use crate::specification::Object;
use crate::specification::Versions;

/// Swagger Object (2.0), OpenAPI Object (3.0 to 3.2).
pub(crate) const ROOT: &[Member] = &[
    plain("swagger", Versions::V2_0),
    plain("openapi", Versions::V3),
    plain("$self", Versions::V3_2).read_in_all(),
    one("info", Versions::ALL, Object::Info).required(Versions::ALL),
    plain("host", Versions::V2_0),
    plain("basePath", Versions::V2_0),
    plain("schemes", Versions::V2_0),
    plain("consumes", Versions::V2_0),
    plain("produces", Versions::V2_0),
    plain("jsonSchemaDialect", Versions::FROM_3_1),
    list("servers", Versions::V3, Object::Server),
    one("paths", Versions::ALL, Object::Paths).required(Versions::UNTIL_3_0),
    map("webhooks", Versions::FROM_3_1, Object::PathItem).read_in_all(),
    one("components", Versions::V3, Object::Components),
    map("definitions", Versions::V2_0, Object::Schema),
    map("parameters", Versions::V2_0, Object::Parameter),
    map("responses", Versions::V2_0, Object::Response),
    map("securityDefinitions", Versions::V2_0, Object::SecurityScheme),
    plain("security", Versions::ALL),
    list("tags", Versions::ALL, Object::Tag),
    one("externalDocs", Versions::ALL, Object::ExternalDocs),
];

/// Info Object.
pub(crate) const INFO: &[Member] = &[
    plain("title", Versions::ALL).required(Versions::ALL),
    plain("summary", Versions::FROM_3_1).read_in_all(),
    plain("description", Versions::ALL),
    plain("termsOfService", Versions::ALL),
    one("contact", Versions::ALL, Object::Contact),
    one("license", Versions::ALL, Object::License),
    plain("version", Versions::ALL).required(Versions::ALL),
];

/// Contact Object.
pub(crate) const CONTACT: &[Member] =
    &[plain("name", Versions::ALL), plain("url", Versions::ALL), plain("email", Versions::ALL)];

/// License Object.
pub(crate) const LICENSE: &[Member] = &[
    plain("name", Versions::ALL).required(Versions::ALL),
    plain("identifier", Versions::FROM_3_1),
    plain("url", Versions::ALL),
];

/// Server Object.
pub(crate) const SERVER: &[Member] = &[
    plain("url", Versions::V3).required(Versions::V3),
    plain("name", Versions::V3_2),
    plain("description", Versions::V3),
    map("variables", Versions::V3, Object::ServerVariable),
];

/// Server Variable Object.
pub(crate) const SERVER_VARIABLE: &[Member] = &[
    plain("enum", Versions::V3),
    plain("default", Versions::V3).required(Versions::V3),
    plain("description", Versions::V3),
];

/// Components Object.
pub(crate) const COMPONENTS: &[Member] = &[
    map("schemas", Versions::V3, Object::Schema),
    map("responses", Versions::V3, Object::Response),
    map("parameters", Versions::V3, Object::Parameter),
    map("examples", Versions::V3, Object::Example),
    map("requestBodies", Versions::V3, Object::RequestBody),
    map("headers", Versions::V3, Object::Header),
    map("securitySchemes", Versions::V3, Object::SecurityScheme),
    map("links", Versions::V3, Object::Link),
    map("callbacks", Versions::V3, Object::Callback),
    map("pathItems", Versions::FROM_3_1, Object::PathItem).read_in_all(),
    map("mediaTypes", Versions::V3_2, Object::MediaType).read_in_all(),
];

/// Tag Object.
pub(crate) const TAG: &[Member] = &[
    plain("name", Versions::ALL).required(Versions::ALL),
    plain("summary", Versions::V3_2),
    plain("description", Versions::ALL),
    one("externalDocs", Versions::ALL, Object::ExternalDocs),
    plain("parent", Versions::V3_2),
    plain("kind", Versions::V3_2),
];

/// External Documentation Object.
pub(crate) const EXTERNAL_DOCS: &[Member] =
    &[plain("description", Versions::ALL), plain("url", Versions::ALL).required(Versions::ALL)];
