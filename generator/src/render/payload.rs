//! Types of bodies, and the enums over several of them.

use super::text::{Expression, Source};
use super::type_ref::{Module, written};
use crate::plan::{Payload, PayloadChoice, PayloadEnum, PayloadVariant};

/// A payload as a module of operations writes it.
pub(super) fn payload(body: &Payload) -> Expression {
    let of = |name: &str, ty| Expression::generic(name, written(ty, Module::Api));
    match body {
        Payload::Empty => Expression::tuple([]),
        Payload::Model(ty) => written(ty, Module::Api),
        Payload::Text => Expression::word("rt::Text"),
        Payload::Bytes => Expression::word("rt::Bytes"),
        Payload::Stream => Expression::word("rt::ByteStream"),
        Payload::Events(data) => Expression::generic("rt::EventStream", payload(data)),
        Payload::Lines(ty) => of("rt::Lines", ty),
        Payload::Enum(ident) => Expression::word(ident),
        Payload::NoError => Expression::word("rt::NoError"),
    }
}

/// `pub enum CreateThingOutput { Created(Thing), NoContent }` and how the runtime fills it.
pub(super) fn payload_enum(out: &mut Source, item: &PayloadEnum) {
    let PayloadEnum { docs, ident, choice, variants } = item;
    out.item(|out| {
        out.docs(docs);
        out.line(derives(variants));
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for PayloadVariant { docs, ident, payload: of, into: _, events: _ } in variants {
                out.docs(docs);
                match of {
                    Payload::Empty => out.line(format_args!("{ident},")),
                    of => out.variant(ident, payload(of)),
                }
            }
        });
    });
    if variants.iter().any(|variant| variant.into.is_some()) {
        out.item(|out| {
            out.inherent(ident, |out| {
                for variant in variants {
                    into(out, variant);
                }
            });
        });
    }
    out.item(|out| {
        out.implementation(&Expression::word("rt::Payload"), ident, |out| {
            out.block("fn variant(index: usize) -> Self", |out| {
                out.block("match index", |out| blanks(out, variants));
            });
            out.block("fn target(&mut self) -> rt::BodyTarget<'_>", |out| {
                out.block("match self", |out| {
                    parts(out, variants, "rt::BodyTarget::Empty", "target");
                });
            });
            out.block("fn source(&self) -> Option<&dyn rt::Slot>", |out| {
                out.block("match self", |out| parts(out, variants, "None", "source"));
            });
            if *choice == PayloadChoice::Event {
                out.block("fn of_event(name: &str) -> Self", |out| {
                    out.block("match name", |out| by_event(out, variants));
                });
            }
        });
    });
}

/// The variant of each index, its payload to be filled.
fn blanks(out: &mut Source, variants: &[PayloadVariant]) {
    for (index, PayloadVariant { ident, payload, .. }) in variants.iter().enumerate() {
        let name = Expression::word(format_args!("Self::{ident}"));
        let blank = match payload {
            Payload::Empty => name,
            _ => {
                let inner = Expression::call("rt::Payload::variant", [Expression::word(0)]);
                Expression::call(name, [inner])
            }
        };
        // The last arm covers every other index, which no description uses.
        if index + 1 == variants.len() {
            out.arm("_", &blank);
        } else {
            out.arm(index, &blank);
        }
    }
}

/// `pub fn into_json(self) -> Result<Thing, rt::Error>`
fn into(out: &mut Source, variant: &PayloadVariant) {
    let PayloadVariant { docs: _, ident, payload: of, into, events: _ } = variant;
    let Some((method, docs)) = into else { return };
    out.docs(docs);
    let head = format_args!("pub fn {method}");
    let returns = format_args!("Result<{}, rt::Error>", payload(of));
    out.method(head, [Expression::word("self")], returns, |out| {
        out.block("match self", |out| {
            let value = Expression::call("Ok", [Expression::word("value")]);
            out.arm(format_args!("Self::{ident}(value)"), &value);
            let error = Expression::call("rt::unexpected", [Expression::quoted(ident.as_str())]);
            out.arm("_", &Expression::call("Err", [error]));
        });
    });
}

/// The variant of each event, its payload to be filled; the last one is for all others.
fn by_event(out: &mut Source, variants: &[PayloadVariant]) {
    for PayloadVariant { ident, events, .. } in variants {
        let inner = Expression::call("rt::Payload::variant", [Expression::word(0)]);
        let blank = Expression::call(format_args!("Self::{ident}"), [inner]);
        let names: Vec<String> =
            events.iter().map(|name| Expression::quoted(name).to_string()).collect();
        match names.as_slice() {
            [] => out.arm("_", &blank),
            names => out.arm(names.join(" | "), &blank),
        }
    }
}

/// The runtime's handling of each variant's payload, and of its absence.
fn parts(out: &mut Source, variants: &[PayloadVariant], empty: &str, method: &str) {
    for PayloadVariant { ident, payload, .. } in variants {
        match payload {
            Payload::Empty => {
                out.arm(format_args!("Self::{ident}"), &Expression::word(empty));
            }
            _ => {
                let method = format_args!("rt::Payload::{method}");
                let part = Expression::call(method, [Expression::word("value")]);
                out.arm(format_args!("Self::{ident}(value)"), &part);
            }
        }
    }
}

/// Streams are neither cloned nor compared.
fn derives(variants: &[PayloadVariant]) -> &'static str {
    let streams = variants.iter().any(|variant| {
        matches!(variant.payload, Payload::Stream | Payload::Events(_) | Payload::Lines(_))
    });
    if streams { "#[derive(Debug)]" } else { "#[derive(Clone, Debug, PartialEq)]" }
}
