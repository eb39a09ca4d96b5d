//! Finds the references to embed.

use crate::collections::HashSet;
use crate::document::{Document, Kind, NodeId};
use crate::problem::Problems;
use crate::resolve::Resolver;
use crate::specification::{Lists, Object, Value, Version};

/// A node that is a reference, and its target; `None` if it has none, which is reported.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) node: NodeId,
    pub(super) target: Option<NodeId>,
}

/// The references to embed, each once.
///
/// The walk follows every reference, as far as the specification gives its place a meaning, and visits each value once
/// for each meaning. Only the references to embed are reported if they are broken: later stages report the others.
pub(super) fn find(document: &Document, version: Version, problems: &Problems) -> Vec<Found> {
    let silent = Problems::default();
    let mut walk = Walk {
        document,
        resolver: Resolver::new(document, problems),
        silent: Resolver::new(document, &silent),
        lists: Lists::new(version),
        seen: HashSet::default(),
        pending: document.root().map(|root| (root, Value::One(Object::Root))).into_iter().collect(),
        embedded: HashSet::default(),
        found: Vec::new(),
    };
    while let Some((node, value)) = walk.pending.pop() {
        if walk.seen.insert((node, value)) {
            walk.visit(node, value);
        }
    }
    walk.found
}

struct Walk<'d> {
    document: &'d Document,
    resolver: Resolver<'d>,
    /// Resolves without reports.
    silent: Resolver<'d>,
    lists: Lists,
    seen: HashSet<(NodeId, Value)>,
    pending: Vec<(NodeId, Value)>,
    embedded: HashSet<NodeId>,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn visit(&mut self, node: NodeId, value: Value) {
        if value == Value::Data {
            return;
        }
        if self.document.get_text(node, "$ref").is_some() {
            let mut target = self.silent.follow(node);
            if self.is_embedded(value, target) && self.embedded.insert(node) {
                target = self.resolver.follow(node);
                self.found.push(Found { node, target });
            }
            self.pending.extend(target.map(|target| (target, value)));
        }
        match (value, self.document.kind(node)) {
            (Value::List(object), Kind::Array(items)) => {
                self.pending.extend(items.iter().map(|item| (*item, Value::One(object))));
            }
            (Value::Other, Kind::Array(items)) => {
                self.pending.extend(items.iter().map(|item| (*item, Value::Other)));
            }
            (Value::One(object) | Value::List(object), Kind::Object(_)) => match object.named() {
                Some(named) => self.members(node, named),
                None => self.object(node, object),
            },
            (Value::Map(object), Kind::Object(_)) => self.members(node, object),
            _ => {}
        }
    }

    /// Whether the target takes the place of the reference.
    fn is_embedded(&self, value: Value, target: Option<NodeId>) -> bool {
        match value {
            Value::One(object) | Value::List(object) => {
                // A list in place of one of its items means all of its own.
                let is_list = |target| matches!(self.document.kind(target), Kind::Array(_));
                !object.may_be_reference() || target.is_some_and(is_list)
            }
            Value::Other | Value::DataList | Value::Flag | Value::Map(_) => true,
            Value::Data => false,
        }
    }

    fn members(&mut self, node: NodeId, object: Object) {
        for (name, child) in self.document.members(node) {
            if !self.is_reference(name, child) {
                self.pending.push((child, Value::One(object)));
            }
        }
    }

    fn object(&mut self, node: NodeId, object: Object) {
        let Some(known) = self.lists.of(object) else { return };
        for (name, child) in self.document.members(node) {
            if let Some(member) = known.get(name).filter(|_| !self.is_reference(name, child)) {
                self.pending.push((child, member.value));
            }
        }
    }

    /// Whether a member is the reference: a property can also be called `$ref`, and is an object.
    fn is_reference(&self, name: &str, child: NodeId) -> bool {
        name == "$ref" && self.document.text(child).is_some()
    }
}
