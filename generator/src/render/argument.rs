//! Parameters and bodies as arguments.

use std::fmt::Display;

use super::conversions::{bound, converted, value};
use super::text::{Expression, Source};
use super::type_ref::{Module, written};
use crate::plan::{Argument, BodyArgument, BodyContent, BodyValue, BodyVariant};

/// `instance_id: impl Into<String>`.
pub(super) fn argument(argument: &Argument) -> Expression {
    let Argument { docs: _, ident, index: _, ty } = argument;
    bound(ty, Module::Api).named(ident)
}

/// `set(1, &instance_id.into())`.
pub(super) fn set(argument: &Argument) -> Expression {
    let Argument { docs: _, ident, index, ty } = argument;
    Expression::call("set", [Expression::word(index), value(&ident.to_string(), ty).referred()])
}

/// The setter of an optional parameter.
pub(super) fn setter(out: &mut Source, given: &Argument) {
    out.docs(&given.docs);
    let arguments = [Expression::word("self"), argument(given)];
    out.method(format_args!("pub fn {}", given.ident), arguments, "Self", |out| {
        let call = Expression::member(0).then([set(given)]);
        out.expression(&Expression::call("Self", [call]), "");
    });
}

/// `body: impl Into<CreateInstanceRequest>`.
pub(super) fn body_argument(body: &BodyArgument) -> Expression {
    let bound = match &body.content {
        BodyContent::One(value) => body_bound(value),
        BodyContent::Choice { ident, .. } => into(ident),
    };
    bound.named("body")
}

/// The call with its body: `call.json(0, &body.into())`.
pub(super) fn with_body(call: Expression, body: &BodyArgument) -> Expression {
    match &body.content {
        BodyContent::One(value) => call.then([send_body(0, value, body_value(value))]),
        BodyContent::Choice { ident, .. } => {
            Expression::call(format_args!("{ident}::put"), [converted("body"), call])
        }
    }
}

/// The setter of an optional body.
pub(super) fn body_setter(out: &mut Source, body: &BodyArgument) {
    out.docs(&body.docs);
    let arguments = [Expression::word("self"), body_argument(body)];
    out.method("pub fn body", arguments, "Self", |out| {
        let call = with_body(Expression::member(0), body);
        out.expression(&Expression::call("Self", [call]), "");
    });
}

/// `impl Into<String>`
fn into(ty: impl Display) -> Expression {
    Expression::generic("impl Into", Expression::word(ty))
}

fn body_bound(value: &BodyValue) -> Expression {
    match value {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => bound(ty, Module::Api),
        BodyValue::Parts => into("rt::Multipart"),
        BodyValue::File => into("rt::File"),
        BodyValue::Text => into("String"),
    }
}

fn body_value(body: &BodyValue) -> Expression {
    match body {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => value("body", ty),
        BodyValue::Parts | BodyValue::Text | BodyValue::File => converted("body"),
    }
}

/// `json(0, &value)`
fn send_body(index: usize, body: &BodyValue, value: Expression) -> Expression {
    let (method, value) = match body {
        BodyValue::Model(_) => ("json", value.referred()),
        BodyValue::Form(_) => ("form", value.referred()),
        BodyValue::Multipart(_) => ("multipart", value.referred()),
        BodyValue::Parts => ("parts", value),
        BodyValue::Lines(_) => ("lines", value.referred()),
        BodyValue::File => ("file", value),
        BodyValue::Text => ("text", value),
    };
    Expression::call(method, [Expression::word(index), value])
}

/// The enum of a body that may be sent as one of several media types; nothing for the others.
pub(super) fn body_enum(out: &mut Source, body: &BodyArgument) {
    let BodyContent::Choice { docs, ident, variants } = &body.content else { return };
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Debug)]");
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for BodyVariant { docs, ident, value, .. } in variants {
                out.docs(docs);
                out.variant(ident, body_type(value));
            }
        });
    });
    out.item(|out| {
        out.inherent(ident, |out| {
            out.block("fn put(self, call: rt::Call) -> rt::Call", |out| {
                out.block("match self", |out| {
                    for BodyVariant { ident, index, value, .. } in variants {
                        let sent = send_body(*index, value, Expression::word("value"));
                        let call = Expression::word("call").then([sent]);
                        out.arm(format_args!("Self::{ident}(value)"), &call);
                    }
                });
            });
        });
    });
    for BodyVariant { ident: variant, value, .. } in variants.iter().filter(|one| one.is_default) {
        let ty = body_type(value);
        out.item(|out| {
            out.implementation(&Expression::generic("From", ty.clone()), ident, |out| {
                out.method("fn from", [ty.clone().named("value")], "Self", |out| {
                    let variant = format_args!("Self::{variant}");
                    out.expression(&Expression::call(variant, [Expression::word("value")]), "");
                });
            });
        });
    }
}

fn body_type(value: &BodyValue) -> Expression {
    match value {
        BodyValue::Model(ty)
        | BodyValue::Form(ty)
        | BodyValue::Multipart(ty)
        | BodyValue::Lines(ty) => written(ty, Module::Api),
        BodyValue::Parts => Expression::word("rt::Multipart"),
        BodyValue::File => Expression::word("rt::File"),
        BodyValue::Text => Expression::word("String"),
    }
}
