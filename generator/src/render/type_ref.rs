//! Types at their uses.

use proc_macro2::TokenStream;
use quote::quote;

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
    match ty {
        TypeRef::Named(ident) => match from {
            Module::Root => quote!(types::#ident),
            Module::Api => quote!(super::types::#ident),
            Module::Types => quote!(#ident),
            Module::TypesPart => quote!(super::#ident),
        },
        TypeRef::Text => quote!(String),
        TypeRef::Bool => quote!(bool),
        TypeRef::I64 => quote!(i64),
        TypeRef::U64 => quote!(u64),
        TypeRef::I128 => quote!(i128),
        TypeRef::F64 => quote!(f64),
        TypeRef::Number => quote!(rt::Number),
        TypeRef::Integer => quote!(rt::Integer),
        TypeRef::DateTime => quote!(rt::DateTime),
        TypeRef::Date => quote!(rt::Date),
        TypeRef::Time => quote!(rt::Time),
        TypeRef::Duration => quote!(rt::Duration),
        TypeRef::Uuid => quote!(rt::Uuid),
        TypeRef::Uri => quote!(rt::Uri),
        TypeRef::Base64 => quote!(rt::Base64),
        TypeRef::File => quote!(rt::File),
        TypeRef::Secret => quote!(rt::Secret),
        TypeRef::Json => quote!(rt::Json),
        TypeRef::Vec(item) => {
            let item = type_ref(item, from);
            quote!(Vec<#item>)
        }
        TypeRef::Map(value) => {
            let value = type_ref(value, from);
            quote!(rt::Map<#value>)
        }
        TypeRef::KeyedMap { key, value } => {
            let (key, value) = (type_ref(key, from), type_ref(value, from));
            quote!(rt::KeyedMap<#key, #value>)
        }
        TypeRef::Option(value) => {
            let value = type_ref(value, from);
            quote!(Option<#value>)
        }
        TypeRef::Nullable(value) => {
            let value = type_ref(value, from);
            quote!(rt::Nullable<#value>)
        }
        TypeRef::Boxed(value) => {
            let value = type_ref(value, from);
            quote!(Box<#value>)
        }
    }
}
