//! Source text, laid out as rustfmt does.

mod assignment;
mod chain;
mod delimited;
mod expression;
mod imports;
mod layout;
mod quoted;
mod shape;
mod source;

pub(super) use expression::Expression;
pub(super) use imports::{by_name, by_version, imported};
pub(super) use quoted::Quoted;
pub(super) use source::Source;

#[cfg(test)]
mod tests;
