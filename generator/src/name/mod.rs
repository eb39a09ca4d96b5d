//! Names: what each thing of the document is called in Rust.
//!
//! A name is a function of the thing's own place in the document. Names are
//! settled in phases over a whole [`Scope`], so that the order of a document
//! decides nothing but the numbers of things no place can tell apart.

mod alternative;
mod ident;
mod operation;
mod place;
mod scope;
mod spelling;
mod types;

pub(crate) use ident::{Case, Ident};
pub(crate) use operation::{operation_stem, path_words};
pub(crate) use scope::{Claim, Scope};
pub(crate) use types::Types;

use crate::ir;
use crate::load::Document;
use crate::problem::Problems;

/// Every settled name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) types: Types,
}

/// Names everything in `api`; collisions become problems and are settled.
pub(crate) fn name(api: &ir::Api, document: &Document, problems: &Problems) -> Names {
    Names { types: types::name(api, document, problems) }
}
