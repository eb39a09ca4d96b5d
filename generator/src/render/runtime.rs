//! Where generated code finds the runtime: the only place that knows its crate's name.

use proc_macro2::TokenStream;
use quote::quote;

/// The imports of a file that describes operations or the client.
pub(super) fn imports() -> TokenStream {
    quote! {
        use callwright_runtime as rt;
        use callwright_runtime::describe;
    }
}

/// What a crate's root passes on from the runtime.
pub(super) fn reexports() -> TokenStream {
    quote! {
        pub use callwright_runtime::{self as runtime, Error, Json, Response, Secret};
        #[cfg(not(target_family = "wasm"))]
        pub use callwright_runtime::SendBlocking;
    }
}

/// The name of the runtime's package.
pub(super) const PACKAGE: &str = "callwright-runtime";
