//! JSON (RFC 8259) read and written without loss.

#[cfg(feature = "rust_decimal")]
mod decimal;
mod error;
mod kind;
mod map;
mod number;
mod reader;
mod value;
mod writer;

pub use error::{DecodeError, EncodeError};
pub(crate) use error::{push_index, push_name};
pub use kind::Kind;
pub use map::Map;
pub use number::Number;
pub use reader::Reader;
pub use value::Json;
pub use writer::Writer;

#[cfg(test)]
mod tests;
