//! Documented response headers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rustdoc::docs;
use super::source::{Source, tokens};
use super::table::{Member, table};
use super::type_ref::{Module, type_ref};
use crate::plan::{HeaderField, HeaderStruct, HeaderStyle};

/// The struct, and the table by which the runtime fills it.
pub(super) fn header_struct(item: &HeaderStruct) -> TokenStream {
    let HeaderStruct { docs: comment, ident, fields } = item;
    let comment = docs(comment);
    let declarations =
        fields.iter().map(|HeaderField { docs: comment, ident, name: _, style: _, ty }| {
            let (comment, ty) = (docs(comment), type_ref(ty, Module::Api));
            quote!(#comment pub #ident: Option<#ty>)
        });
    let members = fields.iter().map(|HeaderField { name, .. }| Member {
        name,
        required: false,
        nullable: false,
        default: None,
    });
    let mut source = Source::default();
    table(&mut source, ident.as_str(), &members.collect::<Vec<_>>(), &[]);
    let table = tokens(source.into_text());
    let slot = slot(fields);
    let styles = styles(fields);
    quote! {
        #comment
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct #ident { #(#declarations),* }

        impl rt::HeaderRecord for #ident {
            fn table(&self) -> &'static rt::Table {
                #table
                &TABLE
            }
            #slot
            #styles
        }
    }
}

/// The headers that are not plain `simple`; nothing where there is none.
fn styles(fields: &[HeaderField]) -> Option<TokenStream> {
    let styles: Vec<TokenStream> = fields
        .iter()
        .filter_map(|HeaderField { name, style, .. }| match style {
            HeaderStyle::Simple => None,
            HeaderStyle::Exploded => Some(quote!(describe::Parameter::header(#name).explode(true))),
            HeaderStyle::Json => Some(quote!(describe::Parameter::header(#name).json())),
        })
        .collect();
    (!styles.is_empty()).then(|| {
        quote! {
            fn styles(&self) -> &'static [describe::Parameter] {
                static STYLES: &[describe::Parameter] = &[#(#styles),*];
                STYLES
            }
        }
    })
}

/// The place of each header, by its position in the table.
fn slot(fields: &[HeaderField]) -> TokenStream {
    if let [HeaderField { ident, .. }] = fields {
        return quote! {
            fn slot(&mut self, _: usize) -> &mut dyn rt::Slot {
                &mut self.#ident
            }
        };
    }
    let slots = fields.iter().enumerate().map(|(index, HeaderField { ident, .. })| {
        let last = index + 1 == fields.len();
        let index = Literal::usize_unsuffixed(index);
        let pattern = if last { quote!(_) } else { quote!(#index) };
        quote!(#pattern => &mut self.#ident)
    });
    quote! {
        fn slot(&mut self, index: usize) -> &mut dyn rt::Slot {
            match index { #(#slots),* }
        }
    }
}
