//! The table of a struct, and the places of its members.

use proc_macro2::TokenStream;
use quote::quote;

use crate::name::Ident;
use crate::plan::{Field, Struct};

pub(super) fn item_record(ident: &Ident, item: &Struct) -> TokenStream {
    let Struct { fields, additional } = item;
    let name = ident.as_str();
    let rest = if additional.is_some() { quote!(additional) } else { quote!(extra) };
    let facts = fields.iter().map(|field| {
        let Field { wire, required, nullable, default, .. } = field;
        let presence = if *required { quote!(required) } else { quote!(optional) };
        let nullable = nullable.then(|| quote!(.nullable()));
        let default = default.iter().map(|default| quote!(.default(#default)));
        quote!(rt::Field::#presence(#wire)#nullable #(#default)*)
    });
    let slot = places(fields, &rest, &quote!(&mut));
    let view = places(fields, &rest, &quote!(&));
    let index = if fields.is_empty() { quote!(_) } else { quote!(index) };
    let idents = fields.iter().map(|field| &field.ident);
    quote! {
        impl rt::Record for #ident {
            fn table(&self) -> &'static rt::Table {
                static TABLE: rt::Table = rt::Table::new(#name, &[#(#facts),*]);
                &TABLE
            }
            fn slot(&mut self, #index: usize) -> &mut dyn rt::Slot { #slot }
            fn view(&self, #index: usize) -> &dyn rt::Slot { #view }
            fn rest(&self) -> &dyn rt::Rest { &self.#rest }
            fn rest_mut(&mut self) -> &mut dyn rt::Rest { &mut self.#rest }
        }
        impl rt::Blank for #ident {
            fn blank() -> Self {
                Self { #(#idents: rt::blank(),)* #rest: rt::blank() }
            }
        }
    }
}

/// A member by its position; any other position gives the rest.
fn places(fields: &[Field], rest: &TokenStream, borrow: &TokenStream) -> TokenStream {
    if fields.is_empty() {
        return quote!(#borrow self.#rest);
    }
    let arms = fields.iter().enumerate().map(|(index, field)| {
        let (index, ident) = (proc_macro2::Literal::usize_unsuffixed(index), &field.ident);
        quote!(#index => #borrow self.#ident,)
    });
    quote! { match index { #(#arms)* _ => #borrow self.#rest } }
}
