//! Type aliases.

use super::source::Source;
use super::type_ref::{Module, Written};
use crate::name::Ident;
use crate::plan::{Docs, TypeRef};

pub(super) fn item_alias(out: &mut Source, ident: &Ident, docs: &Docs, ty: &TypeRef, from: Module) {
    out.item(|out| {
        out.docs(docs);
        let alias = format!("pub type {ident} = {};", Written(ty, from));
        match ty {
            TypeRef::Named(_) => out.unbreakable(alias),
            _ => out.line(alias),
        }
    });
}
