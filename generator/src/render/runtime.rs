//! The paths of the runtime in generated code: the only module that knows its crate's name.

use super::text::Source;

/// The import of a file that describes types.
pub(super) fn import(out: &mut Source) {
    out.line("use callwright_runtime::generated as rt;");
}

/// The imports of a file that describes operations or the client.
pub(super) fn imports(out: &mut Source) {
    out.line("use callwright_runtime::generated::{self as rt, describe};");
}

/// The re-exports of a crate's root from the runtime, including the keys of signers.
pub(super) fn reexports<'k>(out: &mut Source, signers: impl Iterator<Item = &'k str>) {
    out.line("#[cfg(not(target_family = \"wasm\"))]");
    out.line("pub use callwright_runtime::SendBlocking;");
    for kit in signers.filter_map(signer) {
        out.line(kit.reexports);
    }
    out.line("pub use callwright_runtime::{self as runtime, Error, Json, Response, Secret};");
}

/// The runtime's support for a kind of signature.
pub(super) struct SignerKit {
    /// The Cargo feature that it is behind.
    pub(super) feature: &'static str,
    /// The documentation of the method that takes a signer.
    pub(super) docs: &'static str,
    /// The keys, and why there may be none.
    pub(super) reexports: &'static str,
}

/// The runtime's support for a kind of signature; `None` for most.
pub(super) fn signer(kind: &str) -> Option<SignerKit> {
    (kind == "SDK-HMAC-SHA256").then_some(SignerKit {
        feature: "sdk-hmac-sha256",
        docs: "The signer is an `AkSk`: `AkSk::from_env()` reads keys from the environment, `AkSk::from_profile()`\nfrom the credentials file, and `AkSk::discover()` from the first of the two that has any.",
        reexports: "pub use callwright_runtime::sign::{AkSk, KeySourceError};",
    })
}

/// The features of the runtime that convert formats to and from the types of the crates of these names.
pub(super) const CONVERSIONS: [&str; 5] = ["chrono", "jiff", "rust_decimal", "url", "uuid"];

/// The name of the runtime's package.
pub(super) const PACKAGE: &str = "callwright-runtime";
