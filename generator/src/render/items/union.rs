//! Enums with a payload for each alternative of a union.

use super::decision::alternative;
use super::pieces::{blank, traits};
use crate::name::Ident;
use crate::plan::{Docs, TypeRef, Union, Variant};
use crate::render::text::{Expression, Source};
use crate::render::type_ref::{Module, written};

pub(super) fn union(
    out: &mut Source,
    ident: &Ident,
    docs: &Docs,
    item: &Union,
    total: Option<&str>,
    from: Module,
) {
    let Union { variants, discriminator: _ } = item;
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Clone, Debug, PartialEq)]");
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for Variant { ident, docs, ty, decision: _, sent: _, converts: _ } in variants {
                out.docs(docs);
                out.variant(ident, written(ty, from));
            }
            out.line("/// A value that matches no documented alternative.");
            out.line("Unknown(rt::Json),");
        });
    });
    out.item(|out| {
        out.implementation(&Expression::word("rt::Slot"), ident, |out| {
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
                become_blank(out, variants);
                payloads(out, variants);
            });
            if variants.iter().any(|variant| !variant.sent.is_empty()) {
                out.block("fn selected(&self) -> usize", |out| selected(out, variants));
            }
        });
    });
    traits(out, "rt::union", ident, total);
    conversions(out, ident, variants, from);
}

/// `static TABLE: rt::UnionTable = …;`
fn table(out: &mut Source, ident: &Ident, item: &Union) {
    let Union { variants, discriminator } = item;
    let name = |name: &str| name.to_owned();
    let mut facts = vec![
        (name("name"), Expression::quoted(ident.as_str())),
        (name("alternatives"), Expression::list(variants.iter().map(alternative))),
    ];
    if let Some((property, mapping)) = discriminator {
        let property = Expression::call("Some", [Expression::quoted(property)]);
        let entries = mapping.iter().map(|(value, index)| {
            Expression::tuple([Expression::quoted(value), Expression::word(index)])
        });
        facts.push((name("discriminator"), property));
        facts.push((name("mapping"), Expression::list(entries)));
    }
    let literal = Expression::literal("rt::UnionTable", facts, Some("rt::UNION_TABLE"));
    out.value("static TABLE", "rt::UnionTable", &literal);
}

/// The payload of any variant.
fn payloads(out: &mut Source, variants: &[Variant]) {
    let value = Expression::word("value");
    out.block("match self", |out| {
        for Variant { ident, .. } in variants {
            out.arm(format_args!("Self::{ident}(value)"), &value);
        }
        out.arm("Self::Unknown(value)", &value);
    });
}

/// The index of the variant.
fn selected(out: &mut Source, variants: &[Variant]) {
    out.block("match self", |out| {
        for (index, Variant { ident, .. }) in variants.iter().enumerate() {
            out.arm(format_args!("Self::{ident}(_)"), &Expression::word(index));
        }
        out.arm("Self::Unknown(_)", &Expression::word("usize::MAX"));
    });
}

/// The variant of an index, its payload to be filled.
fn become_blank(out: &mut Source, variants: &[Variant]) {
    if variants.is_empty() {
        return out.line("*self = rt::blank();");
    }
    let arms = |out: &mut Source| {
        for (index, Variant { ident, .. }) in variants.iter().enumerate() {
            out.arm(index, &Expression::call(format_args!("Self::{ident}"), [blank()]));
        }
        out.arm("_", &blank());
    };
    out.enclosed("*self = match index {", arms, "};");
}

/// `From` for the payloads, each of which is another type.
fn conversions(out: &mut Source, ident: &Ident, variants: &[Variant], from: Module) {
    for variant in variants.iter().filter(|variant| variant.converts) {
        let value = Expression::word("value");
        let (inner, value) = match &variant.ty {
            TypeRef::Boxed(inner) => (&**inner, Expression::call("Box::new", [value])),
            ty => (ty, value),
        };
        conversion(out, ident, &variant.ident, &written(inner, from), value);
        if matches!(inner, TypeRef::Text) {
            let owned = Expression::word("value").then([Expression::call("to_owned", [])]);
            conversion(out, ident, &variant.ident, &Expression::word("&str"), owned);
        }
    }
}

fn conversion(
    out: &mut Source,
    ident: &Ident,
    variant: &Ident,
    ty: &Expression,
    value: Expression,
) {
    out.item(|out| {
        out.implementation(&Expression::generic("From", ty.clone()), ident, |out| {
            let parameter = ty.clone().named("value");
            out.method("fn from", [parameter], "Self", |out| {
                let made = Expression::call(format_args!("Self::{variant}"), [value]);
                out.expression(&made, "");
            });
        });
    });
}
