//! Structs of declared members.

use proc_macro2::TokenStream;
use quote::quote;

use super::item_record::item_record;
use super::rustdoc::docs;
use super::setters::setters;
use super::taken::{bound, value};
use super::type_ref::{Module, type_ref};
use crate::name::Ident;
use crate::plan::{Field, Struct, TypeRef};

pub(super) fn item_struct(
    ident: &Ident,
    item_docs: &TokenStream,
    item: &Struct,
    total: &TokenStream,
    from: Module,
) -> TokenStream {
    let Struct { fields, additional, rules: _ } = item;
    let members = fields.iter().map(|field| {
        let Field { ident, docs: text, ty, .. } = field;
        let (docs, ty) = (docs(text), type_ref(ty, from));
        quote! { #docs pub #ident: #ty, }
    });
    let rest = if let Some(ty) = additional {
        let ty = type_ref(ty, from);
        quote! {
            /// Members that the document does not name.
            pub additional: #ty,
        }
    } else {
        quote! { extra: rt::Extra, }
    };
    let constructor = constructor(fields, from);
    let asks = fields.iter().any(|field| field.asked);
    let default = (!asks).then(|| {
        quote! {
            impl Default for #ident {
                fn default() -> Self { Self::new() }
            }
        }
    });
    let setters = setters(fields, from);
    let record = item_record(ident, item, total);
    quote! {
        #item_docs
        #[non_exhaustive]
        pub struct #ident { #(#members)* #rest }
        impl #ident {
            #constructor
            #setters
        }
        #default
        #record
    }
}

/// `new`, which asks for what is required.
fn constructor(fields: &[Field], from: Module) -> TokenStream {
    let asked: Vec<&Field> = fields.iter().filter(|field| field.asked).collect();
    let constants: Vec<TokenStream> = fields
        .iter()
        .filter_map(|field| {
            let (name, variant) = (&field.ident, field.constant.as_ref()?);
            let ty = type_ref(&field.ty, from);
            Some(quote!(#name: #ty::#variant))
        })
        .collect();
    let given = fields.iter().any(|field| field.default.is_some());
    let blank = if given { quote!(rt::with_defaults()) } else { quote!(rt::blank()) };
    if asked.is_empty() && constants.is_empty() {
        let docs = if given {
            " Creates it with the values that the document gives."
        } else {
            " Creates it empty."
        };
        return quote! {
            #[doc = #docs]
            pub fn new() -> Self { #blank }
        };
    }
    let arguments = asked.iter().map(|field| {
        let name = &field.ident;
        match &field.ty {
            TypeRef::Option(inner) if !field.nullable => {
                let bound = bound(inner, from);
                quote!(#name: #bound)
            }
            ty @ TypeRef::Option(_) => {
                let ty = type_ref(ty, from);
                quote!(#name: #ty)
            }
            TypeRef::Nullable(inner) => {
                let inner = type_ref(inner, from);
                quote!(#name: Option<#inner>)
            }
            ty => {
                let bound = bound(ty, from);
                quote!(#name: #bound)
            }
        }
    });
    let values = asked.iter().map(|field| {
        let name = &field.ident;
        let given = quote!(#name);
        match &field.ty {
            TypeRef::Option(inner) if !field.nullable => {
                let value = value(&given, inner);
                quote!(#name: Some(#value))
            }
            TypeRef::Option(_) => given,
            ty => {
                let value = value(&given, ty);
                quote!(#name: #value)
            }
        }
    });
    quote! {
        /// Creates it from what is required.
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values,)* #(#constants,)* ..#blank }
        }
    }
}
