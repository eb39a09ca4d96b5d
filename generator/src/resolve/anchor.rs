//! Names that schemas give themselves: `$anchor` and `$id` (JSON Schema 2020-12, core, section 8.2).

use std::collections::HashMap;

use crate::load::{Document, FileId, NodeId, Step};

/// Every named schema of a document.
pub(super) struct Anchors<'a> {
    named: HashMap<(FileId, &'a str), NodeId>,
    identified: HashMap<&'a str, NodeId>,
}

impl<'a> Anchors<'a> {
    /// Collects the names; where two schemas share one, the first keeps it.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut anchors = Self { named: HashMap::new(), identified: HashMap::new() };
        for node in document.nodes_from(0) {
            let Some((schema, Step::Key(key))) = document.parent(node) else { continue };
            let Some(text) = document.text(node) else { continue };
            match &**key {
                "$anchor" | "$dynamicAnchor" => {
                    anchors.named.entry((document.file_of(node), text)).or_insert(schema);
                }
                "$id" | "id" => anchors.identify(document, node, schema, text),
                _ => {}
            }
        }
        anchors
    }

    fn identify(&mut self, document: &Document, node: NodeId, schema: NodeId, text: &'a str) {
        match text.strip_prefix('#') {
            // Draft 4 and 6 wrote an anchor so.
            Some(name) if !name.is_empty() => {
                self.named.entry((document.file_of(node), name)).or_insert(schema);
            }
            Some(_) => {}
            None => {
                let text = text.strip_suffix('#').unwrap_or(text);
                if matches!(document.parent(node), Some((_, Step::Key(key))) if &**key == "$id") {
                    self.identified.entry(text).or_insert(schema);
                }
            }
        }
    }

    pub(super) fn named(&self, file: FileId, name: &str) -> Option<NodeId> {
        self.named.get(&(file, name)).copied()
    }

    pub(super) fn identified(&self, uri: &str) -> Option<NodeId> {
        self.identified.get(uri).copied()
    }
}
