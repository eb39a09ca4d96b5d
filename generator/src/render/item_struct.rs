//! Structs of declared members.

use super::item_record::item_record;
use super::setters::setters;
use super::source::Source;
use super::taken::{bound, value};
use super::type_ref::{Module, Written};
use crate::name::Ident;
use crate::plan::{Docs, Field, Struct, TypeRef};

pub(super) fn item_struct(
    out: &mut Source,
    ident: &Ident,
    docs: &Docs,
    item: &Struct,
    total: &str,
    from: Module,
) {
    let Struct { fields, additional, rules: _ } = item;
    out.item(|out| {
        out.docs(docs);
        out.line("#[non_exhaustive]");
        out.block(format_args!("pub struct {ident}"), |out| {
            for Field { ident, docs, ty, .. } in fields {
                out.docs(docs);
                out.line(format_args!("pub {ident}: {},", Written(ty, from)));
            }
            if let Some(ty) = additional {
                out.line("/// Members that the document does not name.");
                out.line(format_args!("pub additional: {},", Written(ty, from)));
            } else {
                out.line("extra: rt::Extra,");
            }
        });
    });
    out.item(|out| {
        out.block(format_args!("impl {ident}"), |out| {
            constructor(out, fields, from);
            setters(out, fields, from);
        });
    });
    if !fields.iter().any(|field| field.asked) {
        out.item(|out| {
            out.block(format_args!("impl Default for {ident}"), |out| {
                out.block("fn default() -> Self", |out| out.line("Self::new()"));
            });
        });
    }
    item_record(out, ident, item, total);
}

/// `new`, which asks for what is required.
fn constructor(out: &mut Source, fields: &[Field], from: Module) {
    let asked: Vec<&Field> = fields.iter().filter(|field| field.asked).collect();
    let constants = fields.iter().filter_map(|field| {
        let variant = field.constant.as_ref()?;
        Some(format!("{}: {}::{variant}", field.ident, Written(&field.ty, from)))
    });
    let constants: Vec<String> = constants.collect();
    let given = fields.iter().any(|field| field.default.is_some());
    let blank = if given { "rt::with_defaults()" } else { "rt::blank()" };
    if asked.is_empty() && constants.is_empty() {
        out.line(if given {
            "/// Creates it with the values that the document gives."
        } else {
            "/// Creates it empty."
        });
        return out.block("pub fn new() -> Self", |out| out.line(blank));
    }
    let arguments = asked.iter().map(|field| argument(field, from));
    let values = asked.iter().map(|field| taken(field));
    let filled: Vec<String> = values.chain(constants).chain([format!("..{blank}")]).collect();
    out.line("/// Creates it from what is required.");
    out.method("pub fn new(", arguments, ") -> Self", |out| out.literal("Self", &filled));
}

/// What the constructor takes for a field.
fn argument(field: &Field, from: Module) -> String {
    let name = &field.ident;
    match &field.ty {
        TypeRef::Option(inner) if !field.nullable => format!("{name}: {}", bound(inner, from)),
        ty @ TypeRef::Option(_) => format!("{name}: {}", Written(ty, from)),
        TypeRef::Nullable(inner) => format!("{name}: Option<{}>", Written(inner, from)),
        ty => format!("{name}: {}", bound(ty, from)),
    }
}

/// What it makes of that.
fn taken(field: &Field) -> String {
    let name = field.ident.to_string();
    match &field.ty {
        TypeRef::Option(inner) if !field.nullable => {
            format!("{name}: Some({})", value(&name, inner))
        }
        TypeRef::Option(_) => name,
        ty => format!("{name}: {}", value(&name, ty)),
    }
}
