//! Plans the output and error types of operations.

use super::context::Context;
use super::description::{MediaFact, ResponseFact};
use super::events::event_data;
use super::media::MediaKind;
use super::payload::{Payload, PayloadChoice, PayloadEnum, PayloadVariant};
use super::representations::representations;
use super::status::{is_success, status_text};
use super::stream_items::item_type;
use crate::ir::{self, StatusPattern};
use crate::name::{Ident, OperationNames, ResponseBody, into_methods, response_variants};
use crate::plan::docs::Docs;
use crate::plan::docs::inline_code;
use crate::plan::types::TypeRef;
use crate::problem::{ProblemKind, Problems};

/// One side of the responses: the success or the failure.
pub(super) struct Outcome {
    pub(super) payload: Payload,
    pub(super) item: Option<PayloadEnum>,
    pub(super) facts: Vec<ResponseFact>,
}

/// Divides responses into outputs and errors.
///
/// 2XX statuses are outputs. If there are none, redirects are outputs, and `default` is both an
/// output and an error.
pub(super) fn sides(operation: &ir::Operation) -> (Vec<&ir::Response>, Vec<&ir::Response>) {
    let responses = &operation.responses;
    let (mut success, mut failure): (Vec<_>, Vec<_>) =
        responses.iter().partition(|response| is_success(response.status));
    if success.is_empty() {
        let redirects = |response: &&ir::Response| {
            matches!(response.status, StatusPattern::Exact(300..=399) | StatusPattern::Range(3))
        };
        (success, failure) = failure.into_iter().partition(redirects);
        let default = failure.iter().find(|response| response.status == StatusPattern::Default);
        success.extend(default.copied());
    }
    (success, failure)
}

/// A possible body of a response.
struct Shape<'a> {
    response: &'a ir::Response,
    /// Its index among the response's media types; `None` if there are none.
    media: Option<(&'a ir::MediaType, MediaKind)>,
    payload: Payload,
}

/// The output type of an operation.
pub(super) fn success(
    context: &Context<'_>,
    operation: &ir::Operation,
    responses: &[&ir::Response],
    names: &OperationNames,
) -> Outcome {
    let mut shapes = shapes(context, operation, responses, names);
    shapes.iter_mut().for_each(stream);
    outcome(context, responses, shapes, &names.output, PayloadChoice::Output)
}

/// The error type of an operation; responses without a body do not contribute.
pub(super) fn failure(
    context: &Context<'_>,
    operation: &ir::Operation,
    responses: &[&ir::Response],
    names: &OperationNames,
) -> Outcome {
    let mut shapes = shapes(context, operation, responses, names);
    shapes.retain(|shape| shape.payload != Payload::Empty);
    shapes.iter_mut().for_each(buffer);
    let mut outcome = outcome(context, responses, shapes, &names.error, PayloadChoice::Error);
    if outcome.payload == Payload::Empty {
        outcome.payload = Payload::NoError;
    }
    outcome
}

/// Errors are always read completely.
fn buffer(shape: &mut Shape<'_>) {
    if matches!(shape.payload, Payload::Events(_) | Payload::Lines(_)) {
        shape.payload = Payload::Text;
        if let Some((_, kind)) = &mut shape.media {
            *kind = MediaKind::Text;
        }
    }
}

/// Binary outputs are streamed; errors stay in memory.
fn stream(shape: &mut Shape<'_>) {
    if shape.payload == Payload::Bytes {
        shape.payload = Payload::Stream;
        if let Some((_, kind)) = &mut shape.media {
            *kind = MediaKind::Stream;
        }
    }
}

fn outcome(
    context: &Context<'_>,
    responses: &[&ir::Response],
    shapes: Vec<Shape<'_>>,
    ident: &Ident,
    choice: PayloadChoice,
) -> Outcome {
    let first = shapes.first().map_or(Payload::Empty, |shape| shape.payload.clone());
    let is_one = shapes.iter().all(|shape| shape.payload == first);
    let (variants, of_shape) =
        if is_one { (Vec::new(), Vec::new()) } else { variants(&shapes, choice, context.problems) };
    let mut facts = Vec::new();
    for response in responses {
        let mut fact = ResponseFact { status: response.status, media: Vec::new(), variant: 0 };
        for (index, shape) in shapes.iter().enumerate() {
            if !std::ptr::eq(shape.response, *response) {
                continue;
            }
            let variant = of_shape.get(index).copied().unwrap_or(0);
            match shape.media {
                Some((media, kind)) => fact.media.push(MediaFact {
                    name: media.name.clone(),
                    kind,
                    variant,
                    properties: Vec::new(),
                    rules: Vec::new(),
                }),
                None => fact.variant = variant,
            }
        }
        facts.push(fact);
    }
    if is_one {
        return Outcome { payload: first, item: None, facts };
    }
    let docs = Docs::sentence(match choice {
        PayloadChoice::Error => "The error of the operation, by status.",
        PayloadChoice::Output | PayloadChoice::Event => "The result of the operation, by status.",
    });
    let item = PayloadEnum { docs, ident: ident.clone(), choice, variants };
    Outcome { payload: Payload::Enum(ident.clone()), item: Some(item), facts }
}

