//! The table of a struct, and the places of its members.

use proc_macro2::TokenStream;
use quote::quote;

use super::table::{Member, table};
use crate::name::Ident;
use crate::plan::{Field, Struct};

pub(super) fn item_record(ident: &Ident, item: &Struct, total: &TokenStream) -> TokenStream {
    let Struct { fields, additional, rules } = item;
    let rest = if additional.is_some() { quote!(additional) } else { quote!(extra) };
    let members = fields.iter().map(|field| Member {
        name: &field.wire,
        required: field.required,
        nullable: field.keeps_null(),
        default: field.default.as_deref(),
    });
    let table = table(ident.as_str(), &members.collect::<Vec<_>>(), rules);
    let part = places(fields, &rest, &quote!(&));
    let part_mut = places(fields, &rest, &quote!(&mut));
    let index = if fields.is_empty() { quote!(_) } else { quote!(index) };
    let traits = if additional.is_some() {
        quote!(rt::map!(#ident #total);)
    } else {
        quote!(rt::record!(#ident #total);)
    };
    let idents = fields.iter().map(|field| &field.ident);
    quote! {
        impl rt::Slot for #ident {
            fn blank() -> Self {
                Self { #(#idents: rt::blank(),)* #rest: rt::blank() }
            }
            fn shape(&self) -> rt::Shape<'_> {
                static TABLE: rt::Table = #table;
                rt::Shape::Record(&TABLE)
            }
            fn part(&self, #index: usize) -> &dyn rt::Slot { #part }
            fn part_mut(&mut self, #index: usize) -> &mut dyn rt::Slot { #part_mut }
        }
        #traits
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
