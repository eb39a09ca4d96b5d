//! Methods that set optional members.

use super::expression::Expression;
use super::source::Source;
use super::taken::{bound, value};
use super::type_ref::Module;
use crate::name::Setter;
use crate::plan::{Docs, Field, TypeRef};

/// The methods, for an inherent implementation.
pub(super) fn setters(out: &mut Source, fields: &[Field], from: Module) {
    for field in fields {
        let Some(Setter { set, clear }) = &field.setter else { continue };
        let name = field.ident.to_string();
        let given = |ty: &TypeRef| (bound(ty, from), value(&name, ty));
        let (bound, value) = match &field.ty {
            TypeRef::Option(inner) => {
                let (bound, value) = given(inner);
                (bound, format!("Some({value})"))
            }
            TypeRef::Nullable(inner) => {
                let (bound, value) = given(inner);
                (bound, format!("rt::Nullable::Value({value})"))
            }
            ty => {
                let (bound, value) = given(ty);
                (bound, value.to_string())
            }
        };
        let documented = field.ident.as_str();
        out.docs(&Docs(format!("Sets `{documented}`.")));
        let arguments = [Expression::word("mut self"), bound.after(format_args!("{name}: "))];
        out.method(format_args!("pub fn {set}"), arguments, " -> Self", |out| {
            out.line(format_args!("self.{name} = {value};"));
            out.line("self");
        });
        if let Some(clear) = clear {
            out.docs(&Docs(format!("Sets `{documented}` to null.")));
            out.block(format_args!("pub fn {clear}(mut self) -> Self"), |out| {
                out.line(format_args!("self.{name} = rt::Nullable::Null;"));
                out.line("self");
            });
        }
    }
}