/// Every body of the responses, in order.
fn shapes<'a>(
    context: &Context<'_>,
    operation: &ir::Operation,
    responses: &[&'a ir::Response],
    names: &OperationNames,
) -> Vec<Shape<'a>> {
    let mut shapes = Vec::new();
    for response in responses {
        // Responses to HEAD and with these statuses have no body (RFC 9110, sections 9.3.2 and 15),
        // whatever the document says.
        let bodiless = operation.method == ir::Method::Head
            || matches!(response.status, StatusPattern::Exact(100..=199 | 204 | 205 | 304));
        if response.content.is_empty() || bodiless {
            shapes.push(Shape { response, media: None, payload: Payload::Empty });
            continue;
        }
        for (media, kind) in representations(context, &response.content) {
            let payload = match kind {
                MediaKind::Events => Payload::Events(Box::new(event_data(
                    context,
                    media,
                    (operation, &names.events),
                ))),
                kind => payload(context, media, kind),
            };
            shapes.push(Shape { response, media: Some((media, kind)), payload });
        }
    }
    shapes
}

/// The type that a media type's bodies decode to.
fn payload(context: &Context<'_>, media: &ir::MediaType, kind: MediaKind) -> Payload {
    match kind {
        MediaKind::Json | MediaKind::Form => {
            Payload::Model(media.schema.map_or(TypeRef::Json, |id| context.body_type(id)))
        }
        MediaKind::Text => {
            if context.is_structured(media.schema) {
                context.report(media.origin, ProblemKind::BodyAsText { media: media.name.clone() });
            }
            Payload::Text
        }
        MediaKind::Multipart => {
            context.report(media.origin, ProblemKind::PartsAsBytes { media: media.name.clone() });
            Payload::Bytes
        }
        MediaKind::Bytes | MediaKind::Stream | MediaKind::Events => {
            context.report_bytes(media);
            Payload::Bytes
        }
        MediaKind::Lines => Payload::Lines(item_type(context, media)),
    }
}

/// One variant per status and type, and the variant of each shape.
fn variants(
    shapes: &[Shape<'_>],
    choice: PayloadChoice,
    problems: &Problems,
) -> (Vec<PayloadVariant>, Vec<usize>) {
    let mut firsts: Vec<&Shape<'_>> = Vec::new();
    let mut of_shape = Vec::new();
    for shape in shapes {
        let known = firsts.iter().position(|first| {
            std::ptr::eq(first.response, shape.response) && first.payload == shape.payload
        });
        of_shape.push(known.unwrap_or(firsts.len()));
        if known.is_none() {
            firsts.push(shape);
        }
    }
    let bodies: Vec<ResponseBody<'_>> = firsts
        .iter()
        .map(|shape| ResponseBody {
            origin: shape.response.origin,
            status: shape.response.status,
            media: shape.media.map_or("", |(media, _)| &media.name),
        })
        .collect();
    let idents = response_variants(&bodies, problems);
    let variants = firsts
        .iter()
        .zip(idents.into_iter().zip(into_methods(&bodies)))
        .map(|(shape, (ident, into))| PayloadVariant {
            docs: Docs::titled(&title(shape, &firsts), &shape.response.docs),
            ident,
            payload: shape.payload.clone(),
            into: (choice == PayloadChoice::Output && shape.payload != Payload::Empty)
                .then(|| (into, into_docs(&title(shape, &firsts)))),
            events: Vec::new(),
        })
        .collect();
    (variants, of_shape)
}

fn into_docs(title: &str) -> Docs {
    Docs::sentence(&format!("The body of {title}; an error if the server answered with another."))
}

/// The status, and the media type if the status is ambiguous.
fn title(shape: &Shape<'_>, all: &[&Shape<'_>]) -> String {
    let status = status_text(shape.response.status);
    let alone = all.iter().filter(|other| std::ptr::eq(other.response, shape.response)).count() < 2;
    match shape.media {
        Some((media, _)) if !alone => format!("{status}, as {}", inline_code(&media.name)),
        _ => status,
    }
}
