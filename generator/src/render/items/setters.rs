//! Methods that set optional members.

use crate::name::Setter;
use crate::plan::{Docs, Field, TypeRef};
use crate::render::conversions::{bound, value};
use crate::render::text::{Expression, Source};
use crate::render::type_ref::Module;

/// The methods, for an inherent implementation.
pub(super) fn setters(out: &mut Source, fields: &[Field], from: Module) {
    for field in fields {
        let Some(Setter { set, clear }) = &field.setter else { continue };
        let name = field.ident.to_string();
        let given = |ty: &TypeRef| (bound(ty, from), value(&name, ty));
        let (bound, value) = match &field.ty {
            TypeRef::Option(inner) => {
                let (bound, value) = given(inner);
                (bound, Expression::call("Some", [value]))
            }
            TypeRef::Nullable(inner) => {
                let (bound, value) = given(inner);
                (bound, Expression::call("rt::Nullable::Value", [value]))
            }
            ty => given(ty),
        };
        let documented = field.ident.as_str();
        let left = format!("self.{name} =");
        out.docs(&Docs(format!("Sets `{documented}`.")));
        let parameters = [Expression::word("mut self"), bound.named(&name)];
        out.method(format_args!("pub fn {set}"), parameters, "Self", |out| {
            out.assign(&left, &value, ";");
            out.line("self");
        });
        if let Some(clear) = clear {
            out.docs(&Docs(format!("Sets `{documented}` to null.")));
            out.block(format_args!("pub fn {clear}(mut self) -> Self"), |out| {
                out.assign(&left, &Expression::word("rt::Nullable::Null"), ";");
                out.line("self");
            });
        }
    }
}
