//! One node at a time, any version in: JSON Schema 2020-12 terms out.

mod constraints;
mod dialect;
mod enumeration;
mod keywords;
mod member;
mod shape;
mod types;

pub(crate) use dialect::Dialect;
pub(crate) use keywords::{Annotation, Keywords, Usage};
pub(crate) use member::Members;
pub(crate) use shape::{AdditionalKeyword, DiscriminatorKeyword, Shape};
pub(crate) use types::TypeSet;
