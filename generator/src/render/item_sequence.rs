//! Tuple structs, for lists whose positions have types of their own.

use super::expression::Expression;
use super::source::Source;
use super::table::{Member, table};
use super::type_ref::{Module, written};
use crate::name::Ident;
use crate::plan::{Docs, Sequence, TypeRef};

pub(super) fn item_sequence(
    out: &mut Source,
    ident: &Ident,
    docs: &Docs,
    item: &Sequence,
    total: &str,
    from: Module,
) {
    let Sequence { items, rest, rules } = item;
    let rest = format!("Vec<{}>", written(rest, from));
    out.item(|out| {
        out.docs(docs);
        let inside = |out: &mut Source| {
            for (ty, _) in items {
                out.line(format_args!("pub {},", written(ty, from)));
            }
            out.line("/// What follows.");
            out.line(format_args!("pub {rest},"));
        };
        out.enclosed(format_args!("pub struct {ident}("), "", inside, ");");
    });
    out.item(|out| constructor(out, ident, items, &rest, from));
    let positions: Vec<String> = (0..items.len()).map(|index| index.to_string()).collect();
    let members = items.iter().zip(&positions).map(|((ty, required), name)| Member {
        name,
        required: *required,
        nullable: matches!(ty, TypeRef::Option(_) | TypeRef::Nullable(_)),
        default: None,
    });
    let members: Vec<Member<'_>> = members.collect();
    let index = if items.is_empty() { "_" } else { "index" };
    out.item(|out| {
        out.implementation("rt::Slot", ident, |out| {
            out.block("fn blank() -> Self", |out| {
                let blanks = items.iter().map(|_| "rt::blank()").chain(["Vec::new()"]);
                out.list("Self(", blanks, ")");
            });
            out.block("fn shape(&self) -> rt::Shape<'_>", |out| {
                table(out, ident.as_str(), &members, rules);
                out.line("rt::Shape::Sequence(&TABLE)");
            });
            out.block(format_args!("fn part(&self, {index}: usize) -> &dyn rt::Slot"), |out| {
                places(out, items.len(), "&");
            });
            let head = format_args!("fn part_mut(&mut self, {index}: usize) -> &mut dyn rt::Slot");
            out.block(head, |out| places(out, items.len(), "&mut "));
        });
    });
    out.item(|out| out.line(format_args!("rt::sequence!({ident}{total});")));
}

/// From its positions; where it has none, from the list.
fn constructor(
    out: &mut Source,
    ident: &Ident,
    items: &[(TypeRef, bool)],
    rest: &str,
    from: Module,
) {
    if items.is_empty() {
        return out.block(format_args!("impl From<{rest}> for {ident}"), |out| {
            out.method(
                "fn from",
                [Expression::word(format_args!("items: {rest}"))],
                " -> Self",
                |out| {
                    out.line("Self(items)");
                },
            );
        });
    }
    let typed = items.iter().enumerate();
    let arguments = typed.map(|(index, (ty, _))| {
        Expression::Generic(format!("item{index}: impl Into"), vec![written(ty, from)])
    });
    let given = (0..items.len()).map(|index| format!("item{index}.into()"));
    let given = given.chain(["Vec::new()".to_owned()]);
    out.block(format_args!("impl {ident}"), |out| {
        out.line("/// Creates it from its positions.");
        out.method("pub fn new", arguments, " -> Self", |out| out.list("Self(", given, ")"));
    });
}

/// A position's place; any other position gives the rest.
fn places(out: &mut Source, count: usize, borrow: &str) {
    if count == 0 {
        return out.line(format_args!("{borrow}self.0"));
    }
    out.block("match index", |out| {
        for index in 0..count {
            out.arm(index, format_args!("{borrow}self.{index}"));
        }
        out.arm("_", format_args!("{borrow}self.{count}"));
    });
}
