//! Extensions that callwright reads, of its own and of others.

use crate::specification::Object;

/// The beginning of the names of callwright's own extensions.
pub(super) const OWN: &str = "x-callwright-";

/// An extension that is read.
#[derive(Debug)]
pub(super) struct Extension {
    pub(super) name: &'static str,
    /// The objects in which it has a meaning; all if none is named.
    pub(super) objects: &'static [Object],
    pub(super) value: ExtensionValue,
}

/// The values that an extension may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExtensionValue {
    Any,
    Flag,
    OneOf(&'static [&'static str]),
    /// A code of a problem, or a list of codes.
    Codes,
    /// An object with some of these members.
    Members(&'static [&'static str]),
}

/// Objects that may be schemas themselves: parameters and headers of OpenAPI 2.0, and their items.
const SCHEMAS: &[Object] = &[Object::Schema, Object::Parameter, Object::Header, Object::Items];

pub(super) const EXTENSIONS: &[Extension] = &[
    Extension { name: "x-callwright-allow", objects: &[], value: ExtensionValue::Codes },
    Extension {
        name: "x-callwright-client-parameter",
        objects: &[Object::Parameter],
        value: ExtensionValue::Flag,
    },
    Extension {
        name: "x-callwright-error",
        objects: &[Object::Root],
        value: ExtensionValue::Members(&["code", "message", "request-id"]),
    },
    Extension {
        name: "x-callwright-idempotency-key",
        objects: &[Object::Root, Object::Operation],
        value: ExtensionValue::Any,
    },
    Extension {
        name: "x-callwright-name",
        objects: &[
            Object::Info,
            Object::Operation,
            Object::Parameter,
            Object::Schema,
            Object::SecurityScheme,
            Object::Tag,
        ],
        value: ExtensionValue::Any,
    },
    Extension {
        name: "x-callwright-predicates",
        objects: &[Object::Root, Object::Operation],
        value: ExtensionValue::Members(PREDICATES),
    },
    Extension {
        name: "x-callwright-request-id",
        objects: &[Object::Header],
        value: ExtensionValue::Flag,
    },
    Extension { name: "x-callwright-secret", objects: SCHEMAS, value: ExtensionValue::Flag },
    Extension {
        name: "x-callwright-signer",
        objects: &[Object::SecurityScheme],
        value: ExtensionValue::OneOf(&["SDK-HMAC-SHA256"]),
    },
    Extension {
        name: "x-callwright-transient",
        objects: &[Object::Root, Object::Operation],
        value: ExtensionValue::Any,
    },
    foreign("x-deprecated"),
    foreign("x-enum-comments"),
    foreign("x-enum-descriptions"),
    foreign("x-enum-names"),
    foreign("x-enum-varnames"),
    foreign("x-enumComments"),
    foreign("x-enumDescriptions"),
    foreign("x-enumNames"),
    foreign("x-ms-discriminator-value"),
    foreign("x-ms-enum"),
    foreign("x-nullable"),
    Extension { name: "x-webhooks", objects: &[Object::Root], value: ExtensionValue::Any },
];

/// The predicates of errors that codes can add to.
const PREDICATES: &[&str] = &["conflict", "forbidden", "not-found", "rate-limited", "unauthorized"];

/// An extension of another tool that is read in schemas.
const fn foreign(name: &'static str) -> Extension {
    Extension { name, objects: SCHEMAS, value: ExtensionValue::Any }
}
