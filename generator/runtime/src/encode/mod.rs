//! Encoders from values to paths, queries, headers, cookies and forms.
//!
//! They implement RFC 6570 and the style tables of the OpenAPI Parameter Object; every function is
//! pure.

mod content;
mod cookie;
mod deep;
mod flat_value;
mod form;
mod header;
mod pairs;
mod path;
mod percent;
mod query;
mod refusal;
mod style;

#[cfg(test)]
mod tests;

pub(crate) use cookie::cookie;
pub(crate) use form::form;
pub(crate) use header::{header, header_value};
pub(crate) use pairs::plain_pairs;
pub(crate) use path::{dot_segment, path};
#[cfg(test)]
pub(crate) use percent::decode;
pub(crate) use percent::{Keep, encode};
pub(crate) use query::{query, query_string};
pub(crate) use refusal::Refusal;
