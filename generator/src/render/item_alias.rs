//! Type aliases.

use proc_macro2::TokenStream;
use quote::quote;

use super::type_ref::{Module, type_ref};
use crate::name::Ident;
use crate::plan::TypeRef;

pub(super) fn item_alias(
    ident: &Ident,
    docs: &TokenStream,
    ty: &TypeRef,
    from: Module,
) -> TokenStream {
    let ty = type_ref(ty, from);
    quote! { #docs pub type #ident = #ty; }
}
