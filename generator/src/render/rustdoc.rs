//! Documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Docs;

/// `/// …`, a line each; nothing where there is nothing to say.
pub(super) fn docs(docs: &Docs) -> TokenStream {
    let lines = values(docs);
    quote!(#(#[doc = #lines])*)
}

/// `//! …`, a line each.
pub(super) fn inner_docs(docs: &Docs) -> TokenStream {
    let lines = values(docs);
    quote!(#(#![doc = #lines])*)
}

/// The lines of a comment, without what introduces them.
pub(super) fn lines(docs: &Docs) -> impl Iterator<Item = &str> {
    let Docs(text) = docs;
    text.lines().map(str::trim_end)
}

/// The lines as values of attributes.
fn values(docs: &Docs) -> impl Iterator<Item = String> {
    lines(docs).map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
}
