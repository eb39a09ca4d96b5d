//! The positions of values in their source, found by a second reading: only a report needs them.

mod json;
#[cfg(test)]
mod tests;
mod tree;
mod yaml;

pub(crate) use tree::Positions;
pub(crate) use yaml::recursive_alias;

use super::{Document, NodeId, Place, Span, Step};

impl<'s> Positions<'s> {
    /// Reads the places of all values of `source`, as far as it can be read.
    pub(crate) fn of(source: &'s str) -> Self {
        if source.trim_start().starts_with(['{', '['])
            && let Some(positions) = json::positions(source)
        {
            return positions;
        }
        yaml::positions(source)
    }

    /// The span to point at for a problem with `node`: a scalar itself, a container by its key.
    pub(crate) fn span(&self, document: &Document, node: NodeId) -> Option<Span> {
        let steps = document.steps(node);
        // What a merge or a broken tail hides is shown by the closest value around it.
        (0..=steps.len()).rev().find_map(|length| self.find(steps.get(..length)?))
    }

    /// The text of a scalar as it stands in the source, without quotes.
    pub(crate) fn text(&self, document: &Document, node: NodeId) -> Option<&str> {
        self.text_at(self.reach(&document.steps(node))?)
    }

    /// The same of a scalar of YAML that has neither quotes nor a tag.
    pub(crate) fn plain_text(&self, document: &Document, node: NodeId) -> Option<&str> {
        let found = self.reach(&document.steps(node)).filter(|found| self.is_plain(*found))?;
        self.text_at(found)
    }

    /// Where the key of `node` stands first in its object.
    pub(crate) fn first_key(&self, document: &Document, node: NodeId) -> Option<Place> {
        let (parent, Step::Key(key)) = document.parent(node)? else { return None };
        let parent = self.reach(&document.steps(parent))?;
        self.first_key_at(parent, key).map(|span| span.start)
    }

    fn reach(&self, steps: &[&Step]) -> Option<tree::Found> {
        steps.iter().try_fold(self.root()?, |at, step| self.child(at, step))
    }

    fn find(&self, steps: &[&Step]) -> Option<Span> {
        self.reach(steps).map(|found| self.shown(found))
    }
}
