//! Names that files and schemas give themselves: `$self` (OpenAPI 3.2, section 4.1), `$id`, `$anchor` and
//! `$dynamicAnchor` (JSON Schema 2020-12, core, section 8.2).

use super::uri;
use crate::collections::HashMap;
use crate::document::{Document, FileId, NodeId, Step};

/// What the base of a file is called that does not say its own: an address that no document has.
const READ_FROM: &str = "file:///";

/// Every named resource and schema of a document.
pub(super) struct Names<'a> {
    document: &'a Document,
    /// The base URI of each resource by its root: of files, and of schemas with `$id`.
    bases: HashMap<NodeId, String>,
    /// Resources by the URI that they give themselves.
    identified: HashMap<String, NodeId>,
    /// Files by where they were found.
    files: HashMap<String, NodeId>,
    /// Schemas by their `$id` as it is written.
    written: HashMap<&'a str, NodeId>,
    /// Anchors within a resource.
    anchors: HashMap<(NodeId, &'a str), NodeId>,
    /// The first anchor of a name in a whole file.
    loose: HashMap<(FileId, &'a str), NodeId>,
    /// The schemas with a `$dynamicAnchor` of a name.
    dynamic: HashMap<&'a str, Vec<NodeId>>,
}

impl<'a> Names<'a> {
    /// Collects the names; where two share one, the first keeps it.
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
                // Draft 4 and 6 wrote an anchor as an identifier.
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
        // The base of a schema depends on those around it, which are older nodes.
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

    /// The root of the resource that a node is in: the closest schema with `$id` around it, or its file.
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

    /// The resource that calls itself what `uri` means at `node`, where the base that it means it by was given by the
    /// document and not by where a file was found.
    pub(super) fn identified(&self, node: NodeId, uri: &str) -> Option<NodeId> {
        let target = uri::join(self.base(node), uri);
        self.identified.get(&target).copied().filter(|_| !target.starts_with(READ_FROM))
    }

    /// The resource that `uri` means at `node` by where files were found, or whose `$id` is written the same.
    pub(super) fn found(&self, node: NodeId, uri: &str) -> Option<NodeId> {
        let target = uri::join(self.base(node), uri);
        let named = self.identified.get(&target).or_else(|| self.files.get(&target));
        named.or_else(|| self.written.get(uri)).copied()
    }

    /// The anchor of a resource, else of the file that the resource is in.
    pub(super) fn anchor(&self, resource: NodeId, name: &str) -> Option<NodeId> {
        let within = self.anchors.get(&(resource, name));
        within.or_else(|| self.loose.get(&(self.document.file_of(resource), name))).copied()
    }

    /// How many schemas have a `$dynamicAnchor` of that name.
    pub(super) fn dynamic(&self, name: &str) -> usize {
        self.dynamic.get(name).map_or(0, Vec::len)
    }
}

/// A URI without an empty fragment; empty where it has any other, which no identifier may have.
fn without_fragment(uri: &str) -> &str {
    match uri.split_once('#') {
        Some((uri, "")) => uri,
        Some(_) => "",
        None => uri,
    }
}
