//! Plans parameters, as arguments and as facts.

use super::bodies::encodings;
use super::context::Context;
use super::description::{MediaFact, ParameterFact};
use super::media::{MediaKind, SchemaHint, media_kind};
use super::operation::Argument;
use crate::ir::{self, Essence, ParameterLocation};
use crate::name::OperationNames;
use crate::plan::docs::Docs;
use crate::plan::types::TypeRef;
use crate::problem::ProblemKind;

/// Every parameter, and whether it is required: required ones first, the path's in path order, then
/// by location, each in document order.
pub(super) fn arguments(
    context: &Context<'_>,
    operation: &ir::Operation,
    names: &OperationNames,
) -> Vec<(bool, Argument)> {
    let mut arguments = Vec::new();
    for (index, (parameter, ident)) in
        operation.parameters.iter().zip(&names.parameters).enumerate()
    {
        let mut docs = Docs::of(&parameter.docs)
            .or_else(|| Docs::code_sentence(location_words(parameter), &parameter.name));
        if parameter.on_client {
            docs.append(&Docs::sentence("Overrides the value of the client for this call."));
        }
        let ty = argument_type(context, parameter);
        if parameter.allow_empty {
            docs.append(&Docs::sentence(match &ty {
                TypeRef::Nullable(_) => "`Nullable::Null` sends the name without a value.",
                TypeRef::Vec(_) | TypeRef::Map(_) | TypeRef::KeyedMap { .. } => {
                    "An empty value is sent as the name alone."
                }
                _ => "May be empty.",
            }));
        }
        let argument = Argument { docs, ident: ident.clone(), index, ty };
        let required = parameter.required && !parameter.on_client;
        let in_path = operation
            .segments
            .iter()
            .position(|segment| matches!(segment, ir::PathSegment::Parameter(at) if *at == index));
        let location = match parameter.location {
            ParameterLocation::Path(_) => 0,
            ParameterLocation::Query(_) | ParameterLocation::QueryString(_) => 1,
            ParameterLocation::Header(_) => 2,
            ParameterLocation::Cookie(_) => 3,
        };
        arguments.push(((!required, location, in_path.unwrap_or(usize::MAX)), argument));
    }
    arguments.sort_by_key(|(key, _)| *key);
    arguments.into_iter().map(|((optional, ..), argument)| (!optional, argument)).collect()
}

fn location_words(parameter: &ir::Parameter) -> &'static str {
    match parameter.location {
        ParameterLocation::Path(_) => "The path parameter",
        ParameterLocation::Query(_) => "The query parameter",
        ParameterLocation::QueryString(_) => "The whole query string, called",
        ParameterLocation::Header(_) => "The header",
        ParameterLocation::Cookie(_) => "The cookie",
    }
}

fn argument_type(context: &Context<'_>, parameter: &ir::Parameter) -> TypeRef {
    if matches!(content(context, parameter), Some((_, Content::Foreign))) {
        return TypeRef::Text;
    }
    let ty = context.type_of(parameter.schema);
    match ty {
        TypeRef::Text | TypeRef::Secret | TypeRef::Vec(_) | TypeRef::Map(_) => ty,
        // The empty value of any other type is not a value of the type.
        ty if parameter.allow_empty => ty.nullable(),
        ty => ty,
    }
}

/// The source of the text of a parameter with `content`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    Json,
    Form,
    /// A string that is its own encoding.
    Text,
    /// A string that the program encodes.
    Foreign,
}

fn content<'p>(context: &Context<'_>, parameter: &'p ir::Parameter) -> Option<(&'p str, Content)> {
    let media = parameter.location.content()?;
    let hint = context.hint(Some(parameter.schema));
    let content = match (media_kind(media, hint), hint) {
        _ if Essence::of(media).as_str() == "application/x-www-form-urlencoded" => Content::Form,
        (MediaKind::Json, _) => Content::Json,
        (_, SchemaHint::Text | SchemaHint::Binary) => Content::Text,
        _ => Content::Foreign,
    };
    Some((media, content))
}

pub(super) fn parameter_fact(context: &Context<'_>, parameter: &ir::Parameter) -> ParameterFact {
    let mut location = parameter.location.clone();
    let mut fact = None;
    let content = content(context, parameter);
    let mut rules = context.rules();
    // The schema does not apply to a string that the program encodes.
    if !matches!(content, Some((_, Content::Foreign))) {
        rules.value(parameter.schema);
    }
    if let Some((media, content)) = content {
        if content == Content::Foreign {
            context.report(
                parameter.origin,
                ProblemKind::ParameterAsText {
                    name: parameter.name.clone(),
                    media: media.to_owned(),
                },
            );
        }
        let kind = match content {
            Content::Json => MediaKind::Json,
            Content::Form => MediaKind::Form,
            Content::Text | Content::Foreign => MediaKind::Text,
        };
        let is_whole = matches!(location, ParameterLocation::QueryString(_));
        if kind == MediaKind::Text && !is_whole {
            // A string that is its own encoding is sent like a value without `content`.
            location = plain(&location);
        }
        if kind == MediaKind::Form || is_whole {
            fact = Some(MediaFact {
                name: media.to_owned(),
                kind,
                variant: 0,
                properties: encodings(context, &parameter.encoding),
                rules: Vec::new(),
            });
        }
    }
    ParameterFact {
        name: parameter.name.clone(),
        location,
        content: fact,
        required: parameter.required,
        on_client: parameter.on_client,
        allow_empty: parameter.allow_empty,
        rules: rules.finish(),
    }
}

/// A location with its default style.
fn plain(location: &ParameterLocation) -> ParameterLocation {
    fn style<S>(style: S, explode: bool) -> ir::ParameterEncoding<S> {
        ir::ParameterEncoding::Style { style, explode, allow_reserved: false }
    }
    match location {
        ParameterLocation::Path(_) => ParameterLocation::Path(style(ir::PathStyle::Simple, false)),
        ParameterLocation::Query(_) => ParameterLocation::Query(style(ir::QueryStyle::Form, true)),
        ParameterLocation::Header(_) => ParameterLocation::Header(style((), false)),
        ParameterLocation::Cookie(_) => {
            ParameterLocation::Cookie(style(ir::CookieStyle::Form, true))
        }
        ParameterLocation::QueryString(media) => ParameterLocation::QueryString(media.clone()),
    }
}
