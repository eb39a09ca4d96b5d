//! Structs of declared members.

use super::expression::Expression;
use super::item_record::item_record;
use super::setters::setters;
use super::source::Source;
use super::taken::{bound, value};
use super::type_ref::{Module, written};
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
        out.definition(format_args!("pub struct {ident}"), |out| {
            for Field { ident, docs, ty, .. } in fields {
                out.docs(docs);
                out.expression(format_args!("pub {ident}: "), &written(ty, from), ",");
            }
            if let Some(ty) = additional {
                out.line("/// Members that the document does not name.");
                out.expression("pub additional: ", &written(ty, from), ",");
            } else {
                out.line("extra: rt::Extra,");
            }
        });
    });
    out.item(|out| {
        out.definition(format_args!("impl {ident}"), |out| {
            constructor(out, fields, from);
            setters(out, fields, from);
        });
    });
    if !fields.iter().any(|field| field.in_constructor) {
        out.item(|out| {
            out.implementation("Default", ident, |out| {
                out.block("fn default() -> Self", |out| out.line("Self::new()"));
            });
        });
    }
    item_record(out, ident, item, total);
}

/// `new`, which asks for what is required.
fn constructor(out: &mut Source, fields: &[Field], from: Module) {
    let arguments: Vec<&Field> = fields.iter().filter(|field| field.in_constructor).collect();
    let constants = fields.iter().filter_map(|field| {
        let variant = field.constant.as_ref()?;
        Some(format!("{}: {}::{variant}", field.ident, written(&field.ty, from)))
    });
    let constants: Vec<String> = constants.collect();
    let given = fields.iter().any(|field| field.default.is_some());
    let blank = if given { "rt::with_defaults()" } else { "rt::blank()" };
    if arguments.is_empty() && constants.is_empty() {
        out.line(if given {
            "/// Creates it with the values that the document gives."
        } else {
            "/// Creates it empty."
        });
        return out.block("pub fn new() -> Self", |out| out.line(blank));
    }
    let parameters = arguments.iter().map(|field| argument(field, from));
    let values = arguments.iter().map(|field| taken(field));
    let filled: Vec<String> = values.chain(constants).chain([format!("..{blank}")]).collect();
    out.line("/// Creates it from what is required.");
    out.method("pub fn new", parameters, " -> Self", |out| out.literal("Self", &filled));
}

/// What the constructor takes for a field.
fn argument(field: &Field, from: Module) -> Expression {
    let ty = match &field.ty {
        TypeRef::Option(inner) if !field.nullable => bound(inner, from),
        ty @ TypeRef::Option(_) => written(ty, from),
        TypeRef::Nullable(inner) => {
            Expression::Generic("Option".to_owned(), vec![written(inner, from)])
        }
        ty => bound(ty, from),
    };
    ty.after(format_args!("{}: ", field.ident))
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
