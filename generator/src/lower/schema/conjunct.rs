//! One member of a conjunction.

use crate::document::NodeId;
use crate::normalise::TypeSet;

/// One node of a conjunction, with the parts of it that apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Conjunct {
    pub(crate) node: NodeId,
    /// Whether `oneOf` and `anyOf` apply; not while lowering one of their alternatives.
    pub(crate) unions: bool,
    /// Whether the discriminator selects schemas that extend this one; not where it is extended.
    pub(crate) inheritance: bool,
    /// The types that apply, while a schema of several types is lowered one by one.
    pub(crate) types: TypeSet,
}

impl Conjunct {
    pub(crate) fn whole(node: NodeId) -> Self {
        Self { node, unions: true, inheritance: true, types: TypeSet::ALL }
    }

    /// The same parts of another node, from a reference or `allOf`.
    pub(crate) fn with_node(self, node: NodeId) -> Self {
        Self { node, inheritance: false, ..self }
    }
}
