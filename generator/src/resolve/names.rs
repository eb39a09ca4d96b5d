//! Identifiers of files and schemas: `$self` (OpenAPI 3.2, section 4.1), `$id`, `$anchor` and
//! `$dynamicAnchor` (JSON Schema 2020-12, core, section 8.2).

use super::uri;
use crate::collections::HashMap;
use crate::document::{Document, FileId, NodeId, Step};

/// The base of a file that does not define its own: an address that no document has.
const READ_FROM: &str = "file:///";

/// The identified resources and schemas of a document.
pub(super) struct Names<'a> {
    document: &'a Document,
    /// The base URI of each resource by its root: files, and schemas with `$id`.
    bases: HashMap<NodeId, String>,
    /// Resources by their own URI.
    identified: HashMap<String, NodeId>,
    /// Files by location.
    files: HashMap<String, NodeId>,
    /// Schemas by their literal `$id`.
    written: HashMap<&'a str, NodeId>,
    /// Anchors within a resource.
    anchors: HashMap<(NodeId, &'a str), NodeId>,
    /// The first anchor of each name in a file.
    loose: HashMap<(FileId, &'a str), NodeId>,
    /// The schemas with each `$dynamicAnchor`.
    dynamic: HashMap<&'a str, Vec<NodeId>>,
}

impl<'a> Names<'a> {
    /// Collects the identifiers; if two are equal, the first wins.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut names = Self {
            document,
            bases: HashMap::default(),
            identified: HashMap::default(),
            files: HashMap::default(),
            written: HashMap::default(),
            anchors: HashMap::default(),
            loose: HashMap::default(),
            dynamic: HashMap::default(),
        };
        for (_, file) in document.files() {
            let base = uri::join(READ_FROM, &file.name);
            names.files.insert(base.clone(), file.root);
            let own = document.get_text(file.root, "$self").map(without_fragment);
            let own = own.filter(|own| !own.is_empty()).map(|own| uri::join(&base, own));
            if let Some(own) = &own {
                names.identified.entry(own.clone()).or_insert(file.root);
            }
            names.bases.insert(file.root, own.unwrap_or(base));
        }
        let mut identifiers: Vec<(NodeId, &str)> = Vec::new();
        let mut anchors: Vec<(NodeId, &str)> = Vec::new();
        for node in document.nodes_from(0) {
            let Some((schema, Step::Key(key))) = document.parent(node) else { continue };
            let Some(text) = document.text(node) else { continue };
            match (&**key, text.strip_prefix('#')) {
                // Drafts 4 and 6 wrote anchors as identifiers.
                ("$id" | "id", Some(name)) if !name.is_empty() => anchors.push((schema, name)),
                ("$id", None) if !without_fragment(text).is_empty() => {
                    identifiers.push((schema, without_fragment(text)));
                }
                ("$anchor", _) => anchors.push((schema, text)),
                ("$dynamicAnchor", _) => {
                    names.dynamic.entry(text).or_default().push(schema);
                    anchors.push((schema, text));
                }
                _ => {}
            }
        }
        // The base of a schema depends on its ancestors, which are older nodes.
        identifiers.sort_by_key(|(schema, _)| *schema);
        for (schema, text) in identifiers {
            let outer = document.parent(schema).map_or(schema, |(parent, _)| parent);
            let base = uri::join(names.base(outer), text);
            names.identified.entry(base.clone()).or_insert(schema);
            names.written.entry(text).or_insert(schema);
            names.bases.insert(schema, base);
        }
        for (schema, name) in anchors {
            let resource = names.resource(schema);
            names.anchors.entry((resource, name)).or_insert(schema);
            names.loose.entry((document.file_of(schema), name)).or_insert(schema);
        }
        names
    }

    /// The root of a node's resource: the closest enclosing schema with `$id`, or its file.
    pub(super) fn resource(&self, node: NodeId) -> NodeId {
        let mut at = node;
        while !self.bases.contains_key(&at) {
            match self.document.parent(at) {
                Some((parent, _)) => at = parent,
                None => break,
            }
        }
        at
    }

    fn base(&self, node: NodeId) -> &str {
        self.bases.get(&self.resource(node)).map_or(READ_FROM, String::as_str)
    }

    /// The resource whose own identifier equals `uri` at `node`, if the base comes from the
    /// document rather than from a file's location.
    pub(super) fn identified(&self, node: NodeId, uri: &str) -> Option<NodeId> {
        let target = uri::join(self.base(node), uri);
        self.identified.get(&target).copied().filter(|_| !target.starts_with(READ_FROM))
    }

    /// The resource at the location of `uri` at `node`, or with the same literal `$id`.
    pub(super) fn found(&self, node: NodeId, uri: &str) -> Option<NodeId> {
        let target = uri::join(self.base(node), uri);
        let named = self.identified.get(&target).or_else(|| self.files.get(&target));
        named.or_else(|| self.written.get(uri)).copied()
    }

    /// An anchor of a resource, or of the file of the resource.
    pub(super) fn anchor(&self, resource: NodeId, name: &str) -> Option<NodeId> {
        let within = self.anchors.get(&(resource, name));
        within.or_else(|| self.loose.get(&(self.document.file_of(resource), name))).copied()
    }

    /// The number of schemas with this `$dynamicAnchor`.
    pub(super) fn dynamic(&self, name: &str) -> usize {
        self.dynamic.get(name).map_or(0, Vec::len)
    }
}

/// A URI without its empty fragment; empty if it has any other fragment, which identifiers must not
/// have.
fn without_fragment(uri: &str) -> &str {
    match uri.split_once('#') {
        Some((uri, "")) => uri,
        Some(_) => "",
        None => uri,
    }
}
