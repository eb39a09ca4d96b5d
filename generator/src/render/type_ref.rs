//! Types at their uses.

use std::fmt::{self, Display};

use proc_macro2::TokenStream;

use super::source::tokens;
use crate::plan::TypeRef;

/// Which module refers to a type: paths are relative, so that the sources compile anywhere.
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
pub(crate) fn type_ref(ty: &TypeRef, from: Module) -> TokenStream {
    // Each `>` apart from the next one, as `quote` has them.
    tokens(Written(ty, from).to_string().replace('>', "> "))
}

/// The text of a type, as the module writes it.
pub(crate) struct Written<'a>(pub(crate) &'a TypeRef, pub(crate) Module);

impl Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(ty, from) = *self;
        let text = match ty {
            TypeRef::Named(ident) => {
                let path = match from {
                    Module::Root => "types::",
                    Module::Api => "super::types::",
                    Module::Types => "",
                    Module::TypesPart => "super::",
                };
                return write!(f, "{path}{ident}");
            }
            TypeRef::Vec(item) => return write!(f, "Vec<{}>", Written(item, from)),
            TypeRef::Map(value) => return write!(f, "rt::Map<{}>", Written(value, from)),
            TypeRef::KeyedMap { key, value } => {
                return write!(f, "rt::KeyedMap<{}, {}>", Written(key, from), Written(value, from));
            }
            TypeRef::Option(value) => return write!(f, "Option<{}>", Written(value, from)),
            TypeRef::Nullable(value) => return write!(f, "rt::Nullable<{}>", Written(value, from)),
            TypeRef::Boxed(value) => return write!(f, "Box<{}>", Written(value, from)),
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
        f.write_str(text)
    }
}
