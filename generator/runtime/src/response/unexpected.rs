use crate::error::{Error, ErrorKind, Fault};

/// The error of an output that is not the variant which the caller asked for.
#[must_use]
pub fn unexpected(variant: &'static str) -> Error {
    let detail =
        format!("the server's answer is not `{variant}`, but another of the documented ones");
    Fault::new(ErrorKind::Decode, detail).into()
}
