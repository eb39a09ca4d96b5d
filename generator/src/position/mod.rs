//! Where values stand in their source: found by a second reading, only when there is something to report.

mod json;
#[cfg(test)]
mod tests;
mod tree;
mod yaml;

pub(crate) use tree::Positions;
pub(crate) use yaml::recursive_alias;

use crate::load::{Document, NodeId, Step};

/// A place in a source; lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// From the first character to the one after the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: Place,
    pub(crate) end: Place,
}

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
