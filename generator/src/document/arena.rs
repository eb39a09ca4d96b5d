//! The loaded document: one arena of nodes over all files.

use super::{BrokenFile, LinkFailure};
use crate::collections::{HashMap, HashSet, IndexMap};

/// The identity of a node, valid for the [`Document`] that created it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(u32);

impl NodeId {
    /// The number of the node, below [`Document::node_count`].
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The identity of a file; the first file is the one that the user named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FileId(u16);

/// The value of a node.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Null,
    Boolean(bool),
    /// A number as the text of the shortest faithful decimal: `5`, `-1.5`, `1e400`.
    Number(Box<str>),
    String(Box<str>),
    Array(Vec<NodeId>),
    /// Members in file order; a duplicate key keeps its last value.
    Object(IndexMap<Box<str>, NodeId>),
}

/// The step from a node's parent to the node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Key(Box<str>),
    Index(usize),
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    /// `None` for the root of a file.
    parent: Option<(NodeId, Step)>,
    file: FileId,
}

/// A file as read.
#[derive(Debug)]
pub(crate) struct File {
    /// The path or address for messages, as the user would write it.
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) root: NodeId,
}

/// All nodes of all loaded files.
#[derive(Debug, Default)]
pub(crate) struct Document {
    nodes: Vec<Node>,
    files: Vec<File>,
    links: HashMap<(FileId, Box<str>), Result<FileId, LinkFailure>>,
    broken: Vec<BrokenFile>,
    overlays: HashSet<FileId>,
    /// The originals of values that were copied from an overlay.
    written: HashMap<NodeId, NodeId>,
    not_finite: HashSet<NodeId>,
    /// Numbers in a notation that only YAML has, such as `0x1F` or `+1`.
    spelled: HashMap<NodeId, Box<str>>,
}

impl Document {
    /// The root of the first file; `None` until a file is loaded.
    pub(crate) fn root(&self) -> Option<NodeId> {
        self.files.first().map(|file| file.root)
    }

