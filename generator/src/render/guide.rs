//! The program on the front page of a crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::{crate_path, items, sample, statements};
use super::rustdoc::inner_docs;
use crate::plan::{Docs, Example, QuickStart};

/// A code block that sets a client up and calls an operation.
pub(super) fn guide(guide: &QuickStart) -> TokenStream {
    let QuickStart { setup, accessor, method, example } = guide;
    let Example { crate_name, types, given: _, arguments } = example;
    let path = crate_path(crate_name);
    let types = (!types.is_empty()).then(|| quote!(use #path::types::{#(#types),*};));
    let setup = setup.iter().map(|(method, texts)| quote!(.#method(#(#texts),*)));
    let accessor = accessor.as_ref().map(|accessor| quote!(.#accessor()));
    let arguments = arguments.iter().map(sample);
    let mut text = String::from("\n```no_run\n");
    text.push_str(&items(quote!(use #path::Client; #types)));
    text.push_str(
        "\n# async fn example() -> std::result::Result<(), Box<dyn std::error::Error>> {\n",
    );
    text.push_str(&statements(quote! {
        let client = Client::builder() #(#setup)* .build()?;
        let response = client #accessor.#method(#(#arguments),*).await?;
    }));
    text.push_str("println!(\"{}\", response.http_status());\n# Ok(())\n# }\n```\n");
    inner_docs(&Docs(text))
}
