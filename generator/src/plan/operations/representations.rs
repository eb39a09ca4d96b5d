//! Selects the useful media types of a body: many documents list the same value several times.

use super::context::Context;
use super::media::{MediaKind, media_kind};
use crate::ir::{self, Essence};
use crate::plan::types::TypeRef;
use crate::problem::ProblemKind;

/// A media type with its representation.
pub(super) type Representation<'a> = (&'a ir::MediaType, MediaKind);

/// The media types of a body, except other notations of the values that JSON represents.
pub(super) fn representations<'a>(
    context: &Context<'_>,
    content: &'a [ir::MediaType],
) -> Vec<Representation<'a>> {
    let all: Vec<Representation<'a>> = content
        .iter()
        .map(|media| (media, media_kind(&media.name, context.hint(media.schema))))
        .collect();
    let json: Vec<(&ir::MediaType, TypeRef)> = all
        .iter()
        .filter(|(_, kind)| *kind == MediaKind::Json)
        .map(|(media, _)| (*media, type_of(context, media)))
        .collect();
    let plain = json.iter().find(|(media, _)| is_plain(media));
    let Some((first, _)) = plain.or(json.first()) else { return all };
    let is_of_use = |(media, kind): &Representation<'_>| {
        let other_notation = matches!(kind, MediaKind::Text | MediaKind::Bytes);
        // Bytes without structure, such as images, are not JSON, whatever the media type says.
        let same_type =
            *kind == MediaKind::Text && json.iter().any(|(_, ty)| *ty == type_of(context, media));
        let same = media.schema.is_some() && (context.is_structured(media.schema) || same_type);
        if other_notation && same {
            let (media_name, instead) = (media.name.clone(), first.name.clone());
            let problem = ProblemKind::RepresentationNotUsed { media: media_name, instead };
            context.report_once(media.origin, problem);
        }
        !(other_notation && same)
    };
    all.into_iter().filter(is_of_use).collect()
}

/// The media types of a request body: JSON of one type only under the plainest name.
pub(super) fn sendable<'a>(
    context: &Context<'_>,
    content: &'a [ir::MediaType],
) -> Vec<Representation<'a>> {
    let mut kept: Vec<Representation<'a>> = Vec::new();
    for (media, kind) in representations(context, content) {
        let same = kept.iter_mut().find(|(other, other_kind)| {
            kind == MediaKind::Json
                && *other_kind == kind
                && type_of(context, other) == type_of(context, media)
        });
        match same {
            Some((other, _)) if is_plain(media) && !is_plain(other) => *other = media,
            Some(_) => {}
            None => kept.push((media, kind)),
        }
    }
    kept
}

fn is_plain(media: &ir::MediaType) -> bool {
    Essence::of(&media.name).as_str() == "application/json"
}

fn type_of(context: &Context<'_>, media: &ir::MediaType) -> TypeRef {
    media.schema.map_or(TypeRef::Json, |id| context.body_type(id))
}
