//! Tuple structs, for lists whose positions have types of their own.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::table::{Member, table};
use super::type_ref::{Module, type_ref};
use crate::name::Ident;
use crate::plan::{Sequence, TypeRef};

pub(super) fn item_sequence(
    ident: &Ident,
    docs: &TokenStream,
    item: &Sequence,
    total: &TokenStream,
    from: Module,
) -> TokenStream {
    let Sequence { items, rest, rules } = item;
    let types: Vec<TokenStream> = items.iter().map(|(ty, _)| type_ref(ty, from)).collect();
    let rest_type = type_ref(rest, from);
    let positions: Vec<String> = (0..items.len()).map(|index| index.to_string()).collect();
    let members = items.iter().zip(&positions).map(|((ty, required), name)| Member {
        name,
        required: *required,
        nullable: matches!(ty, TypeRef::Option(_) | TypeRef::Nullable(_)),
        default: None,
    });
    let table = table(ident.as_str(), &members.collect::<Vec<_>>(), rules);
    let index = if items.is_empty() { quote!(_) } else { quote!(index) };
    let part = places(items.len(), &quote!(&));
    let part_mut = places(items.len(), &quote!(&mut));
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
        pub struct #ident(
            #(pub #types,)*
            /// What follows.
            pub Vec<#rest_type>,
        );
        #constructor
        impl rt::Slot for #ident {
            fn blank() -> Self { Self(#(#blanks,)* Vec::new()) }
            fn shape(&self) -> rt::Shape<'_> {
                static TABLE: rt::Table = #table;
                rt::Shape::Sequence(&TABLE)
            }
            fn part(&self, #index: usize) -> &dyn rt::Slot { #part }
            fn part_mut(&mut self, #index: usize) -> &mut dyn rt::Slot { #part_mut }
        }
        rt::sequence!(#ident #total);
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
