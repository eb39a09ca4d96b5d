//! Descriptions of an API's operations, as constants.
//!
//! Generated code states these facts in `static` items, and the runtime acts on them. Every
//! description is built by `const fn`: a client costs nothing at start-up, and a new kind of fact
//! does not break generated code.

mod api;
mod media;
mod operation;
mod parameter;
mod response;
mod security;
mod server;
mod style;

#[cfg(test)]
mod tests;

pub use api::{Api, ErrorMembers, Predicates};
pub use media::{Media, MediaKind, PropertyEncoding};
pub use operation::{Operation, RequestBody};
pub use parameter::{Location, Parameter};
pub use response::{Response, StatusPattern};
pub use security::{Requirement, SecurityScheme};
pub use server::{Server, Variable};
pub use style::Style;
