//! Tuple structs, for lists whose positions have types of their own.

use super::pieces::{blank, traits};
use super::table::{Member, table};
use crate::name::Ident;
use crate::plan::{Docs, Sequence, TypeRef};
use crate::render::conversions::converted;
use crate::render::text::{Expression, Source};
use crate::render::type_ref::{Module, written};

pub(super) fn sequence(
    out: &mut Source,
    ident: &Ident,
    docs: &Docs,
    item: &Sequence,
    total: Option<&str>,
    from: Module,
) {
    let Sequence { items, rest, rules } = item;
    let rest = Expression::generic("Vec", written(rest, from));
    out.item(|out| {
        out.docs(docs);
        let inside = |out: &mut Source| {
            for (ty, _) in items {
                out.position(&written(ty, from));
            }
            out.line("/// Further items.");
            out.position(&rest);
        };
        out.enclosed(format_args!("pub struct {ident}("), inside, ");");
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
        out.implementation(&Expression::word("rt::Slot"), ident, |out| {
            out.block("fn blank() -> Self", |out| {
                let blanks = items.iter().map(|_| blank());
                out.expression(&with_no_rest(blanks), "");
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
    traits(out, "rt::sequence", ident, total);
}

/// The tuple of its positions, and nothing after them.
fn with_no_rest(items: impl Iterator<Item = Expression>) -> Expression {
    let rest = Expression::call("Vec::new", []);
    Expression::call("Self", items.chain([rest]).collect::<Vec<_>>())
}

/// From its positions; where it has none, from the list.
fn constructor(
    out: &mut Source,
    ident: &Ident,
    items: &[(TypeRef, bool)],
    rest: &Expression,
    from: Module,
) {
    if items.is_empty() {
        return out.implementation(&Expression::generic("From", rest.clone()), ident, |out| {
            let parameter = rest.clone().named("items");
            out.method("fn from", [parameter], "Self", |out| out.line("Self(items)"));
        });
    }
    let parameters = items.iter().enumerate().map(|(index, (ty, _))| {
        Expression::generic("impl Into", written(ty, from)).named(format_args!("item{index}"))
    });
    let given = (0..items.len()).map(|index| converted(&format!("item{index}")));
    let given = with_no_rest(given);
    out.inherent(ident, |out| {
        out.line("/// Creates a value from its positions.");
        out.method("pub fn new", parameters, "Self", |out| out.expression(&given, ""));
    });
}

/// A position's place; any other position gives the rest.
fn places(out: &mut Source, count: usize, borrow: &'static str) {
    if count == 0 {
        return out.expression(&Expression::member(0).prefixed(borrow), "");
    }
    out.block("match index", |out| {
        for index in 0..count {
            out.member_arm(index, borrow, index);
        }
        out.member_arm("_", borrow, count);
    });
}
