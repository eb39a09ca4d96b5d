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
    total: &TokenStream,
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
        quote!(discriminator: Some(#property), mapping: &[#(#entries),*],)
    });
    let (index, blank) = if variants.is_empty() {
        (quote!(_), quote!(rt::blank()))
    } else {
        let indexes = (0..variants.len()).map(Literal::usize_unsuffixed);
        let arms = quote!(#(#indexes => Self::#idents(rt::blank()),)*);
        (quote!(index), quote!(match index { #arms _ => rt::blank() }))
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
        impl rt::Slot for #ident {
            fn blank() -> Self { Self::Unknown(rt::blank()) }
            fn shape(&self) -> rt::Shape<'_> {
                static TABLE: rt::UnionTable = rt::UnionTable {
                    name: #name,
                    alternatives: &[#(#alternatives),*],
                    #(#discriminator)*
                    ..rt::UNION_TABLE
                };
                rt::Shape::Union(&TABLE)
            }
            fn part(&self, _: usize) -> &dyn rt::Slot {
                match self { #(Self::#idents(value) => value,)* Self::Unknown(value) => value }
            }
            fn part_mut(&mut self, #index: usize) -> &mut dyn rt::Slot {
                *self = #blank;
                match self { #(Self::#idents(value) => value,)* Self::Unknown(value) => value }
            }
        }
        rt::union!(#ident #total);
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
