//! Methods that set optional members.

use proc_macro2::TokenStream;
use quote::quote;

use super::type_ref::{Module, type_ref};
use crate::plan::{Field, Setter, TypeRef};

/// The methods, for an inherent implementation.
pub(super) fn setters(fields: &[Field], from: Module) -> TokenStream {
    let methods = fields.iter().filter_map(|field| {
        let Setter { set, clear } = field.setter.as_ref()?;
        let name = &field.ident;
        let (inner, value) = match &field.ty {
            TypeRef::Option(inner) => (type_ref(inner, from), quote!(Some(#name.into()))),
            TypeRef::Nullable(inner) => {
                (type_ref(inner, from), quote!(rt::Nullable::Value(#name.into())))
            }
            ty => (type_ref(ty, from), quote!(#name.into())),
        };
        let clear = clear.as_ref().map(|clear| {
            let text = format!(" Sets `{}` to null.", field.ident.as_str());
            quote! {
                #[doc = #text]
                pub fn #clear(mut self) -> Self {
                    self.#name = rt::Nullable::Null;
                    self
                }
            }
        });
        let text = format!(" Sets `{}`.", field.ident.as_str());
        Some(quote! {
            #[doc = #text]
            pub fn #set(mut self, #name: impl Into<#inner>) -> Self {
                self.#name = #value;
                self
            }
            #clear
        })
    });
    quote!(#(#methods)*)
}