    /// Adds a node below `parent`; its kind can be replaced until the file is complete.
    pub(crate) fn add(
        &mut self,
        file: FileId,
        parent: Option<(NodeId, Step)>,
        kind: Kind,
    ) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { kind, parent, file });
        id
    }

    /// Replaces the value of a node, for containers that are filled after their children.
    pub(crate) fn replace(&mut self, id: NodeId, kind: Kind) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            node.kind = kind;
        }
    }

    /// Puts another node in the place of `id`: the parent of `id` has it instead. The other node keeps its own parent.
    pub(crate) fn exchange(&mut self, id: NodeId, other: NodeId) {
        let Some((parent, step)) =
            self.nodes.get(id.0 as usize).and_then(|node| node.parent.clone())
        else {
            return;
        };
        let kind = self.nodes.get_mut(parent.0 as usize).map(|parent| &mut parent.kind);
        let place = match (kind, &step) {
            (Some(Kind::Object(members)), Step::Key(key)) => members.get_mut(key),
            (Some(Kind::Array(items)), Step::Index(index)) if items.get(*index) == Some(&id) => {
                items.get_mut(*index)
            }
            (Some(Kind::Array(items)), Step::Index(_)) => {
                items.iter_mut().find(|item| **item == id)
            }
            _ => None,
        };
        if let Some(place) = place {
            *place = other;
        }
    }

    /// Records that a file is an overlay: none of its own nodes is a part of the document.
    pub(crate) fn mark_overlay(&mut self, file: FileId) {
        self.overlays.insert(file);
    }

    pub(crate) fn is_overlay(&self, file: FileId) -> bool {
        self.overlays.contains(&file)
    }

    /// The node of the source text of a value: another one for a value that was copied from an overlay.
    pub(crate) fn written(&self, id: NodeId) -> NodeId {
        self.written.get(&id).copied().unwrap_or(id)
    }

    /// Copies a value below a parent, which does not hold the copy yet.
    pub(crate) fn copy(&mut self, original: NodeId, parent: (NodeId, Step)) -> NodeId {
        let file = self.file_of(parent.0);
        let id = self.add(file, Some(parent), Kind::Null);
        self.overwrite(id, original);
        id
    }

    /// Gives a node the value of another one, with copies of what is in it.
    pub(crate) fn overwrite(&mut self, id: NodeId, original: NodeId) {
        let kind = match self.kind(original).clone() {
            Kind::Array(items) => {
                let items = items.into_iter().enumerate();
                Kind::Array(
                    items.map(|(at, item)| self.copy(item, (id, Step::Index(at)))).collect(),
                )
            }
            Kind::Object(members) => {
                let copied = members.into_iter().map(|(key, member)| {
                    let copy = self.copy(member, (id, Step::Key(key.clone())));
                    (key, copy)
                });
                Kind::Object(copied.collect())
            }
            scalar => scalar,
        };
        self.replace(id, kind);
        self.written.insert(id, self.written(original));
        if let Some(text) = self.spelled.get(&original).cloned() {
            self.spelled.insert(id, text);
        }
        if self.not_finite.contains(&original) {
            self.not_finite.insert(id);
        }
    }

    /// Adds a member to an object.
    pub(crate) fn insert(&mut self, object: NodeId, key: Box<str>, member: NodeId) {
        if let Some(Node { kind: Kind::Object(members), .. }) = self.nodes.get_mut(object.index()) {
            members.insert(key, member);
        }
    }

    /// Adds an item to a list.
    pub(crate) fn push(&mut self, list: NodeId, item: NodeId) {
        if let Some(Node { kind: Kind::Array(items), .. }) = self.nodes.get_mut(list.index()) {
            items.push(item);
        }
    }

    /// Takes a value out of its object or list. The values after it keep their steps, which are those of the source.
    pub(crate) fn remove(&mut self, id: NodeId) {
        let Some((parent, _)) = self.nodes.get(id.index()).and_then(|node| node.parent.clone())
        else {
            return;
        };
        match self.nodes.get_mut(parent.index()).map(|parent| &mut parent.kind) {
            Some(Kind::Array(items)) => items.retain(|item| *item != id),
            Some(Kind::Object(members)) => members.retain(|_, member| *member != id),
            _ => {}
        }
    }

    /// Records that a string is YAML's notation for infinity or NaN.
    pub(crate) fn mark_not_finite(&mut self, id: NodeId) {
        self.not_finite.insert(id);
    }

    /// Whether a string is YAML's notation for infinity or NaN: `.inf`, `-.inf`, `.nan`.
    pub(crate) fn is_not_finite(&self, id: NodeId) -> bool {
        self.not_finite.contains(&id)
    }

    /// Records the source notation of a number.
    pub(crate) fn spell(&mut self, id: NodeId, text: &str) {
        self.spelled.insert(id, text.into());
    }

    /// The source text of a string or number; empty for other values.
    pub(crate) fn spelled(&self, id: NodeId) -> &str {
        let written = match self.kind(id) {
            Kind::String(text) | Kind::Number(text) => text,
            _ => "",
        };
        self.spelled.get(&id).map_or(written, |text| text)
    }

    /// Moves a node to another parent.
    pub(crate) fn move_below(&mut self, id: NodeId, parent: NodeId, step: Step) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            node.parent = Some((parent, step));
        }
    }

    /// Removes every node after the first `count`: those of a malformed file.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.nodes.truncate(count);
    }

    /// All nodes from the `first`-th on, in the order of creation.
    pub(crate) fn nodes_from(&self, first: usize) -> impl Iterator<Item = NodeId> + use<> {
        (first..self.nodes.len()).filter_map(|index| u32::try_from(index).ok().map(NodeId))
    }

    /// Records the file that the file part of a reference in `file` resolves to.
    pub(crate) fn link(&mut self, file: FileId, uri: &str, target: Result<FileId, LinkFailure>) {
        self.links.insert((file, uri.into()), target);
    }

    /// The file that the file part of a reference in `file` resolves to, or the reason why it does
    /// not; `None` if no `$ref` of that file has this file part.
    pub(crate) fn linked(&self, file: FileId, uri: &str) -> Option<Result<FileId, &LinkFailure>> {
        self.links.get(&(file, uri.into())).map(|target| target.as_ref().copied())
    }

    /// Records a file that was found but cannot be used.
    pub(crate) fn add_broken(&mut self, file: BrokenFile) {
        self.broken.push(file);
    }

    /// The files that were found but cannot be used, in order of reference.
    pub(crate) fn broken(&self) -> &[BrokenFile] {
        &self.broken
    }

    /// The identity of the next file.
    pub(crate) fn next_file(&self) -> FileId {
        FileId(u16::try_from(self.files.len()).unwrap_or(u16::MAX))
    }

    pub(crate) fn add_file(&mut self, file: File) -> FileId {
        let id = self.next_file();
        self.files.push(file);
        id
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(u16::try_from(index).unwrap_or(u16::MAX)), file))
    }

    pub(crate) fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(usize::from(id.0))
    }

    pub(crate) fn node_count(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn kind(&self, id: NodeId) -> &Kind {
        self.nodes.get(id.0 as usize).map_or(&Kind::Null, |node| &node.kind)
    }

    pub(crate) fn file_of(&self, id: NodeId) -> FileId {
        self.nodes.get(id.0 as usize).map_or(FileId(0), |node| node.file)
    }

    /// The name of the node's file without folders and extensions.
    pub(crate) fn file_stem(&self, id: NodeId) -> Option<&str> {
        let name = &*self.file(self.file_of(id))?.name;
        let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
        base.split('.').next().filter(|stem| !stem.is_empty())
    }

    pub(crate) fn parent(&self, id: NodeId) -> Option<(NodeId, &Step)> {
        let node = self.nodes.get(id.0 as usize)?;
        node.parent.as_ref().map(|(parent, step)| (*parent, step))
    }

    /// The member `key` of an object; `None` if it is absent or `id` is not an object.
    pub(crate) fn get(&self, id: NodeId, key: &str) -> Option<NodeId> {
        match self.kind(id) {
            Kind::Object(members) => members.get(key).copied(),
            _ => None,
        }
    }

    /// The members of an object in order; empty if `id` is not an object.
    pub(crate) fn members(&self, id: NodeId) -> impl Iterator<Item = (&str, NodeId)> + '_ {
        let members = match self.kind(id) {
            Kind::Object(members) => Some(members.iter().map(|(key, id)| (&**key, *id))),
            _ => None,
        };
        members.into_iter().flatten()
    }

    /// The items of an array; empty if `id` is not an array.
    pub(crate) fn items(&self, id: NodeId) -> &[NodeId] {
        match self.kind(id) {
            Kind::Array(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn text(&self, id: NodeId) -> Option<&str> {
        match self.kind(id) {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn boolean(&self, id: NodeId) -> Option<bool> {
        match self.kind(id) {
            Kind::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    pub(crate) fn is_object(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::Object(_))
    }

    /// The value of member `key`, if it is a string.
    pub(crate) fn get_text(&self, id: NodeId, key: &str) -> Option<&str> {
        self.text(self.get(id, key)?)
    }

    /// The value of member `key`, if it is a boolean.
    pub(crate) fn get_boolean(&self, id: NodeId, key: &str) -> Option<bool> {
        self.boolean(self.get(id, key)?)
    }

    /// The steps from the file's root to the node.
    pub(crate) fn steps(&self, id: NodeId) -> Vec<&Step> {
        let mut steps = Vec::new();
        let mut at = id;
        while let Some((parent, step)) = self.parent(at) {
            steps.push(step);
            at = parent;
        }
        steps.reverse();
        steps
    }

    /// The node's JSON pointer as a URI fragment: `#/paths/~1pets/get` (RFC 6901, section 6, not
    /// percent-encoded).
    pub(crate) fn pointer(&self, id: NodeId) -> String {
        let mut pointer = String::from("#");
        for step in self.steps(id) {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
                Step::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }

    /// The node's pointer, preceded by the name of its file, relative to the document, if that is
    /// another file.
    pub(crate) fn reference(&self, id: NodeId) -> String {
        let pointer = self.pointer(id);
        let Some((_, first)) = self.files().next() else { return pointer };
        match self.file(self.file_of(id)).filter(|file| file.root != first.root) {
            Some(file) => {
                let folder = first.name.rfind('/').map_or("", |end| &first.name[..=end]);
                format!("{}{pointer}", file.name.strip_prefix(folder).unwrap_or(&file.name))
            }
            None => pointer,
        }
    }

    /// Resolves unescaped pointer tokens from `from`.
    pub(crate) fn walk<'t>(
        &self,
        from: NodeId,
        tokens: impl IntoIterator<Item = &'t str>,
    ) -> Option<NodeId> {
        tokens.into_iter().try_fold(from, |at, token| match self.kind(at) {
            Kind::Object(members) => members.get(token).copied(),
            Kind::Array(items) => items.get(token.parse::<usize>().ok()?).copied(),
            _ => None,
        })
    }
}
