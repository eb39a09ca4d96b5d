//! The entry file.

use proc_macro2::TokenStream;
use quote::quote;

use super::guide::guide as render_guide;
use super::runtime;
use super::rustdoc::inner_docs;
use crate::plan::{Root, RootModule};

pub(super) fn crate_root(root: &Root) -> TokenStream {
    let Root { is_included: _, docs, quick_start, more_docs, modules, client_items, signers } =
        root;
    let comment = inner_docs(docs);
    let guide = quick_start.as_ref().map(render_guide);
    // A blank line between the parts, unless there is no documentation at all.
    let blank = (!more_docs.0.is_empty()).then(|| quote!(#![doc = ""]));
    let more = inner_docs(more_docs);
    let modules = modules.iter().map(|RootModule { ident, feature }| {
        let gate = feature.as_ref().map(|feature| quote!(#[cfg(feature = #feature)]));
        quote!(#gate pub mod #ident;)
    });
    let reexports = runtime::reexports();
    let keys = signers.iter().filter_map(|kind| runtime::signer(kind)).map(|kit| kit.reexports);
    quote! {
        #comment
        #guide
        #blank
        #more
        pub mod client;
        pub mod types;
        #(#modules)*

        pub use client::{Client, ClientBuilder, #(#client_items),*};
        #reexports
        #(#keys)*
    }
}
