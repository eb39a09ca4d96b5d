//! Documented response headers.

use super::items::{Member, table};
use super::text::{Expression, Source};
use super::type_ref::{Module, written};
use crate::plan::{HeaderField, HeaderStruct, HeaderStyle};

/// The struct, and the table by which the runtime fills it.
pub(super) fn header_struct(out: &mut Source, item: &HeaderStruct) {
    let HeaderStruct { docs, ident, fields } = item;
    out.item(|out| {
        out.docs(docs);
        out.line("#[derive(Clone, Debug, Default, PartialEq)]");
        out.line("#[non_exhaustive]");
        out.definition(format_args!("pub struct {ident}"), |out| {
            for HeaderField { docs, ident, name: _, style: _, ty } in fields {
                out.docs(docs);
                out.field(ident, &Expression::generic("Option", written(ty, Module::Api)));
            }
        });
    });
    let members = fields.iter().map(|HeaderField { name, .. }| Member {
        name,
        required: false,
        nullable: false,
        default: None,
    });
    let members: Vec<Member<'_>> = members.collect();
    out.item(|out| {
        out.implementation(&Expression::word("rt::HeaderRecord"), ident, |out| {
            out.block("fn table(&self) -> &'static rt::Table", |out| {
                table(out, ident.as_str(), &members, &[]);
                out.line("&TABLE");
            });
            slot(out, fields);
            styles(out, fields);
        });
    });
}

/// The headers that are not plain `simple`; nothing where there is none.
fn styles(out: &mut Source, fields: &[HeaderField]) {
    let styles = fields.iter().filter_map(|HeaderField { name, style, .. }| {
        let explicit = match style {
            HeaderStyle::Simple => return None,
            HeaderStyle::Exploded => Expression::call("explode", [Expression::word(true)]),
            HeaderStyle::Json => Expression::call("json", []),
        };
        let name = Expression::quoted(name);
        Some(Expression::call("describe::Parameter::header", [name]).then([explicit]))
    });
    let styles: Vec<Expression> = styles.collect();
    if styles.is_empty() {
        return;
    }
    out.block("fn styles(&self) -> &'static [describe::Parameter]", |out| {
        out.value("static STYLES", "&[describe::Parameter]", &Expression::list(styles));
        out.line("STYLES");
    });
}

/// The place of each header, by its position in the table.
fn slot(out: &mut Source, fields: &[HeaderField]) {
    let index = if fields.len() == 1 { "_" } else { "index" };
    let head = format!("fn slot(&mut self, {index}: usize) -> &mut dyn rt::Slot");
    out.block(head, |out| {
        if let [HeaderField { ident, .. }] = fields {
            return out.expression(&Expression::member(ident).prefixed("&mut "), "");
        }
        out.block("match index", |out| {
            for (index, HeaderField { ident, .. }) in fields.iter().enumerate() {
                if index + 1 == fields.len() {
                    out.member_arm("_", "&mut ", ident);
                } else {
                    out.member_arm(index, "&mut ", ident);
                }
            }
        });
    });
}
