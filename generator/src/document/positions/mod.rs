//! The positions of values in their source, found by a second reading, which only reports need.

mod json;
#[cfg(test)]
mod tests;
mod tree;
mod yaml;

pub(crate) use tree::Positions;
pub(crate) use yaml::recursive_alias;

use super::{Document, NodeId, Place, Span, Step};

/// The part of a source that is shown for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) span: Span,
    /// Whether it is the value itself, and not one around it.
    pub(crate) is_exact: bool,
}

impl<'s> Positions<'s> {
    /// Finds the positions of all values of `source`, as far as it can be read.
    pub(crate) fn of(source: &'s str) -> Self {
        if source.trim_start().starts_with(['{', '['])
            && let Some(positions) = json::positions(source)
        {
            return positions;
        }
        yaml::positions(source)
    }

    /// The span to show for a problem with `node`: a scalar itself, a container by its key.
    pub(crate) fn span(&self, document: &Document, node: NodeId) -> Option<Shown> {
        let steps = document.steps(node);
        // The parser may stop at syntax that `serde_yaml` permits. A value after it is shown by its closest ancestor.
        (0..=steps.len()).rev().find_map(|length| {
            let span = self.find(steps.get(..length)?)?;
            Some(Shown { span, is_exact: length == steps.len() })
        })
    }

    /// The span of the key of a member; that of the value where the key cannot be found.
    pub(crate) fn key_span(&self, document: &Document, node: NodeId) -> Option<Shown> {
        let key = self.reach(&document.steps(node)).and_then(tree::Found::key);
        key.map(|span| Shown { span, is_exact: true }).or_else(|| self.span(document, node))
    }

    /// The source text of a scalar, without quotes.
    pub(crate) fn text(&self, document: &Document, node: NodeId) -> Option<&str> {
        self.text_at(self.reach(&document.steps(node))?)
    }

    /// The source text of a YAML scalar without quotes or tag.
    pub(crate) fn plain_text(&self, document: &Document, node: NodeId) -> Option<&str> {
        let found = self.reach(&document.steps(node)).filter(|found| self.is_plain(*found))?;
        self.text_at(found)
    }

    /// The first occurrence of the key of `node` in its object.
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
