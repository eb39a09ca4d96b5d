//! Type aliases.

use super::source::Source;
use super::type_ref::{Module, written};
use crate::name::Ident;
use crate::plan::{Docs, TypeRef};

pub(super) fn item_alias(out: &mut Source, ident: &Ident, docs: &Docs, ty: &TypeRef, from: Module) {
    out.item(|out| {
        out.docs(docs);
        out.expression(format_args!("pub type {ident} = "), &written(ty, from), ";");
    });
}
