//! Open enums of known values.

use super::source::{Quoted, Source};
use crate::name::Ident;
use crate::plan::{Docs, Enumeration, Literal, Value};

pub(super) fn item_enumeration(out: &mut Source, ident: &Ident, docs: &Docs, item: &Enumeration) {
    let Enumeration { variants, is_text, admits_others, default } = item;
    let (rest, rest_docs) = if *admits_others {
        ("Other", "/// Any other text.")
    } else {
        ("Unknown", "/// A value that the document does not name.")
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
    let known = variants.iter().map(|variant| format!("Self::{}", variant.ident));
    let implemented = if *is_text { "Enumeration" } else { "LiteralEnumeration" };
    out.item(|out| {
        out.implementation(format_args!("rt::{implemented}"), ident, |out| {
            out.list("const KNOWN: &'static [Self] = &[", known, "];");
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
    let traits = if *is_text { "enumeration" } else { "literals" };
    out.item(|out| out.line(format_args!("rt::{traits}!({ident});")));
}

fn texts(out: &mut Source, variants: &[Value], rest: &str) {
    out.block("match self", |out| {
        for Value { ident, literal, .. } in variants {
            out.arm(format_args!("Self::{ident}"), Quoted(text(literal)));
        }
        out.arm(format_args!("Self::{rest}(value)"), "value");
    });
}

fn literals(out: &mut Source, variants: &[Value], rest: &str) {
    out.block("match self", |out| {
        for Value { ident, literal, .. } in variants {
            let literal = match literal {
                Literal::Bool(value) => format!("Bool({value})"),
                Literal::Integer(value) => format!("Integer({value})"),
                Literal::Number(text) => format!("Number({})", Quoted(text)),
                Literal::Text(text) => format!("Text({})", Quoted(text)),
            };
            out.line(format_args!("Self::{ident} => rt::Literal::{literal},"));
        }
        out.line(format_args!("Self::{rest}(value) => rt::Literal::Other(value),"));
    });
}

/// The text of a text; an enumeration of texts has no others.
fn text(literal: &Literal) -> &str {
    match literal {
        Literal::Text(text) | Literal::Number(text) => text,
        Literal::Bool(_) | Literal::Integer(_) => "",
    }
}
