//! The table of a struct, and the places of its members.

use super::source::Source;
use super::table::{Member, table};
use crate::name::Ident;
use crate::plan::{Field, Struct};

pub(super) fn item_record(out: &mut Source, ident: &Ident, item: &Struct, total: &str) {
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
        out.implementation("rt::Slot", ident, |out| {
            out.block("fn blank() -> Self", |out| {
                let idents = fields.iter().map(|field| format!("{}: rt::blank()", field.ident));
                let idents: Vec<String> = idents.chain([format!("{rest}: rt::blank()")]).collect();
                out.literal("Self", &idents);
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
    let traits = if additional.is_some() { "map" } else { "record" };
    out.item(|out| out.line(format_args!("rt::{traits}!({ident}{total});")));
}

/// A member by its position; any other position gives the rest.
fn places(out: &mut Source, fields: &[Field], rest: &str, borrow: &str) {
    if fields.is_empty() {
        return out.line(format_args!("{borrow}self.{rest}"));
    }
    out.block("match index", |out| {
        for (index, field) in fields.iter().enumerate() {
            out.arm(index, format_args!("{borrow}self.{}", field.ident));
        }
        out.arm("_", format_args!("{borrow}self.{rest}"));
    });
}
