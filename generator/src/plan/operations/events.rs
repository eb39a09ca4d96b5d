//! The data of server-sent events.

use super::context::Context;
use super::media::SchemaHint;
use super::payload::{Payload, PayloadChoice, PayloadEnum, PayloadVariant};
use super::stream_items::item_schema;
use crate::collections::HashMap;
use crate::ir::{self, EventData, EventType, SchemaId};
use crate::name::{Ident, UNKNOWN_EVENT, event_variants};
use crate::plan::docs::{Docs, inline_code};
use crate::plan::types::TypeRef;
use crate::problem::ProblemKind;

/// The data of the events of a stream, for an operation whose events by name have these types.
pub(super) fn event_data(
    context: &Context<'_>,
    media: &ir::MediaType,
    (operation, idents): (&ir::Operation, &[Ident]),
) -> Payload {
    let Some((first, others)) = media.events.split_first() else {
        return item_schema(context, media).map_or(Payload::Text, |item| value(context, item));
    };
    let data = event(context, first.data);
    if others.iter().all(|other| event(context, other.data) == data) {
        return data;
    }
    let mut named = operation.named_events().zip(idents);
    let ident = named.find(|(other, _)| std::ptr::eq(*other, media)).map(|(_, ident)| ident);
    ident.map_or(Payload::Text, |ident| Payload::Enum(ident.clone()))
}

/// The enums of the data of streams whose events differ by name.
pub(super) fn event_enums(
    context: &Context<'_>,
    successes: &[&ir::Response],
    of: (&ir::Operation, &[Ident]),
) -> Vec<PayloadEnum> {
    let media = successes.iter().flat_map(|response| &response.content);
    let named = media.filter_map(|media| match event_data(context, media, of) {
        Payload::Enum(ident) => Some(event_enum(context, media, ident)),
        _ => None,
    });
    named.collect()
}

fn event_enum(context: &Context<'_>, media: &ir::MediaType, ident: Ident) -> PayloadEnum {
    let events = distinct(context, media);
    let idents = event_variants(events.iter().map(|(event, _)| *event), context.problems);
    let variant = |((event, names), ident): ((&EventType, Vec<String>), Ident)| PayloadVariant {
        docs: Docs::titled(&title(&names), &event.docs),
        ident,
        payload: self::event(context, event.data),
        into: None,
        events: names,
    };
    let mut variants: Vec<PayloadVariant> = events.into_iter().zip(idents).map(variant).collect();
    if variants.last().is_none_or(|last| !last.events.is_empty()) {
        variants.push(PayloadVariant {
            docs: Docs::sentence("An undocumented event."),
            ident: Ident::pascal(UNKNOWN_EVENT),
            payload: Payload::Text,
            into: None,
            events: Vec::new(),
        });
    }
    let docs = Docs::sentence("The data of an event, by its name.");
    PayloadEnum { docs, ident, choice: PayloadChoice::Event, variants }
}

/// The events with their names, each name once; last the one without a name, which stands for all others.
///
/// An event that nothing distinguishes from an earlier one is reported.
fn distinct<'a>(
    context: &Context<'_>,
    media: &'a ir::MediaType,
) -> Vec<(&'a EventType, Vec<String>)> {
    let mut of_name: HashMap<Option<&str>, &EventType> = HashMap::default();
    let mut found: Vec<(&EventType, Vec<String>)> = Vec::new();
    let mut others = None;
    for event in &media.events {
        let mut names = Vec::new();
        let own = event.names.iter().map(|name| Some(&**name));
        for name in own.chain(event.names.is_empty().then_some(None)) {
            let first = *of_name.entry(name).or_insert(event);
            if std::ptr::eq(first, event) {
                let new = name.filter(|name| !names.iter().any(|known| known == name));
                names.extend(new.map(str::to_owned));
            } else if self::event(context, first.data) != self::event(context, event.data) {
                let (first, second) = (word(first), word(event));
                let problem = ProblemKind::IndistinguishableAlternatives { first, second };
                context.report(event.origin, problem);
            }
        }
        match (names.is_empty(), event.names.is_empty()) {
            (false, _) => found.push((event, names)),
            (true, true) => others = others.or(Some(event)),
            (true, false) => {}
        }
    }
    found.extend(others.map(|event| (event, Vec::new())));
    found
}

/// An event in a report.
fn word(event: &EventType) -> String {
    match (&event.docs.title, event.names.as_slice()) {
        (Some(title), _) => title.clone(),
        (None, []) => "of any name".to_owned(),
        (None, names) => names.join(", "),
    }
}

fn title(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| inline_code(name)).collect();
    match names.as_slice() {
        [] => "An event of another name".to_owned(),
        names => names.join(" or "),
    }
}

fn event(context: &Context<'_>, data: EventData) -> Payload {
    match data {
        EventData::Text => Payload::Text,
        EventData::Value(id) => value(context, id),
        EventData::Json(schema) => {
            Payload::Model(schema.map_or(TypeRef::Json, |id| context.body_type(id)))
        }
    }
}

/// Data whose schema is not that of a string is JSON.
fn value(context: &Context<'_>, id: SchemaId) -> Payload {
    match context.hint(Some(id)) {
        SchemaHint::Structured => Payload::Model(context.body_type(id)),
        SchemaHint::Nothing | SchemaHint::Text | SchemaHint::Binary => Payload::Text,
    }
}
