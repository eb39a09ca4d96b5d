//! Open enums of known values.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::rustdoc::docs;
use crate::name::Ident;
use crate::plan::{Enumeration, Literal, Value};

pub(super) fn item_enumeration(
    ident: &Ident,
    item_docs: &TokenStream,
    item: &Enumeration,
) -> TokenStream {
    let Enumeration { variants, is_text, admits_others } = item;
    let (rest, rest_docs) = if *admits_others {
        (quote!(Other), " Any other text.")
    } else {
        (quote!(Unknown), " A value that the document does not name.")
    };
    let idents: Vec<&Ident> = variants.iter().map(|variant| &variant.ident).collect();
    let declared = variants.iter().map(|variant| {
        let Value { ident, docs: text, literal: _ } = variant;
        let docs = docs(text);
        quote! { #docs #ident, }
    });
    let literals = variants.iter().map(|variant| literal(&variant.literal));
    let (unknown, implementation) = if *is_text {
        let texts = variants.iter().map(|variant| text(&variant.literal));
        let implementation = quote! {
            impl rt::Enumeration for #ident {
                const KNOWN: &'static [Self] = &[#(Self::#idents),*];
                fn as_str(&self) -> &str {
                    match self { #(Self::#idents => #texts,)* Self::#rest(value) => value }
                }
                fn unknown(value: String) -> Self { Self::#rest(value) }
            }
            rt::enumeration!(#ident);
        };
        (quote!(String), implementation)
    } else {
        let implementation = quote! {
            impl rt::LiteralEnumeration for #ident {
                const KNOWN: &'static [Self] = &[#(Self::#idents),*];
                fn literal(&self) -> rt::Literal<'_> {
                    match self {
                        #(Self::#idents => rt::Literal::#literals,)*
                        Self::#rest(value) => rt::Literal::Other(value),
                    }
                }
                fn unknown(value: rt::Json) -> Self { Self::#rest(value) }
            }
            rt::literals!(#ident);
        };
        (quote!(rt::Json), implementation)
    };
    quote! {
        #item_docs
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum #ident {
            #(#declared)*
            #[doc = #rest_docs]
            #rest(#unknown),
        }
        #implementation
    }
}

/// The text of a text; an enumeration of texts has no others.
fn text(literal: &Literal) -> &str {
    match literal {
        Literal::Text(text) | Literal::Number(text) => text,
        Literal::Bool(_) | Literal::Integer(_) => "",
    }
}

fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Bool(value) => quote!(Bool(#value)),
        Literal::Integer(value) => {
            let value = Token::i128_unsuffixed(*value);
            quote!(Integer(#value))
        }
        Literal::Number(text) => quote!(Number(#text)),
        Literal::Text(text) => quote!(Text(#text)),
    }
}
