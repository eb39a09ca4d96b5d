//! Types at their uses.

use super::text::Expression;
use crate::plan::TypeRef;

/// The module that refers to a type: paths are relative, so that the sources compile anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Module {
    /// The root of the crate: `types::Pet`.
    Root,
    /// A module beside `types`: `super::types::Pet`.
    Api,
    /// `types` itself: `Pet`.
    Types,
    /// A module below `types`: `super::Pet`.
    TypesPart,
}

/// A type as the module `from` writes it.
pub(super) fn written(ty: &TypeRef, from: Module) -> Expression {
    let generic = |name: &str, of: &[&TypeRef]| {
        let of = of.iter().map(|ty| written(ty, from));
        Expression::Generic(name.to_owned(), of.collect())
    };
    let name = match ty {
        TypeRef::Named(ident) => {
            let path = match from {
                Module::Root => "types::",
                Module::Api => "super::types::",
                Module::Types => "",
                Module::TypesPart => "super::",
            };
            return Expression::word(format_args!("{path}{ident}"));
        }
        TypeRef::Vec(item) => return generic("Vec", &[item]),
        TypeRef::Map(value) => return generic("rt::Map", &[value]),
        TypeRef::KeyedMap { key, value } => return generic("rt::KeyedMap", &[key, value]),
        TypeRef::Option(value) => return generic("Option", &[value]),
        TypeRef::Nullable(value) => return generic("rt::Nullable", &[value]),
        TypeRef::Boxed(value) => return generic("Box", &[value]),
        TypeRef::Text => "String",
        TypeRef::Bool => "bool",
        TypeRef::I64 => "i64",
        TypeRef::U64 => "u64",
        TypeRef::I128 => "i128",
        TypeRef::F64 => "f64",
        TypeRef::Number => "rt::Number",
        TypeRef::Integer => "rt::Integer",
        TypeRef::DateTime => "rt::DateTime",
        TypeRef::Date => "rt::Date",
        TypeRef::Time => "rt::Time",
        TypeRef::Duration => "rt::Duration",
        TypeRef::Uuid => "rt::Uuid",
        TypeRef::Uri => "rt::Uri",
        TypeRef::Base64 => "rt::Base64",
        TypeRef::File => "rt::File",
        TypeRef::Secret => "rt::Secret",
        TypeRef::Json => "rt::Json",
    };
    Expression::word(name)
}
