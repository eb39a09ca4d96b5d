//! Enums with a payload for each alternative of a union.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::decision::alternative;
use super::rustdoc::docs;
use super::type_ref::{Module, type_ref};
use crate::name::Ident;
use crate::plan::{TypeRef, Union, Variant};

pub(super) fn item_union(
    ident: &Ident,
    item_docs: &TokenStream,
    item: &Union,
    from: Module,
) -> TokenStream {
    let Union { variants, discriminator } = item;
    let name = ident.as_str();
    let declared = variants.iter().map(|variant| {
        let Variant { ident, docs: text, ty, decision: _, converts: _ } = variant;
        let (docs, ty) = (docs(text), type_ref(ty, from));
        quote! { #docs #ident(#ty), }
    });
    let idents: Vec<&Ident> = variants.iter().map(|variant| &variant.ident).collect();
    let alternatives = variants.iter().map(alternative);
    let discriminator = discriminator.iter().map(|(property, mapping)| {
        let entries = mapping.iter().map(|(value, index)| {
            let index = Literal::usize_unsuffixed(*index);
            quote!((#value, #index))
        });
        quote!(.discriminator(#property, &[#(#entries),*]))
    });
    let select = if variants.is_empty() {
        quote! { fn select(&mut self, _: usize) { *self = rt::blank(); } }
    } else {
        let indexes = (0..variants.len()).map(Literal::usize_unsuffixed);
        quote! {
            fn select(&mut self, index: usize) {
                *self = match index {
                    #(#indexes => Self::#idents(rt::blank()),)*
                    _ => rt::blank(),
                };
            }
        }
    };
    let conversions = conversions(ident, variants, from);
    quote! {
        #item_docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #ident {
            #(#declared)*
            /// A value that fits nothing the document describes.
            Unknown(rt::Json),
        }
        impl rt::Union for #ident {
            fn table(&self) -> &'static rt::UnionTable {
                static TABLE: rt::UnionTable =
                    rt::UnionTable::new(#name, &[#(#alternatives),*]) #(#discriminator)*;
                &TABLE
            }
            #select
            fn view(&self) -> &dyn rt::Slot {
                match self { #(Self::#idents(value) => value,)* Self::Unknown(value) => value }
            }
            fn slot(&mut self) -> &mut dyn rt::Slot {
                match self { #(Self::#idents(value) => value,)* Self::Unknown(value) => value }
            }
        }
        impl rt::Blank for #ident {
            fn blank() -> Self { Self::Unknown(rt::blank()) }
        }
        #conversions
    }
}

/// `From` for the payloads, each of which is another type.
fn conversions(ident: &Ident, variants: &[Variant], from: Module) -> TokenStream {
    let converted = variants.iter().filter(|variant| variant.converts);
    let conversions = converted.map(|variant| {
        let (inner, is_boxed) = match &variant.ty {
            TypeRef::Boxed(inner) => (&**inner, true),
            ty => (ty, false),
        };
        let (name, ty) = (&variant.ident, type_ref(inner, from));
        let value = if is_boxed { quote!(Box::new(value)) } else { quote!(value) };
        let text = matches!(inner, TypeRef::Text).then(|| {
            quote! {
                impl From<&str> for #ident {
                    fn from(value: &str) -> Self { Self::#name(value.to_owned()) }
                }
            }
        });
        quote! {
            impl From<#ty> for #ident {
                fn from(value: #ty) -> Self { Self::#name(#value) }
            }
            #text
        }
    });
    quote!(#(#conversions)*)
}
