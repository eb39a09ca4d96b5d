//! Methods that set optional members.

use proc_macro2::TokenStream;
use quote::quote;

use super::taken::{bound, value};
use super::type_ref::Module;
use crate::plan::{Field, Setter, TypeRef};

/// The methods, for an inherent implementation.
pub(super) fn setters(fields: &[Field], from: Module) -> TokenStream {
    let methods = fields.iter().filter_map(|field| {
        let Setter { set, clear } = field.setter.as_ref()?;
        let name = &field.ident;
        let given = |ty: &TypeRef| (bound(ty, from), value(&quote!(#name), ty));
        let (bound, value) = match &field.ty {
            TypeRef::Option(inner) => {
                let (bound, value) = given(inner);
                (bound, quote!(Some(#value)))
            }
            TypeRef::Nullable(inner) => {
                let (bound, value) = given(inner);
                (bound, quote!(rt::Nullable::Value(#value)))
            }
            ty => given(ty),
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
            pub fn #set(mut self, #name: #bound) -> Self {
                self.#name = #value;
                self
            }
            #clear
        })
    });
    quote!(#(#methods)*)
}
