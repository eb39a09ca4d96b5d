//! Caches keywords, since a schema is visited from each of its uses.

use std::cell::RefCell;
use std::rc::Rc;

use crate::collections::HashMap;
use crate::document::NodeId;
use crate::normalise::Keywords;

/// The keywords of every visited schema.
#[derive(Debug, Default)]
pub(crate) struct KeywordCache(RefCell<HashMap<NodeId, Rc<Keywords>>>);

impl KeywordCache {
    pub(super) fn of(&self, node: NodeId, read: impl FnOnce() -> Keywords) -> Rc<Keywords> {
        let mut known = self.0.borrow_mut();
        Rc::clone(known.entry(node).or_insert_with(|| Rc::new(read())))
    }
}
