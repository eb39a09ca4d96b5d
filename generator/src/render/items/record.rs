//! The table of a struct, and the places of its members.

use super::pieces::{blank, traits};
use super::table::{Member, table};
use crate::name::Ident;
use crate::plan::{Field, Struct};
use crate::render::text::{Expression, Source};

pub(super) fn record(out: &mut Source, ident: &Ident, item: &Struct, total: Option<&str>) {
    let Struct { fields, additional, rules } = item;
    let rest = if additional.is_some() { "additional" } else { "extra" };
    let members = fields.iter().map(|field| Member {
        name: &field.wire,
        required: field.required,
        nullable: field.keeps_null(),
        default: field.default.as_deref(),
    });
    let members: Vec<Member<'_>> = members.collect();
    let index = if fields.is_empty() { "_" } else { "index" };
    out.item(|out| {
        out.implementation(&Expression::word("rt::Slot"), ident, |out| {
            out.block("fn blank() -> Self", |out| {
                let names = fields.iter().map(|field| field.ident.to_string());
                let blanks = names.chain([rest.to_owned()]).map(|name| (name, blank()));
                out.expression(&Expression::literal("Self", blanks, None), "");
            });
            out.block("fn shape(&self) -> rt::Shape<'_>", |out| {
                table(out, ident.as_str(), &members, rules);
                out.line("rt::Shape::Record(&TABLE)");
            });
            out.block(format_args!("fn part(&self, {index}: usize) -> &dyn rt::Slot"), |out| {
                places(out, fields, rest, "&");
            });
            let head = format_args!("fn part_mut(&mut self, {index}: usize) -> &mut dyn rt::Slot");
            out.block(head, |out| places(out, fields, rest, "&mut "));
        });
    });
    let name = if additional.is_some() { "rt::map" } else { "rt::record" };
    traits(out, name, ident, total);
}

/// A member by its position; any other position gives the rest.
fn places(out: &mut Source, fields: &[Field], rest: &str, borrow: &'static str) {
    if fields.is_empty() {
        return out.expression(&Expression::member(rest).prefixed(borrow), "");
    }
    out.block("match index", |out| {
        for (index, field) in fields.iter().enumerate() {
            out.member_arm(index, borrow, &field.ident);
        }
        out.member_arm("_", borrow, rest);
    });
}
