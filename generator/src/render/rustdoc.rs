//! Documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Docs;

/// `/// …`, a line each; nothing where there is nothing to say.
pub(super) fn docs(docs: &Docs) -> TokenStream {
    let lines = lines(docs);
    quote!(#(#[doc = #lines])*)
}

/// `//! …`, a line each.
pub(super) fn inner_docs(docs: &Docs) -> TokenStream {
    let lines = lines(docs);
    quote!(#(#![doc = #lines])*)
}

fn lines(docs: &Docs) -> Vec<String> {
    let Docs(text) = docs;
    let line = |line: &str| if line.is_empty() { String::new() } else { format!(" {line}") };
    text.lines().map(str::trim_end).map(line).collect()
}
