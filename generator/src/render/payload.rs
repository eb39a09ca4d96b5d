//! Types of bodies, and the enums over several of them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rustdoc::docs;
use super::type_ref::{Module, type_ref};
use crate::plan::{Payload, PayloadEnum, PayloadVariant};

/// A payload as a module of operations writes it.
pub(super) fn payload(payload: &Payload) -> TokenStream {
    match payload {
        Payload::Empty => quote!(()),
        Payload::Model(ty) => type_ref(ty, Module::Api),
        Payload::Text => quote!(rt::Text),
        Payload::Bytes => quote!(rt::Bytes),
        Payload::Stream => quote!(rt::ByteStream),
        Payload::Events(None) => quote!(rt::EventStream<rt::Text>),
        Payload::Events(Some(ty)) => {
            let ty = type_ref(ty, Module::Api);
            quote!(rt::EventStream<#ty>)
        }
        Payload::Lines(ty) => {
            let ty = type_ref(ty, Module::Api);
            quote!(rt::Lines<#ty>)
        }
        Payload::Enum(ident) => quote!(#ident),
        Payload::NoError => quote!(rt::NoError),
    }
}

/// `pub enum CreateThingOutput { Created(Thing), NoContent }` and how the runtime fills it.
pub(super) fn payload_enum(item: &PayloadEnum) -> TokenStream {
    let PayloadEnum { docs: comment, ident, variants } = item;
    let comment = docs(comment);
    let derives = derives(item);
    let declarations = variants.iter().map(declaration);
    let blanks = variants.iter().enumerate().map(|(index, variant)| {
        let PayloadVariant { ident, payload, .. } = variant;
        let value = (*payload != Payload::Empty).then(|| quote!((rt::Payload::variant(0))));
        // The last one stands for every other index, of which no description makes use.
        let last = index + 1 == variants.len();
        let index = Literal::usize_unsuffixed(index);
        let pattern = if last { quote!(_) } else { quote!(#index) };
        quote!(#pattern => Self::#ident #value)
    });
    let targets = variants.iter().map(|PayloadVariant { ident, payload, .. }| match payload {
        Payload::Empty => quote!(Self::#ident => rt::BodyTarget::Empty),
        _ => quote!(Self::#ident(value) => rt::Payload::target(value)),
    });
    let sources = variants.iter().map(|PayloadVariant { ident, payload, .. }| match payload {
        Payload::Empty => quote!(Self::#ident => None),
        _ => quote!(Self::#ident(value) => rt::Payload::source(value)),
    });
    quote! {
        #comment
        #derives
        #[non_exhaustive]
        pub enum #ident { #(#declarations),* }

        impl rt::Payload for #ident {
            fn variant(index: usize) -> Self {
                match index { #(#blanks),* }
            }
            fn target(&mut self) -> rt::BodyTarget<'_> {
                match self { #(#targets),* }
            }
            fn source(&self) -> Option<&dyn rt::Slot> {
                match self { #(#sources),* }
            }
        }
    }
}

fn declaration(variant: &PayloadVariant) -> TokenStream {
    let PayloadVariant { docs: comment, ident, payload: of } = variant;
    let comment = docs(comment);
    let of = (*of != Payload::Empty).then(|| {
        let of = payload(of);
        quote!((#of))
    });
    quote!(#comment #ident #of)
}

/// Streams are neither cloned nor compared.
fn derives(item: &PayloadEnum) -> TokenStream {
    let streams = item.variants.iter().any(|variant| {
        matches!(variant.payload, Payload::Stream | Payload::Events(_) | Payload::Lines(_))
    });
    if streams { quote!(#[derive(Debug)]) } else { quote!(#[derive(Clone, Debug, PartialEq)]) }
}
