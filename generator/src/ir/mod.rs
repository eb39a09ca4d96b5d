//! The document in `OpenAPI`'s terms and one dialect, without any Rust decision.
//!
//! Schemas are in an arena and refer to each other by [`SchemaId`], so cycles are ordinary. Schemas
//! of every version are in the terms of JSON Schema 2020-12.

mod alternative_words;
mod api;
mod constraint;
mod graph;
mod media_name;
mod operation;
mod operation_words;
mod place;
mod recursive;
mod schema;
mod server;
mod status;
mod value;

pub(crate) use alternative_words::alternative_words;
pub(crate) use api::{Api, ErrorMembers, Info, OauthFlow, SecurityScheme, SecuritySchemeKind, Tag};
pub(crate) use constraint::{Condition, Constraint, Count, Format, PropertyNames};
pub(crate) use graph::{Reach, Usage, children, request_schemas, response_schemas};
pub(crate) use media_name::{Essence, media_type_parameters};
pub(crate) use operation::{
    ApiKeyLocation, Body, CookieStyle, EventData, EventType, Header, MediaType, Method, Operation,
    Parameter, ParameterEncoding, ParameterLocation, PartEncoding, PathSegment, PathStyle,
    QueryStyle, Requirement, Response,
};
pub(crate) use operation_words::{operation_place, operation_stem, path_words};
pub(crate) use place::PlaceWords;
pub(crate) use recursive::recursive;
pub(crate) use schema::{
    Additional, Alternative, AnyReason, Bounds, Discriminator, Docs, EnumValue, Enumeration, Form,
    Literal, Object, Place, PlaceStep, Property, Schema, SchemaId, Schemas, StringFormat, Union,
};
pub(crate) use server::{Server, ServerVariable};
pub(crate) use status::StatusPattern;
pub(crate) use value::{DefaultValue, Value};
