//! Members of what a request and its answers are made of.

use super::member::{Member, data, data_list, flag, list, map, one, plain};
use crate::specification::Object;
use crate::specification::Versions;

/// Parameter Object.
pub(crate) const PARAMETER: &[Member] = &[
    plain("name", Versions::ALL).required(Versions::ALL),
    plain("in", Versions::ALL).required(Versions::ALL),
    plain("description", Versions::ALL),
    flag("required", Versions::ALL),
    flag("deprecated", Versions::V3).read_in_all(),
    flag("allowEmptyValue", Versions::ALL),
    plain("style", Versions::V3).read_in_all(),
    flag("explode", Versions::V3).read_in_all(),
    flag("allowReserved", Versions::V3).read_in_all(),
    one("schema", Versions::ALL, Object::Schema),
    data("example", Versions::V3).read_in_all(),
    map("examples", Versions::V3, Object::Example),
    map("content", Versions::V3, Object::MediaType).read_in_all(),
    plain("type", Versions::V2_0).read_in_all(),
    plain("format", Versions::V2_0).read_in_all(),
    one("items", Versions::V2_0, Object::Items).read_in_all(),
    plain("collectionFormat", Versions::V2_0).read_in_all(),
    data("default", Versions::V2_0).read_in_all(),
    plain("maximum", Versions::V2_0).read_in_all(),
    flag("exclusiveMaximum", Versions::V2_0).read_in_all(),
    plain("minimum", Versions::V2_0).read_in_all(),
    flag("exclusiveMinimum", Versions::V2_0).read_in_all(),
    plain("maxLength", Versions::V2_0).read_in_all(),
    plain("minLength", Versions::V2_0).read_in_all(),
    plain("pattern", Versions::V2_0).read_in_all(),
    plain("maxItems", Versions::V2_0).read_in_all(),
    plain("minItems", Versions::V2_0).read_in_all(),
    flag("uniqueItems", Versions::V2_0).read_in_all(),
    data_list("enum", Versions::V2_0).read_in_all(),
    plain("multipleOf", Versions::V2_0).read_in_all(),
];

/// Items Object (2.0).
pub(crate) const ITEMS: &[Member] = &[
    plain("type", Versions::V2_0).required(Versions::V2_0),
    plain("format", Versions::V2_0),
    one("items", Versions::V2_0, Object::Items),
    plain("collectionFormat", Versions::V2_0),
    data("default", Versions::V2_0),
    plain("maximum", Versions::V2_0),
    flag("exclusiveMaximum", Versions::V2_0),
    plain("minimum", Versions::V2_0),
    flag("exclusiveMinimum", Versions::V2_0),
    plain("maxLength", Versions::V2_0),
    plain("minLength", Versions::V2_0),
    plain("pattern", Versions::V2_0),
    plain("maxItems", Versions::V2_0),
    plain("minItems", Versions::V2_0),
    flag("uniqueItems", Versions::V2_0),
    data_list("enum", Versions::V2_0),
    plain("multipleOf", Versions::V2_0),
];

/// Header Object. OpenAPI 3 gives it what a parameter has, without `name` and `in`.
pub(crate) const HEADER: &[Member] = &[
    plain("description", Versions::ALL),
    flag("required", Versions::V3),
    flag("deprecated", Versions::V3).read_in_all(),
    flag("allowEmptyValue", Versions::V3),
    plain("style", Versions::V3),
    flag("explode", Versions::V3).read_in_all(),
    flag("allowReserved", Versions::V3),
    one("schema", Versions::V3, Object::Schema).read_in_all(),
    data("example", Versions::V3).read_in_all(),
    map("examples", Versions::V3, Object::Example),
    map("content", Versions::V3, Object::MediaType).read_in_all(),
    plain("type", Versions::V2_0).required(Versions::V2_0).read_in_all(),
    plain("format", Versions::V2_0).read_in_all(),
    one("items", Versions::V2_0, Object::Items).read_in_all(),
    plain("collectionFormat", Versions::V2_0),
    data("default", Versions::V2_0).read_in_all(),
    plain("maximum", Versions::V2_0).read_in_all(),
    flag("exclusiveMaximum", Versions::V2_0).read_in_all(),
    plain("minimum", Versions::V2_0).read_in_all(),
    flag("exclusiveMinimum", Versions::V2_0).read_in_all(),
    plain("maxLength", Versions::V2_0).read_in_all(),
    plain("minLength", Versions::V2_0).read_in_all(),
    plain("pattern", Versions::V2_0).read_in_all(),
    plain("maxItems", Versions::V2_0).read_in_all(),
    plain("minItems", Versions::V2_0).read_in_all(),
    flag("uniqueItems", Versions::V2_0).read_in_all(),
    data_list("enum", Versions::V2_0).read_in_all(),
    plain("multipleOf", Versions::V2_0).read_in_all(),
];

/// Request Body Object.
pub(crate) const REQUEST_BODY: &[Member] = &[
    plain("description", Versions::V3),
    map("content", Versions::V3, Object::MediaType).required(Versions::V3),
    flag("required", Versions::V3),
];

/// Media Type Object.
pub(crate) const MEDIA_TYPE: &[Member] = &[
    one("schema", Versions::V3, Object::Schema),
    one("itemSchema", Versions::V3_2, Object::Schema).read_in_all(),
    data("example", Versions::V3),
    map("examples", Versions::V3, Object::Example),
    map("encoding", Versions::V3, Object::Encoding),
    list("prefixEncoding", Versions::V3_2, Object::Encoding),
    one("itemEncoding", Versions::V3_2, Object::Encoding),
];

/// Encoding Object.
pub(crate) const ENCODING: &[Member] = &[
    plain("contentType", Versions::V3),
    map("headers", Versions::V3, Object::Header),
    plain("style", Versions::V3),
    flag("explode", Versions::V3),
    flag("allowReserved", Versions::V3),
    map("encoding", Versions::V3_2, Object::Encoding),
    list("prefixEncoding", Versions::V3_2, Object::Encoding),
    one("itemEncoding", Versions::V3_2, Object::Encoding),
];

/// Response Object.
pub(crate) const RESPONSE: &[Member] = &[
    plain("summary", Versions::V3_2),
    plain("description", Versions::ALL).required(Versions::UNTIL_3_1),
    one("schema", Versions::V2_0, Object::Schema).read_in_all(),
    map("headers", Versions::ALL, Object::Header),
    data("examples", Versions::V2_0),
    map("content", Versions::V3, Object::MediaType).read_in_all(),
    map("links", Versions::V3, Object::Link),
];

/// Example Object.
pub(crate) const EXAMPLE: &[Member] = &[
    plain("summary", Versions::V3),
    plain("description", Versions::V3),
    data("dataValue", Versions::V3_2),
    plain("serializedValue", Versions::V3_2),
    data("value", Versions::V3),
    plain("externalValue", Versions::V3),
];

/// Link Object.
pub(crate) const LINK: &[Member] = &[
    plain("operationRef", Versions::V3),
    plain("operationId", Versions::V3),
    data("parameters", Versions::V3),
    data("requestBody", Versions::V3),
    plain("description", Versions::V3),
    one("server", Versions::V3, Object::Server),
];
