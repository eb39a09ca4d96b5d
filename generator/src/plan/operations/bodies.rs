//! Plans request bodies.

use super::context::Context;
use super::description::{BodyFact, MediaFact, PropertyFact};
use super::media::{MediaKind, SchemaHint};
use super::operation::{BodyArgument, BodyContent, BodyValue, BodyVariant};
use super::representations::{Representation, sendable};
use super::stream_items::{item_schema, item_type};
use crate::ir::{self, Essence};
use crate::name::{Ident, body_variants};
use crate::plan::docs::Docs;
use crate::plan::types::TypeRef;
use crate::problem::ProblemKind;

/// The request body as an argument, and as a fact.
pub(super) fn request_body(
    context: &Context<'_>,
    body: &ir::Body,
    ident: &Ident,
) -> Option<(BodyArgument, BodyFact)> {
    let content = sendable(context, &body.content);
    let values: Vec<BodyValue> =
        content.iter().map(|(media, kind)| value(context, media, *kind)).collect();
    let first = values.first()?.clone();
    let is_one = values.len() == 1;
    let variants = if is_one { Vec::new() } else { variants(context, &content, &values) };
    let media = content.iter().map(|(media, kind)| MediaFact {
        name: media.name.clone(),
        kind: *kind,
        variant: 0,
        properties: properties(context, media, *kind),
        rules: rules(context, media, *kind),
    });
    let fact = BodyFact { required: body.required, media: media.collect() };
    let content = if is_one {
        BodyContent::One(first)
    } else {
        let docs = Docs::sentence("The request body, by media type.");
        BodyContent::Choice { docs, ident: ident.clone(), variants }
    };
    let mut docs = Docs::of(&body.docs).or_else(|| Docs::sentence("The request body."));
    if matches!(content, BodyContent::One(BodyValue::File)) {
        docs.append(&Docs::sentence("Bytes, a stream, or a file: see [`rt::File`]."));
    }
    Some((BodyArgument { docs, required: body.required, content }, fact))
}

/// The constraints on a body, if it is a value of the schema.
fn rules(context: &Context<'_>, media: &ir::MediaType, kind: MediaKind) -> Vec<String> {
    let mut rules = context.rules();
    match (kind, media.schema) {
        (MediaKind::Json | MediaKind::Form | MediaKind::Multipart, Some(id)) => rules.value(id),
        // XML is another notation, in which a text represents the schema's value.
        (MediaKind::Text, Some(id))
            if context.hint(media.schema) == SchemaHint::Text
                && !Essence::of(&media.name).is_xml() =>
        {
            rules.value(id);
        }
        (MediaKind::Lines, whole) => {
            // An array is the list of all items; any other schema describes one item.
            let item = item_schema(context, media);
            match (item, whole) {
                (Some(item), Some(whole)) if media.item_schema.is_none() && item != whole => {
                    rules.value(whole);
                }
                (Some(item), _) => rules.value_item(item),
                (None, _) => {}
            }
        }
        _ => {}
    }
    rules.finish()
}

fn value(context: &Context<'_>, media: &ir::MediaType, kind: MediaKind) -> BodyValue {
    let model = || media.schema.map_or(TypeRef::Json, |id| context.body_type(id));
    match kind {
        MediaKind::Json => BodyValue::Model(model()),
        MediaKind::Form => {
            if !context.is_object(media.schema) {
                context.report(
                    media.origin,
                    ProblemKind::BodyOfNoObject { media: media.name.clone() },
                );
            }
            BodyValue::Form(model())
        }
        // A schema without properties does not describe the parts.
        MediaKind::Multipart if context.has_members(media.schema) => BodyValue::Multipart(model()),
        MediaKind::Multipart => BodyValue::Parts,
        MediaKind::Text => {
            if context.is_structured(media.schema) {
                context.report(media.origin, ProblemKind::BodyAsText { media: media.name.clone() });
            }
            BodyValue::Text
        }
        MediaKind::Lines => BodyValue::Lines(item_type(context, media).list()),
        MediaKind::Bytes | MediaKind::Stream | MediaKind::Events => {
            context.report_bytes(media);
            BodyValue::File
        }
    }
}

