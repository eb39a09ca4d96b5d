//! Enums with a payload for each alternative of a union.

use super::decision::alternative;
use super::expression::Expression;
use super::source::{Quoted, Source};
use super::type_ref::{Module, written};
use crate::name::Ident;
use crate::plan::{Docs, TypeRef, Union, Variant};

pub(super) fn item_union(
    out: &mut Source,
    ident: &Ident,
    docs: &Docs,
    item: &Union,
    total: &str,
    from: Module,
) {
    let Union { variants, discriminator: _ } = item;
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Clone, Debug, PartialEq)]");
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for Variant { ident, docs, ty, decision: _, converts: _ } in variants {
                out.docs(docs);
                out.expression("", &Expression::call(ident, [written(ty, from)]), ",");
            }
            out.line("/// A value that fits nothing the document describes.");
            out.line("Unknown(rt::Json),");
        });
    });
    out.item(|out| {
        out.implementation("rt::Slot", ident, |out| {
            out.block("fn blank() -> Self", |out| out.line("Self::Unknown(rt::blank())"));
            out.block("fn shape(&self) -> rt::Shape<'_>", |out| {
                table(out, ident, item);
                out.line("rt::Shape::Union(&TABLE)");
            });
            let head = "fn part(&self, _: usize) -> &dyn rt::Slot";
            out.block(head, |out| payloads(out, variants));
            let index = if variants.is_empty() { "_" } else { "index" };
            let head = format_args!("fn part_mut(&mut self, {index}: usize) -> &mut dyn rt::Slot");
            out.block(head, |out| {
                blank(out, variants);
                payloads(out, variants);
            });
        });
    });
    out.item(|out| out.line(format_args!("rt::union!({ident}{total});")));
    conversions(out, ident, variants, from);
}

/// `static TABLE: rt::UnionTable = …;`
fn table(out: &mut Source, ident: &Ident, item: &Union) {
    let Union { variants, discriminator } = item;
    let inside = |out: &mut Source| {
        out.unbreakable(format_args!("name: {},", Quoted(ident.as_str())));
        if variants.is_empty() {
            out.line("alternatives: &[],");
        } else {
            let all = |out: &mut Source| variants.iter().for_each(|one| alternative(out, one));
            out.enclosed("alternatives: &[", "", all, "],");
        }
        if let Some((property, mapping)) = discriminator {
            out.line(format_args!("discriminator: Some({}),", Quoted(property)));
            let entries =
                mapping.iter().map(|(value, index)| format!("({}, {index})", Quoted(value)));
            out.list("mapping: &[", entries, "],");
        }
        out.line("..rt::UNION_TABLE");
    };
    out.enclosed("static TABLE: rt::UnionTable = rt::UnionTable", " {", inside, "};");
}

/// The payload of any variant.
fn payloads(out: &mut Source, variants: &[Variant]) {
    out.block("match self", |out| {
        for Variant { ident, .. } in variants {
            out.arm(format_args!("Self::{ident}(value)"), "value");
        }
        out.arm("Self::Unknown(value)", "value");
    });
}

/// The variant of an index, its payload to be filled.
fn blank(out: &mut Source, variants: &[Variant]) {
    if variants.is_empty() {
        return out.line("*self = rt::blank();");
    }
    let arms = |out: &mut Source| {
        for (index, Variant { ident, .. }) in variants.iter().enumerate() {
            out.arm(index, format_args!("Self::{ident}(rt::blank())"));
        }
        out.arm("_", "rt::blank()");
    };
    out.enclosed("*self = match index", " {", arms, "};");
}

/// `From` for the payloads, each of which is another type.
fn conversions(out: &mut Source, ident: &Ident, variants: &[Variant], from: Module) {
    for variant in variants.iter().filter(|variant| variant.converts) {
        let (inner, value) = match &variant.ty {
            TypeRef::Boxed(inner) => (&**inner, "Box::new(value)"),
            ty => (ty, "value"),
        };
        conversion(out, ident, &variant.ident, &written(inner, from).to_string(), value);
        if matches!(inner, TypeRef::Text) {
            conversion(out, ident, &variant.ident, "&str", "value.to_owned()");
        }
    }
}

fn conversion(out: &mut Source, ident: &Ident, variant: &Ident, ty: &str, value: &str) {
    out.item(|out| {
        out.block(format_args!("impl From<{ty}> for {ident}"), |out| {
            out.method(
                "fn from",
                [Expression::word(format_args!("value: {ty}"))],
                " -> Self",
                |out| {
                    out.line(format_args!("Self::{variant}({value})"));
                },
            );
        });
    });
}
