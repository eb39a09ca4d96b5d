//! One member of the conjunction that a schema is lowered from.

use crate::document::NodeId;
use crate::normalise::TypeSet;

/// One node of a conjunction, with the parts of it that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Conjunct {
    pub(crate) node: NodeId,
    /// `oneOf` and `anyOf` count; not where an alternative of them is being lowered.
    pub(crate) unions: bool,
    /// A discriminator stands for the schemas that extend this one; not where it is extended.
    pub(crate) inheritance: bool,
    /// The types that count, where a schema of several types is lowered one by one.
    pub(crate) types: TypeSet,
}

impl Conjunct {
    pub(crate) fn whole(node: NodeId) -> Self {
        Self { node, unions: true, inheritance: true, types: TypeSet::ALL }
    }

    /// The same parts of another node: what a reference or `allOf` brings in.
    pub(crate) fn with_node(self, node: NodeId) -> Self {
        Self { node, inheritance: false, ..self }
    }
}