fn variants(
    context: &Context<'_>,
    content: &[Representation<'_>],
    values: &[BodyValue],
) -> Vec<BodyVariant> {
    let idents = body_variants(content.iter().map(|(media, _)| *media), context.problems);
    let shared: Vec<BodyValue> =
        values.iter().map(|value| value.map_type(|ty| context.dedup.canonical(ty))).collect();
    content
        .iter()
        .zip(values)
        .zip(&shared)
        .zip(idents)
        .enumerate()
        .map(|(index, ((((media, _), value), same), ident))| BodyVariant {
            docs: Docs::code_sentence("Sent as", &media.name),
            ident,
            index,
            value: value.clone(),
            is_default: default_of(content, &shared, same) == Some(index),
        })
        .collect()
}

/// The variant that a value of this type converts into: for a model, that of `application/json` or
/// else the first; for text or bytes in several variants, none, since those are different
/// encodings.
fn default_of(
    content: &[Representation<'_>],
    values: &[BodyValue],
    value: &BodyValue,
) -> Option<usize> {
    let same = || {
        let all = values.iter().enumerate();
        all.filter(|(_, other)| other.has_type_of(value)).map(|(index, _)| index)
    };
    let is_raw = matches!(value, BodyValue::Text | BodyValue::File);
    if same().count() > 1 && is_raw {
        return None;
    }
    let is_json = |index: &usize| {
        content
            .get(*index)
            .is_some_and(|(media, _)| Essence::of(&media.name).as_str() == "application/json")
    };
    same().find(is_json).or_else(|| same().next())
}

/// The encodings of a form or multipart body's properties, if declared, and the media types of files.
fn properties(context: &Context<'_>, media: &ir::MediaType, kind: MediaKind) -> Vec<PropertyFact> {
    let mut facts = encodings(context, &media.encoding);
    let schemas = &context.api.schemas;
    let (MediaKind::Multipart, Some(schema)) = (kind, media.schema) else { return facts };
    let ir::Form::Object(object) = &schemas[schemas.resolve(schema)].form else { return facts };
    for property in &object.properties {
        let declared = facts.iter_mut().find(|fact| fact.name == property.name);
        let of_schema = context.file_media(property.schema).filter(|name| !is_unspecific(name));
        match (declared, of_schema) {
            (Some(fact), Some(name)) => {
                fact.content_type.get_or_insert_with(|| name.to_owned());
            }
            (None, Some(name)) => facts.push(PropertyFact {
                name: property.name.clone(),
                content_type: Some(name.to_owned()),
                encoding: None,
                headers: Vec::new(),
            }),
            (_, None) => {}
        }
    }
    facts
}

/// Whether a media type says no more of a file than that it consists of bytes.
fn is_unspecific(name: &str) -> bool {
    let essence = Essence::of(name);
    essence.subtype() == "*" || essence.as_str() == "application/octet-stream"
}

/// The declared encodings of the properties of a form, a multipart body or a parameter.
pub(super) fn encodings(
    context: &Context<'_>,
    encoding: &[(String, ir::PartEncoding)],
) -> Vec<PropertyFact> {
    let facts = encoding.iter().map(|(name, encoding)| PropertyFact {
        name: name.clone(),
        content_type: encoding.content_type.clone(),
        encoding: encoding.query.clone(),
        headers: encoding.headers.iter().filter_map(|header| fixed(context, header)).collect(),
    });
    facts.collect()
}

/// A part header whose value the document fixes: its schema admits only one string.
fn fixed(context: &Context<'_>, header: &ir::Header) -> Option<(String, String)> {
    let schemas = &context.api.schemas;
    let ir::Form::Enumeration(enumeration) = &schemas[schemas.resolve(header.schema)].form else {
        return None;
    };
    match enumeration.values.as_slice() {
        [value] => match &value.literal {
            ir::Literal::Text(text) | ir::Literal::Number(text) => {
                Some((header.name.clone(), text.clone()))
            }
            ir::Literal::Boolean(value) => Some((header.name.clone(), value.to_string())),
            ir::Literal::Json(_) => None,
        },
        _ => None,
    }
}
