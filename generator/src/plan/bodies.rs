//! What an operation sends.

use super::description::{BodyFact, MediaFact, PropertyFact};
use super::media::{MediaKind, essence, media_kind};
use super::operation::{BodyArgument, BodyContent, BodyValue, BodyVariant};
use super::operations::Context;
use super::responses::media_word;
use super::{Docs, TypeRef};
use crate::ir;
use crate::name::{Claim, Ident, Scope};
use crate::problem::{Fault, Problems};

/// The request body as an argument, and as a fact.
pub(super) fn request_body(
    context: &Context<'_>,
    body: &ir::Body,
    ident: &Ident,
) -> Option<(BodyArgument, BodyFact)> {
    let kinds: Vec<MediaKind> =
        body.content.iter().map(|m| media_kind(&m.name, context.hint(m.schema))).collect();
    let values: Vec<BodyValue> =
        body.content.iter().zip(&kinds).map(|(media, kind)| value(context, media, *kind)).collect();
    let first = values.first()?.clone();
    // Media types of one kind that take the same value differ in name alone: the first is sent.
    let is_one = values.len() == 1;
    let variants = if is_one { Vec::new() } else { variants(body, &values) };
    let media = body.content.iter().zip(&kinds).map(|(media, kind)| MediaFact {
        name: media.name.clone(),
        kind: *kind,
        variant: 0,
        properties: properties(media),
    });
    let fact = BodyFact { required: body.required, media: media.collect() };
    let content = if is_one {
        BodyContent::One(first)
    } else {
        let docs = Docs::sentence("The request body, by media type.");
        BodyContent::Choice { docs, ident: ident.clone(), variants }
    };
    let docs = Docs::of(&body.docs).or_else(|| Docs::sentence("The request body."));
    Some((BodyArgument { docs, required: body.required, content }, fact))
}

fn value(context: &Context<'_>, media: &ir::MediaType, kind: MediaKind) -> BodyValue {
    let model = || media.schema.map_or(TypeRef::Json, |id| context.body_type(id));
    match kind {
        MediaKind::Json => BodyValue::Model(model()),
        MediaKind::Form => {
            if !context.is_object(media.schema) {
                context.report(media.origin, Fault::BodyOfNoObject { media: media.name.clone() });
            }
            BodyValue::Form(model())
        }
        MediaKind::Multipart => {
            if !context.is_object(media.schema) {
                context.report(media.origin, Fault::BodyOfNoObject { media: media.name.clone() });
            }
            BodyValue::Multipart(model())
        }
        MediaKind::Text => {
            if context.is_structured(media.schema) {
                context.report(media.origin, Fault::BodyAsText { media: media.name.clone() });
            }
            BodyValue::Text
        }
        MediaKind::Bytes | MediaKind::Stream | MediaKind::Events | MediaKind::Lines => {
            if context.is_structured(media.schema) || kind != MediaKind::Bytes {
                context.report(media.origin, Fault::BodyAsBytes { media: media.name.clone() });
            }
            BodyValue::Bytes
        }
    }
}

const VARIANTS: Scope = Scope { reserved: &[], suffix: "" };

fn variants(body: &ir::Body, values: &[BodyValue]) -> Vec<BodyVariant> {
    let claims: Vec<Claim> = body
        .content
        .iter()
        .map(|media| Claim {
            node: media.origin,
            wanted: vec![
                Ident::pascal(&media_word(&media.name)),
                Ident::pascal(&essence(&media.name)),
                Ident::pascal(&media.name),
            ],
            rank: Claim::NAMED,
        })
        .collect();
    let idents = VARIANTS.settle(&claims, &Problems::default());
    body.content
        .iter()
        .zip(values)
        .zip(idents)
        .enumerate()
        .map(|(index, ((media, value), ident))| BodyVariant {
            docs: Docs::code_sentence("Sent as", &media.name),
            ident,
            index,
            value: value.clone(),
            is_distinct: values
                .iter()
                .filter(|other| other.rust_type() == value.rust_type())
                .count()
                == 1,
        })
        .collect()
}

fn properties(media: &ir::MediaType) -> Vec<PropertyFact> {
    let facts = media.encoding.iter().map(|(name, encoding)| PropertyFact {
        name: name.clone(),
        content_type: encoding.content_type.clone(),
        encoding: encoding.query.clone(),
    });
    facts.collect()
}
