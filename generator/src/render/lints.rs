//! Lints over which the document decides, allowed in the files where they could fire.

use proc_macro2::TokenStream;
use quote::quote;

/// The most arguments, `self` included, that the lint lets pass.
const ARGUMENTS: usize = 7;

/// The inner attributes of a file whose longest argument list and whose enums are these.
pub(super) fn allows(most_arguments: usize, has_enums_of_types: bool) -> TokenStream {
    let arguments = (most_arguments > ARGUMENTS).then(|| {
        quote! {
            #![allow(
                clippy::too_many_arguments,
                reason = "there are as many arguments as the document requires"
            )]
        }
    });
    let variants = has_enums_of_types.then(|| {
        quote! {
            #![allow(
                clippy::large_enum_variant,
                reason = "the alternatives of a document differ in size as they please"
            )]
        }
    });
    quote!(#arguments #variants)
}
