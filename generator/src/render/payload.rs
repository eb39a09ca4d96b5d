//! Types of bodies, and the enums over several of them.

use super::text::{Expression, Source};
use super::type_ref::{Module, written};
use crate::plan::{Payload, PayloadEnum, PayloadVariant};

/// A payload as a module of operations writes it.
pub(super) fn payload(payload: &Payload) -> Expression {
    let of = |name: &str, ty| Expression::generic(name, written(ty, Module::Api));
    match payload {
        Payload::Empty => Expression::tuple([]),
        Payload::Model(ty) => written(ty, Module::Api),
        Payload::Text => Expression::word("rt::Text"),
        Payload::Bytes => Expression::word("rt::Bytes"),
        Payload::Stream => Expression::word("rt::ByteStream"),
        Payload::Events(None) => Expression::word("rt::EventStream<rt::Text>"),
        Payload::Events(Some(ty)) => of("rt::EventStream", ty),
        Payload::Lines(ty) => of("rt::Lines", ty),
        Payload::Enum(ident) => Expression::word(ident),
        Payload::NoError => Expression::word("rt::NoError"),
    }
}

/// `pub enum CreateThingOutput { Created(Thing), NoContent }` and how the runtime fills it.
pub(super) fn payload_enum(out: &mut Source, item: &PayloadEnum) {
    let PayloadEnum { docs, ident, variants } = item;
    out.item(|out| {
        out.docs(docs);
        out.line(derives(variants));
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for PayloadVariant { docs, ident, payload: of } in variants {
                out.docs(docs);
                match of {
                    Payload::Empty => out.line(format_args!("{ident},")),
                    of => out.variant(ident, payload(of)),
                }
            }
        });
    });
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
        // The last one stands for every other index, of which no description makes use.
        if index + 1 == variants.len() {
            out.arm("_", &blank);
        } else {
            out.arm(index, &blank);
        }
    }
}

/// What the runtime does with the payload of each variant, and what it has where there is none.
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
