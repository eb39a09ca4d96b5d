//! Every object of the document, each once, with the list it is compared with.
//!
//! The walk follows the structure first and references after it, so that a value that is reached in both ways is read
//! as what its place says it is. Nothing of it is recursive, and each value is visited once, so it is linear in the
//! size of the document.

use super::extension::Extensions;
use super::finding::Findings;
use super::{codes, required, tags, value};
use crate::document::{Kind, NodeId};
use crate::lower::{Context, is_schema};
use crate::specification::{Lists, Member, Object, Value, Version};

/// The walk over one document.
pub(super) struct Walk<'d> {
    context: Context<'d>,
    version: Version,
    lists: Lists,
    findings: Findings<'d>,
    extensions: Extensions<'d>,
    budget: value::Budget,
    collected: Collected,
    /// Values that wait, found by structure.
    pending: Vec<(NodeId, Value)>,
    /// Values that wait, found by reference.
    referred: Vec<(NodeId, Value)>,
    /// The values that were visited, by their numbers.
    visited: Vec<bool>,
}

impl<'d> Walk<'d> {
    pub(super) fn new(context: Context<'d>, version: Version) -> Self {
        Self {
            context,
            version,
            lists: Lists::new(version),
            findings: Findings::new(context),
            extensions: Extensions::new(context),
            budget: value::Budget::new(),
            collected: Collected::default(),
            pending: Vec::new(),
            referred: Vec::new(),
            visited: vec![false; context.document.node_count()],
        }
    }

    /// Visits everything, and reports what it found.
    pub(super) fn run(mut self) {
        self.pending.push((self.context.root(), Value::One(Object::Root)));
        while let Some((node, value)) = self.pending.pop().or_else(|| self.referred.pop()) {
            self.visit(node, value);
        }
        let Collected { tags, predicates, transient, enumerations } = &self.collected;
        tags::check(self.context, tags);
        codes::check(self.context, (predicates, transient), enumerations);
        self.findings.report();
    }

    fn visit(&mut self, node: NodeId, value: Value) {
        match self.visited.get_mut(node.index()) {
            Some(visited) if !*visited => *visited = true,
            _ => return,
        }
        let document = self.context.document;
        match (value, document.kind(node)) {
            (Value::List(object), Kind::Array(items)) => {
                self.pending.extend(items.iter().map(|item| (*item, Value::One(object))));
            }
            (Value::One(object) | Value::List(object), Kind::Object(_)) => match object.named() {
                Some(named) => self.named(node, value, named),
                None => self.object(node, self.meant(node, object)),
            },
            (Value::Map(object), Kind::Object(_)) => {
                let reference = document.get(node, "$ref");
                self.follow(node, reference, value);
                if object == Object::MediaType {
                    value::media_types(self.context, node);
                }
                self.pending
                    .extend(document.members(node).map(|(_, child)| (child, Value::One(object))));
            }
            _ => {}
        }
    }

    /// The object that a node is read as: a schema in place of a body, a response or a media type is reported as such.
    fn meant(&self, node: NodeId, object: Object) -> Object {
        let content = match object {
            Object::RequestBody | Object::Response => "content",
            Object::MediaType => "schema",
            _ => return object,
        };
        let is_schema = self.context.document.get(node, content).is_none()
            && is_schema(self.context, node)
            && self.version != Version::V2_0;
        if is_schema { Object::Schema } else { object }
    }

    /// Objects by names that the document chooses, extensions apart.
    fn named(&mut self, node: NodeId, value: Value, object: Object) {
        let reference = self.context.document.get(node, "$ref");
        self.follow(node, reference, value);
        let members = self.context.document.members(node);
        let own = members.filter(|(name, _)| !name.starts_with("x-"));
        self.pending.extend(own.map(|(_, child)| (child, Value::One(object))));
    }

