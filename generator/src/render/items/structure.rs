//! Structs of declared members.

use super::record::record;
use super::setters::setters;
use crate::name::Ident;
use crate::plan::{Constant, Docs, Field, Struct, TypeRef};
use crate::render::conversions::{bound, value};
use crate::render::text::{Expression, Source};
use crate::render::type_ref::{Module, written};

pub(super) fn structure(
    out: &mut Source,
    ident: &Ident,
    docs: &Docs,
    item: &Struct,
    total: Option<&str>,
    from: Module,
) {
    let Struct { fields, additional, rules: _ } = item;
    out.item(|out| {
        out.docs(docs);
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub struct {ident}"), |out| {
            for Field { ident, docs, ty, .. } in fields {
                out.docs(docs);
                out.field(ident, &written(ty, from));
            }
            if let Some(ty) = additional {
                out.line("/// Undeclared members.");
                out.field("additional", &written(ty, from));
            } else {
                out.line("extra: rt::Extra,");
            }
        });
    });
    out.item(|out| {
        out.inherent(ident, |out| {
            constructor(out, fields, from);
            setters(out, fields, from);
        });
    });
    if !fields.iter().any(|field| field.in_constructor) {
        out.item(|out| {
            out.implementation(&Expression::word("Default"), ident, |out| {
                out.block("fn default() -> Self", |out| out.line("Self::new()"));
            });
        });
    }
    record(out, ident, item, total);
}

/// `new`, which asks for what is required.
fn constructor(out: &mut Source, fields: &[Field], from: Module) {
    let arguments: Vec<&Field> = fields.iter().filter(|field| field.in_constructor).collect();
    let constants = fields.iter().filter_map(|field| {
        let value = match field.constant.as_ref()? {
            Constant::Variant(variant) => {
                Expression::word(format_args!("{}::{variant}", written(&field.ty, from)))
            }
            Constant::Text(text) => {
                Expression::quoted(text).then([Expression::call("to_owned", [])])
            }
        };
        Some((field.ident.to_string(), value))
    });
    let constants: Vec<(String, Expression)> = constants.collect();
    let given = fields.iter().any(|field| field.default.is_some());
    let blank = if given { "rt::with_defaults()" } else { "rt::blank()" };
    if arguments.is_empty() && constants.is_empty() {
        out.line(if given {
            "/// Creates a value with the documented defaults."
        } else {
            "/// Creates an empty value."
        });
        return out.block("pub fn new() -> Self", |out| out.line(blank));
    }
    let parameters = arguments.iter().map(|field| parameter(field, from));
    let values = arguments.iter().map(|field| (field.ident.to_string(), taken(field)));
    let filled = Expression::literal("Self", values.chain(constants), Some(blank));
    out.line("/// Creates a value from its required members.");
    out.method("pub fn new", parameters, "Self", |out| out.expression(&filled, ""));
}

/// The constructor's parameter for a field.
fn parameter(field: &Field, from: Module) -> Expression {
    let ty = match &field.ty {
        TypeRef::Option(inner) if !field.nullable => bound(inner, from),
        ty @ TypeRef::Option(_) => written(ty, from),
        TypeRef::Nullable(inner) => Expression::generic("Option", written(inner, from)),
        ty => bound(ty, from),
    };
    ty.named(&field.ident)
}

/// The field's value, from that parameter.
fn taken(field: &Field) -> Expression {
    let name = field.ident.to_string();
    match &field.ty {
        TypeRef::Option(inner) if !field.nullable => {
            Expression::call("Some", [value(&name, inner)])
        }
        TypeRef::Option(_) => Expression::word(name),
        ty => value(&name, ty),
    }
}
