//! Members of path items and operations.

use super::member::{Member, flag, list, map, one, plain};
use crate::specification::Object;
use crate::specification::Versions;

/// Path Item Object.
pub(crate) const PATH_ITEM: &[Member] = &[
    plain("$ref", Versions::ALL),
    plain("summary", Versions::V3),
    plain("description", Versions::V3).read_in_all(),
    one("get", Versions::ALL, Object::Operation),
    one("put", Versions::ALL, Object::Operation),
    one("post", Versions::ALL, Object::Operation),
    one("delete", Versions::ALL, Object::Operation),
    one("options", Versions::ALL, Object::Operation),
    one("head", Versions::ALL, Object::Operation),
    one("patch", Versions::ALL, Object::Operation),
    one("trace", Versions::V3, Object::Operation).read_in_all(),
    one("query", Versions::V3_2, Object::Operation).read_in_all(),
    map("additionalOperations", Versions::V3_2, Object::Operation).read_in_all(),
    list("servers", Versions::V3, Object::Server).read_in_all(),
    list("parameters", Versions::ALL, Object::Parameter),
];

/// Operation Object.
pub(crate) const OPERATION: &[Member] = &[
    plain("tags", Versions::ALL),
    plain("summary", Versions::ALL),
    plain("description", Versions::ALL),
    one("externalDocs", Versions::ALL, Object::ExternalDocs),
    plain("operationId", Versions::ALL),
    plain("consumes", Versions::V2_0),
    plain("produces", Versions::V2_0),
    list("parameters", Versions::ALL, Object::Parameter),
    one("requestBody", Versions::V3, Object::RequestBody).read_in_all(),
    one("responses", Versions::ALL, Object::Responses).required(Versions::UNTIL_3_0),
    map("callbacks", Versions::V3, Object::Callback).read_in_all(),
    plain("schemes", Versions::V2_0),
    flag("deprecated", Versions::ALL),
    plain("security", Versions::ALL),
    list("servers", Versions::V3, Object::Server).read_in_all(),
];
