//! Members of schemas.

use super::member::{Member, data, data_list, flag, list, map, one, plain};
use crate::specification::Object;
use crate::specification::Versions;

/// Schema Object: of its own in 2.0 and 3.0, all of JSON Schema 2020-12 from 3.1 on.
///
/// The list of 3.1 includes keywords of older drafts of JSON Schema, which `$schema` and `jsonSchemaDialect` may select.
pub(crate) const SCHEMA: &[Member] = &[
    plain("$ref", Versions::ALL),
    plain("title", Versions::ALL),
    plain("description", Versions::ALL),
    plain("type", Versions::ALL),
    plain("format", Versions::ALL),
    data_list("enum", Versions::ALL),
    data("default", Versions::ALL),
    plain("multipleOf", Versions::ALL),
    plain("maximum", Versions::ALL),
    plain("exclusiveMaximum", Versions::ALL),
    plain("minimum", Versions::ALL),
    plain("exclusiveMinimum", Versions::ALL),
    plain("maxLength", Versions::ALL),
    plain("minLength", Versions::ALL),
    plain("pattern", Versions::ALL),
    plain("maxItems", Versions::ALL),
    plain("minItems", Versions::ALL),
    flag("uniqueItems", Versions::ALL),
    plain("maxProperties", Versions::ALL),
    plain("minProperties", Versions::ALL),
    plain("required", Versions::ALL),
    list("items", Versions::ALL, Object::Schema),
    list("allOf", Versions::ALL, Object::Schema),
    map("properties", Versions::ALL, Object::Schema),
    one("additionalProperties", Versions::ALL, Object::Schema),
    flag("readOnly", Versions::ALL),
    one("xml", Versions::ALL, Object::Xml),
    one("externalDocs", Versions::ALL, Object::ExternalDocs),
    data("example", Versions::ALL),
    one("discriminator", Versions::ALL, Object::Discriminator),
    list("oneOf", Versions::V3, Object::Schema).read_in_all(),
    list("anyOf", Versions::V3, Object::Schema).read_in_all(),
    one("not", Versions::V3, Object::Schema).read_in_all(),
    flag("nullable", Versions::V3_0).read_in_all(),
    flag("writeOnly", Versions::V3).read_in_all(),
    flag("deprecated", Versions::V3).read_in_all(),
    plain("$schema", Versions::FROM_3_1),
    plain("$vocabulary", Versions::FROM_3_1),
    plain("$id", Versions::FROM_3_1).read_in_all(),
    plain("$anchor", Versions::FROM_3_1).read_in_all(),
    plain("$dynamicRef", Versions::FROM_3_1).read_in_all(),
    plain("$dynamicAnchor", Versions::FROM_3_1).read_in_all(),
    map("$defs", Versions::FROM_3_1, Object::Schema).read_in_all(),
    plain("$comment", Versions::FROM_3_1),
    data("const", Versions::FROM_3_1).read_in_all(),
    data_list("examples", Versions::FROM_3_1).read_in_all(),
    list("prefixItems", Versions::FROM_3_1, Object::Schema).read_in_all(),
    map("patternProperties", Versions::FROM_3_1, Object::Schema).read_in_all(),
    one("propertyNames", Versions::FROM_3_1, Object::Schema).read_in_all(),
    one("unevaluatedItems", Versions::FROM_3_1, Object::Schema),
    one("unevaluatedProperties", Versions::FROM_3_1, Object::Schema).read_in_all(),
    one("contains", Versions::FROM_3_1, Object::Schema),
    plain("minContains", Versions::FROM_3_1),
    plain("maxContains", Versions::FROM_3_1),
    one("if", Versions::FROM_3_1, Object::Schema).read_in_all(),
    one("then", Versions::FROM_3_1, Object::Schema).read_in_all(),
    one("else", Versions::FROM_3_1, Object::Schema).read_in_all(),
    plain("dependentRequired", Versions::FROM_3_1).read_in_all(),
    map("dependentSchemas", Versions::FROM_3_1, Object::Schema).read_in_all(),
    plain("contentEncoding", Versions::FROM_3_1).read_in_all(),
    plain("contentMediaType", Versions::FROM_3_1).read_in_all(),
    one("contentSchema", Versions::FROM_3_1, Object::Schema).read_in_all(),
    // Older drafts.
    plain("id", Versions::FROM_3_1).read_in_all(),
    map("definitions", Versions::FROM_3_1, Object::Schema).read_in_all(),
    map("dependencies", Versions::FROM_3_1, Object::Schema).read_in_all(),
    one("additionalItems", Versions::FROM_3_1, Object::Schema).read_in_all(),
    plain("$recursiveRef", Versions::FROM_3_1),
    plain("$recursiveAnchor", Versions::FROM_3_1),
];

/// Discriminator Object (3.0 and later); 2.0 has the name of a property in its place.
///
/// `propertyName` is required too, which is reported where the discriminator is read.
pub(crate) const DISCRIMINATOR: &[Member] = &[
    plain("propertyName", Versions::V3),
    plain("mapping", Versions::V3),
    plain("defaultMapping", Versions::V3_2),
];

/// XML Object.
pub(crate) const XML: &[Member] = &[
    plain("nodeType", Versions::V3_2),
    plain("name", Versions::ALL),
    plain("namespace", Versions::ALL),
    plain("prefix", Versions::ALL),
    flag("attribute", Versions::ALL),
    flag("wrapped", Versions::ALL),
];
