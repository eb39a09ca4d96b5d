//! The data of an example call.

use std::collections::BTreeSet;

use crate::name::Ident;
use crate::plan::types::TypeRef;

/// The arguments of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Example {
    /// The crate's name in Rust paths.
    pub(crate) crate_name: String,
    /// The items of `types` that it uses.
    pub(crate) types: BTreeSet<Ident>,
    /// Arguments of the surrounding function.
    pub(crate) given: Vec<(Ident, TypeRef)>,
    pub(crate) arguments: Vec<Sample>,
}

/// An example value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// A string, owned inside a list.
    Text {
        text: String,
        owned: bool,
    },
    Bool,
    Integer,
    Float,
    /// `Action::Start`.
    Variant {
        item: Ident,
        variant: Ident,
    },
    /// `Workspace::new().id("id")`.
    New {
        item: Ident,
        arguments: Vec<Sample>,
        set: Option<(Ident, Box<Sample>)>,
    },
    List(Box<Sample>),
    /// An argument of the function around the call.
    Given(Ident),
}

impl Sample {
    /// The same value under an alias of its type.
    pub(super) fn named(self, alias: &Ident) -> Self {
        match self {
            Self::Variant { item: _, variant } => Self::Variant { item: alias.clone(), variant },
            Self::New { item: _, arguments, set } => {
                Self::New { item: alias.clone(), arguments, set }
            }
            other => other,
        }
    }

    pub(super) fn collect_types(&self, types: &mut BTreeSet<Ident>) {
        match self {
            Self::Text { .. } | Self::Bool | Self::Integer | Self::Float | Self::Given(_) => {}
            Self::Variant { item, variant: _ } => {
                types.insert(item.clone());
            }
            Self::New { item, arguments, set } => {
                types.insert(item.clone());
                for sample in arguments.iter().chain(set.iter().map(|(_, sample)| &**sample)) {
                    sample.collect_types(types);
                }
            }
            Self::List(item) => item.collect_types(types),
        }
    }
}
