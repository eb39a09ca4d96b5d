//! The entry file.

use proc_macro2::TokenStream;
use quote::quote;

use super::runtime;
use super::rustdoc::inner_docs;
use crate::plan::{Root, RootModule};

pub(super) fn crate_root(root: &Root) -> TokenStream {
    let Root { is_included: _, docs, modules, client_items, signers } = root;
    let comment = inner_docs(docs);
    let modules = modules.iter().map(|RootModule { ident, feature }| {
        let gate = feature.as_ref().map(|feature| quote!(#[cfg(feature = #feature)]));
        quote!(#gate pub mod #ident;)
    });
    let reexports = runtime::reexports();
    let keys = signers.iter().filter_map(|kind| runtime::signer(kind)).map(|kit| kit.reexports);
    quote! {
        #comment
        pub mod client;
        pub mod types;
        #(#modules)*

        pub use client::{Client, ClientBuilder, #(#client_items),*};
        #reexports
        #(#keys)*
    }
}
