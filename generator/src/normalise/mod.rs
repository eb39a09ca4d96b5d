//! Reads one schema node of any version in the terms of JSON Schema 2020-12.

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
pub(crate) use shape::{AdditionalKeyword, DiscriminatorKeyword, JsonContent, Shape};
pub(crate) use types::TypeSet;
