//! Open enums of known values.

use super::pieces::traits;
use crate::name::Ident;
use crate::plan::{Docs, Enumeration, Literal, Value};
use crate::render::text::{Expression, Source};

pub(super) fn enumeration(out: &mut Source, ident: &Ident, docs: &Docs, item: &Enumeration) {
    let Enumeration { variants, is_text, admits_others, default } = item;
    let (rest, rest_docs) = if *admits_others {
        ("Other", "/// Any other string.")
    } else {
        ("Unknown", "/// An undocumented value.")
    };
    let derived = if default.is_some() { "Clone, Debug, Default" } else { "Clone, Debug" };
    let unknown = if *is_text { "String" } else { "rt::Json" };
    out.item(|out| {
        out.docs(docs);
        out.line(format_args!("#[derive({derived})]"));
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub enum {ident}"), |out| {
            for Value { ident, docs, literal: _ } in variants {
                out.docs(docs);
                if default.as_ref() == Some(ident) {
                    out.line("#[default]");
                }
                out.line(format_args!("{ident},"));
            }
            out.line(rest_docs);
            out.line(format_args!("{rest}({unknown}),"));
        });
    });
    let known =
        variants.iter().map(|variant| Expression::word(format_args!("Self::{}", variant.ident)));
    let implemented = if *is_text { "rt::Enumeration" } else { "rt::LiteralEnumeration" };
    out.item(|out| {
        out.implementation(&Expression::word(implemented), ident, |out| {
            out.value("const KNOWN", "&'static [Self]", &Expression::list(known));
            if *is_text {
                out.block("fn as_str(&self) -> &str", |out| texts(out, variants, rest));
            } else {
                let head = "fn literal(&self) -> rt::Literal<'_>";
                out.block(head, |out| literals(out, variants, rest));
            }
            out.block(format_args!("fn unknown(value: {unknown}) -> Self"), |out| {
                out.line(format_args!("Self::{rest}(value)"));
            });
        });
    });
    traits(out, if *is_text { "rt::enumeration" } else { "rt::literals" }, ident, None);
}

fn texts(out: &mut Source, variants: &[Value], rest: &str) {
    out.block("match self", |out| {
        for Value { ident, literal, .. } in variants {
            out.arm(format_args!("Self::{ident}"), &Expression::quoted(text(literal)));
        }
        out.arm(format_args!("Self::{rest}(value)"), &Expression::word("value"));
    });
}

fn literals(out: &mut Source, variants: &[Value], rest: &str) {
    out.block("match self", |out| {
        for Value { ident, literal, .. } in variants {
            let (name, value) = match literal {
                Literal::Bool(value) => ("Bool", Expression::word(value)),
                Literal::Integer(value) => ("Integer", Expression::word(value)),
                Literal::Number(text) => ("Number", Expression::quoted(text)),
                Literal::Text(text) => ("Text", Expression::quoted(text)),
            };
            let literal = Expression::call(format_args!("rt::Literal::{name}"), [value]);
            out.arm(format_args!("Self::{ident}"), &literal);
        }
        let other = Expression::call("rt::Literal::Other", [Expression::word("value")]);
        out.arm(format_args!("Self::{rest}(value)"), &other);
    });
}

/// The text of a text; an enumeration of texts has no others.
fn text(literal: &Literal) -> &str {
    match literal {
        Literal::Text(text) | Literal::Number(text) => text,
        Literal::Bool(_) | Literal::Integer(_) => "",
    }
}
