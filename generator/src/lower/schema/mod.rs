//! Lowers schemas: references resolved, `allOf` merged, unions laid out.
//!
//! The unit is a conjunction of nodes, each whole or in part: `allOf`, keywords next to a `$ref`,
//! and properties declared twice are all the same thing. Conjunctions are queued, so that neither a
//! deep nor a recursive document uses the call stack.

mod alias_cycles;
mod array;
mod bounds;
mod conditional;
mod conjunct;
mod contradiction;
mod enumeration;
mod events;
mod extensions;
mod flatten;
mod form;
mod inheritance;
mod merge;
mod names;
mod nullability;
mod object;
mod self_reference;
mod string_format;
mod tags;
mod union;

pub(crate) use conjunct::Conjunct;

use std::collections::VecDeque;
use std::rc::Rc;

use crate::collections::{HashMap, HashSet};
use crate::document::NodeId;
use crate::ir::{AnyReason, Form, Place, Schema, SchemaId, Schemas, Value};
use crate::lower::{Context, value};
use crate::problem::ProblemKind;
use extensions::Extensions;

/// The maximum number of conjunctions that merging may create beyond the document's own nodes.
const MOST_SCHEMAS: usize = 4_000_000;

/// Lowers schemas on request, each conjunction once.
pub(crate) struct Lowerer<'d> {
    context: Context<'d>,
    extensions: Extensions,
    /// Unnamed schemas, by the named schema that only refers to them; and the reverse.
    refers_to: HashMap<NodeId, NodeId>,
    named_by: HashMap<NodeId, NodeId>,
    schemas: Vec<Schema>,
    known: HashMap<Vec<Conjunct>, SchemaId>,
    queue: VecDeque<(SchemaId, Vec<Conjunct>)>,
    /// Defaults and examples, each read once, however many schemas merge it.
    values: HashMap<NodeId, Rc<Value>>,
}

impl<'d> Lowerer<'d> {
    /// `roots` are the schemas that the document names.
    pub(crate) fn new(context: Context<'d>, roots: &[NodeId]) -> Self {
        let named_by = named_by(context, roots);
        Self {
            context,
            extensions: Extensions::of(context, roots),
            refers_to: named_by.iter().map(|(target, name)| (*name, *target)).collect(),
            named_by,
            schemas: Vec::new(),
            known: HashMap::default(),
            queue: VecDeque::new(),
            values: HashMap::default(),
        }
    }

    /// A named schema: it keeps its own identity even if it only refers, unless it is the name of
    /// its target.
    pub(crate) fn named(&mut self, node: NodeId) -> SchemaId {
        let Some(target) = self.refers_to.get(&node).copied() else {
            return self.enter(vec![Conjunct::whole(node)], Place::Node(node));
        };
        let id = self.enter(vec![Conjunct::whole(target)], Place::Node(node));
        self.known.insert(vec![Conjunct::whole(node)], id);
        id
    }

    /// The schema at a node, or the target if the node only refers.
    pub(crate) fn node(&mut self, node: NodeId) -> SchemaId {
        self.request(vec![Conjunct::whole(node)], Place::Node(node))
    }

    /// A schema absent from the document: any value.
    pub(crate) fn any(&mut self, origin: NodeId, place: Place, reason: AnyReason) -> SchemaId {
        self.push(origin, place, Form::Any(reason))
    }

    /// A schema that the document implies, such as the string of a header without a schema.
    pub(crate) fn push(&mut self, origin: NodeId, place: Place, form: Form) -> SchemaId {
        let id = SchemaId(u32::try_from(self.schemas.len()).unwrap_or(u32::MAX));
        self.schemas.push(Schema::blank(origin, place, form));
        id
    }

    /// Lowers the requested schemas and, transitively, those that they request.
    pub(crate) fn finish(mut self) -> Schemas {
        while let Some((id, conjunction)) = self.queue.pop_front() {
            if self.schemas.len() > MOST_SCHEMAS {
                let origin = self.schemas[id.0 as usize].origin;
                self.context
                    .problems
                    .report(origin, ProblemKind::MergeTooLarge { most: MOST_SCHEMAS });
                break;
            }
            let place = self.schemas[id.0 as usize].place.clone();
            let schema = self.build(id, place, conjunction);
            self.schemas[id.0 as usize] = schema;
        }
        let mut schemas = Schemas(self.schemas);
        alias_cycles::break_up(&mut schemas, self.context.problems);
        self_reference::remove(&mut schemas, self.context.problems);
        nullability::propagate(&mut schemas);
        schemas
    }

    /// The schema of a conjunction. A single node is named after itself; `place` names a
    /// conjunction of several.
    pub(crate) fn request(&mut self, conjunction: Vec<Conjunct>, place: Place) -> SchemaId {
        let mut conjuncts: Vec<Conjunct> = Vec::with_capacity(conjunction.len());
        for conjunct in conjunction {
            let conjunct = match flatten::sole_reference(self.context, &[conjunct]) {
                Some(sole) if sole.bare && !self.extensions.is_bare(conjunct.node) => {
                    Conjunct::whole(sole.target)
                }
                _ => conjunct,
            };
            if !conjuncts.contains(&conjunct) {
                conjuncts.push(conjunct);
            }
        }
        if conjuncts.len() > 1 {
            // A schema with a type of its own keeps it, whatever a reference adds; others are also
            // distinguished by their constraints and usage.
            let of_a_type =
                conjuncts.iter().any(|one| self.context.keywords(one.node).makes_a_type());
            let says = |conjunct: &Conjunct| {
                let keywords = self.context.keywords(conjunct.node);
                !keywords.only_annotates()
                    || keywords.nullable
                    || (!of_a_type && keywords.restricts_in_passing())
            };
            let saying: Vec<Conjunct> = conjuncts.iter().copied().filter(says).collect();
            conjuncts = if saying.is_empty() { vec![conjuncts[0]] } else { saying };
        }
        let place = match conjuncts[..] {
            [only] if only == Conjunct::whole(only.node) => Place::Node(only.node),
            _ => place,
        };
        self.enter(conjuncts, place)
    }

    /// The value of a default or an example.
    fn value(&mut self, node: NodeId) -> Rc<Value> {
        let known = self.values.entry(node);
        Rc::clone(known.or_insert_with(|| Rc::new(value::read(self.context.document, node))))
    }

    fn enter(&mut self, conjuncts: Vec<Conjunct>, place: Place) -> SchemaId {
        let mut key = conjuncts.clone();
        key.sort_unstable();
        if let Some(id) = self.known.get(&key) {
            return *id;
        }
        let Some(first) = conjuncts.first() else {
            let origin = self.context.root();
            return self.any(origin, place, AnyReason::Unconstrained);
        };
        let id = self.push(first.node, place, Form::Any(AnyReason::Unconstrained));
        self.known.insert(key, id);
        self.queue.push_back((id, conjuncts));
        id
    }
}

/// Components of multi-file documents often only refer to those files: their names are the names of
/// their targets.
fn named_by(context: Context<'_>, roots: &[NodeId]) -> HashMap<NodeId, NodeId> {
    let named: HashSet<NodeId> = roots.iter().copied().collect();
    let mut names = HashMap::default();
    for root in roots {
        match flatten::sole_reference(context, &[Conjunct::whole(*root)]) {
            Some(sole) if sole.bare && !named.contains(&sole.target) => {
                names.entry(sole.target).or_insert(*root);
            }
            _ => {}
        }
    }
    names
}
