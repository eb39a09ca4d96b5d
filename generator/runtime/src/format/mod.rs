//! String formats, kept as received: a format never makes decoding fail.
//!
//! Each type holds the text from the wire, sends it back unchanged and converts it on request. The
//! names follow the OpenAPI format registry and JSON Schema 2020-12 validation, section 7.3.

mod base64;
#[cfg(feature = "chrono")]
mod chrono;
mod convert;
#[cfg(feature = "jiff")]
mod jiff;
mod text;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

pub use base64::NotBase64;
pub use convert::ConvertError;
pub use text::{Base64, Date, DateTime, Duration, Time, Uri, Uuid};

#[cfg(test)]
mod tests;
