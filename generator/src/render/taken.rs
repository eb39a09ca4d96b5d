//! What methods take for a value of a type: whatever people have at hand.

use proc_macro2::TokenStream;
use quote::quote;

use super::type_ref::{Module, type_ref};
use crate::plan::TypeRef;

/// The bound of an argument: lists take anything that gives items, the rest whatever converts.
pub(super) fn bound(ty: &TypeRef, from: Module) -> TokenStream {
    match ty {
        TypeRef::Vec(item) => {
            let item = type_ref(item, from);
            quote!(impl rt::List<#item>)
        }
        ty => {
            let ty = type_ref(ty, from);
            quote!(impl Into<#ty>)
        }
    }
}

/// The value of such an argument.
pub(super) fn value(argument: &TokenStream, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::Vec(_) => quote!(rt::list(#argument)),
        _ => quote!(#argument.into()),
    }
}
