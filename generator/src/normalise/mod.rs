//! One node at a time, any version in: JSON Schema 2020-12 terms out.

mod constraints;
mod dialect;
mod enumeration;
mod keywords;
mod types;

pub(crate) use dialect::Dialect;
pub(crate) use keywords::{AdditionalKeyword, DiscriminatorKeyword, Keywords};
pub(crate) use types::TypeSet;
