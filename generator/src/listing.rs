//! The operations, tags and schemas of a document, with what a selection keeps.

use crate::collections::{HashSet, IndexMap};
use crate::document::Document;
use crate::ir::{Api, Place};

/// The parts of a document that can be selected, in its order.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) operations: Vec<ListedOperation>,
    pub(crate) tags: Vec<ListedTag>,
    pub(crate) schemas: Vec<ListedSchema>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ListedOperation {
    pub(crate) id: Option<String>,
    /// `GET /pets/{id}`.
    pub(crate) call: String,
    pub(crate) tags: Vec<String>,
    pub(crate) is_kept: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ListedTag {
    pub(crate) name: String,
    /// The number of its operations.
    pub(crate) operations: usize,
    /// Whether one of its operations is kept.
    pub(crate) is_kept: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ListedSchema {
    pub(crate) pointer: String,
    pub(crate) is_kept: bool,
}

impl Listing {
    /// Lists everything, before a selection is made; everything is kept.
    pub(crate) fn of(api: &Api, document: &Document) -> Self {
        let mut tags: IndexMap<&str, usize> = IndexMap::default();
        for tag in api.operations.iter().flat_map(|operation| &operation.tags) {
            *tags.entry(tag).or_default() += 1;
        }
        let operations = api.operations.iter().map(|operation| ListedOperation {
            id: operation.id.clone(),
            call: format!("{} {}", operation.method.as_str(), operation.key),
            tags: operation.tags.clone(),
            is_kept: true,
        });
        let tags = tags.into_iter().map(|(name, operations)| ListedTag {
            name: name.to_owned(),
            operations,
            is_kept: true,
        });
        let schemas = pointers(api, document).into_iter();
        Self {
            operations: operations.collect(),
            tags: tags.collect(),
            schemas: schemas.map(|pointer| ListedSchema { pointer, is_kept: true }).collect(),
        }
    }

    /// Marks what the selection kept.
    pub(crate) fn mark(&mut self, kept: &Api, document: &Document) {
        let calls: HashSet<String> =
            kept.operations.iter().map(|it| format!("{} {}", it.method.as_str(), it.key)).collect();
        let tags: HashSet<&String> = kept.operations.iter().flat_map(|it| &it.tags).collect();
        let schemas: HashSet<String> = pointers(kept, document).into_iter().collect();
        for operation in &mut self.operations {
            operation.is_kept = calls.contains(&operation.call);
        }
        for tag in &mut self.tags {
            tag.is_kept = tags.contains(&tag.name);
        }
        for schema in &mut self.schemas {
            schema.is_kept = schemas.contains(&schema.pointer);
        }
    }
}

/// The pointers of the named schemas.
fn pointers(api: &Api, document: &Document) -> Vec<String> {
    let nodes = api.roots.iter().filter_map(|id| match api.schemas[*id].place {
        Place::Node(node) => Some(document.reference(node)),
        Place::Part { .. } => None,
    });
    nodes.collect()
}
