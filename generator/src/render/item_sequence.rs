//! Tuple structs, for lists whose positions have types of their own.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::type_ref::{Module, type_ref};
use crate::name::Ident;
use crate::plan::{Sequence, TypeRef};

pub(super) fn item_sequence(
    ident: &Ident,
    docs: &TokenStream,
    item: &Sequence,
    from: Module,
) -> TokenStream {
    let Sequence { items, rest } = item;
    let name = ident.as_str();
    let types: Vec<TokenStream> = items.iter().map(|(ty, _)| type_ref(ty, from)).collect();
    let rest_type = type_ref(rest, from);
    let last = Literal::usize_unsuffixed(items.len());
    let facts = items.iter().enumerate().map(|(index, (ty, required))| {
        let name = index.to_string();
        let presence = if *required { quote!(required) } else { quote!(optional) };
        let nullable = matches!(ty, TypeRef::Option(_)).then(|| quote!(.nullable()));
        quote!(rt::Field::#presence(#name)#nullable)
    });
    let index = if items.is_empty() { quote!(_) } else { quote!(index) };
    let slot = places(items.len(), &quote!(&mut));
    let view = places(items.len(), &quote!(&));
    let names: Vec<_> = (0..items.len()).map(|index| format_ident!("item{index}")).collect();
    let blanks = items.iter().map(|_| quote!(rt::blank()));
    let constructor = if items.is_empty() {
        quote! {
            impl From<Vec<#rest_type>> for #ident {
                fn from(items: Vec<#rest_type>) -> Self { Self(items) }
            }
        }
    } else {
        quote! {
            impl #ident {
                /// Creates it from its positions.
                pub fn new(#(#names: impl Into<#types>),*) -> Self {
                    Self(#(#names.into(),)* Vec::new())
                }
            }
        }
    };
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub struct #ident(
            #(pub #types,)*
            /// What follows.
            pub Vec<#rest_type>,
        );
        #constructor
        impl rt::Sequence for #ident {
            fn table(&self) -> &'static rt::Table {
                static TABLE: rt::Table = rt::Table::new(#name, &[#(#facts),*]);
                &TABLE
            }
            fn slot(&mut self, #index: usize) -> &mut dyn rt::Slot { #slot }
            fn view(&self, #index: usize) -> &dyn rt::Slot { #view }
            fn rest(&self) -> &dyn rt::Items { &self.#last }
            fn rest_mut(&mut self) -> &mut dyn rt::Items { &mut self.#last }
        }
        impl rt::Blank for #ident {
            fn blank() -> Self { Self(#(#blanks,)* Vec::new()) }
        }
    }
}

/// A position's place; any other position gives the rest.
fn places(count: usize, borrow: &TokenStream) -> TokenStream {
    let last = Literal::usize_unsuffixed(count);
    if count == 0 {
        return quote!(#borrow self.#last);
    }
    let indexes = (0..count).map(Literal::usize_unsuffixed);
    let arms = indexes.map(|index| quote!(#index => #borrow self.#index,));
    quote! { match index { #(#arms)* _ => #borrow self.#last } }
}