    fn object(&mut self, node: NodeId, object: Object) {
        let document = self.context.document;
        let Some(members) = self.lists.of(object) else { return };
        let has_keywords = self.has_keywords(object);
        let mut has_values = false;
        let mut reference = None;
        for (name, child) in document.members(node) {
            match members.get(name) {
                _ if name == "$ref" => reference = Some(child),
                Some(member) => {
                    if !self.lists.has(member) {
                        self.findings.other_version(object, member, self.version, child);
                    }
                    member_value(&self.findings, &mut self.pending, member, child);
                    if has_keywords {
                        has_values |= value::keyword(self.context, &mut self.findings, name, child);
                    }
                    self.collected.add(object, name, child);
                }
                // A merge that came to nothing is reported as such.
                None if name == "<<" => {}
                None if name.starts_with("x-") => {
                    self.collected.add(object, name, child);
                    self.extensions.check(&self.findings, (node, object), name, child);
                }
                None => {
                    let meant = self.findings.unknown(&self.lists, object, name, child);
                    if let Some(member) = meant.and_then(|meant| members.get(meant)) {
                        member_value(&self.findings, &mut self.pending, member, child);
                    }
                }
            }
        }
        match reference {
            Some(_) => self.follow(node, reference, Value::One(object)),
            None => required::check(self.context, &self.lists, object, node),
        }
        if has_values {
            value::schema(self.context, &self.budget, node);
        }
        self.values(object, node);
    }

    /// Whether an object has the keywords of a schema: in OpenAPI 2.0, parameters and headers are schemas themselves.
    fn has_keywords(&self, object: Object) -> bool {
        match object {
            Object::Schema | Object::Items => true,
            Object::Parameter | Object::Header => self.version == Version::V2_0,
            _ => false,
        }
    }

    /// Reports what several members of an object say of values and cannot mean together.
    fn values(&self, object: Object, node: NodeId) {
        match object {
            Object::Schema => {
                if self.version < Version::V3_1 {
                    value::items(self.context, node);
                }
                // Documents of 2.0 have it on purpose, after older drafts of JSON Schema.
                if self.version != Version::V2_0 {
                    value::required(self.context, node);
                }
            }
            Object::Items => value::items(self.context, node),
            Object::Parameter | Object::Header if self.version == Version::V2_0 => {
                value::items(self.context, node);
            }
            Object::Parameter | Object::Header | Object::MediaType => {
                value::examples(self.context, &self.budget, node);
            }
            _ => {}
        }
    }

    /// Visits the target of a reference as the kind of object that the reference replaces.
    fn follow(&mut self, node: NodeId, reference: Option<NodeId>, value: Value) {
        let document = self.context.document;
        let Some(text) = reference.and_then(|reference| document.text(reference)) else { return };
        // The structure leads there anyway.
        if is_component(text) && document.file_of(node) == document.file_of(self.context.root()) {
            return;
        }
        if let Some(target) = self.context.resolver.target(node) {
            self.referred.push((target, value));
        }
    }
}

/// Nodes that are compared once the whole document is known.
#[derive(Default)]
struct Collected {
    /// `tags` of operations.
    tags: Vec<NodeId>,
    /// `x-callwright-predicates`.
    predicates: Vec<NodeId>,
    /// `x-callwright-transient`.
    transient: Vec<NodeId>,
    /// `enum` of schemas.
    enumerations: Vec<NodeId>,
}

impl Collected {
    fn add(&mut self, object: Object, name: &str, child: NodeId) {
        match (object, name) {
            (Object::Operation, "tags") => self.tags.push(child),
            (Object::Schema, "enum") => self.enumerations.push(child),
            (Object::Root | Object::Operation, "x-callwright-predicates") => {
                self.predicates.push(child);
            }
            (Object::Root | Object::Operation, "x-callwright-transient") => {
                self.transient.push(child);
            }
            _ => {}
        }
    }
}

/// Waits for the objects below a member, and reports a flag that is a string.
fn member_value(
    findings: &Findings<'_>,
    pending: &mut Vec<(NodeId, Value)>,
    member: &Member,
    child: NodeId,
) {
    match member.value {
        Value::Other | Value::Data | Value::DataList => {}
        Value::Flag => findings.flag(member.name, child),
        Value::One(_) | Value::List(_) | Value::Map(_) => pending.push((child, member.value)),
    }
}

/// Whether a reference names a whole component of the document.
fn is_component(reference: &str) -> bool {
    let rest = reference.strip_prefix("#/components/").and_then(|rest| rest.split_once('/'));
    let name = rest.map(|(_, name)| name).or_else(|| reference.strip_prefix("#/definitions/"));
    name.is_some_and(|name| !name.contains('/'))
}
