//! The context of planning types.

use super::decision::Decisions;
use super::finite::{self, Member};
use super::tags::Tags;
use super::type_refs::TypeRefs;
use crate::collections::HashSet;
use crate::ir::Usage;
use crate::ir::{self, Form, SchemaId};
use crate::name::Names;
use crate::problem::{ProblemKind, Problems};

/// The context of planning types.
pub(super) struct Context<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) names: &'a Names,
    pub(super) refs: &'a TypeRefs,
    pub(super) usage: &'a Usage,
    pub(super) decisions: Decisions<'a>,
    pub(super) tags: Tags,
    /// Required members that are optional in Rust, so that values are finite.
    pub(super) opened: HashSet<Member>,
    /// Members that are boxed, so that types are finite.
    pub(super) boxed: HashSet<Member>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        api: &'a ir::Api,
        names: &'a Names,
        refs: &'a TypeRefs,
        usage: &'a Usage,
        problems: &Problems,
    ) -> Self {
        let none = HashSet::default();
        let schemas = &api.schemas;
        let boxed = finite::closing_edges(schemas, &|id| finite::by_value(schemas, id));
        let decisions = Decisions::new(schemas);
        let tags = Tags::default();
        let mut context = Self { api, names, refs, usage, decisions, tags, opened: none, boxed };
        context.opened = finite::closing_edges(schemas, &|id| context.required_edges(id));
        for (id, index) in &sorted(&context.opened) {
            let Form::Object(object) = &schemas[*id].form else { continue };
            if let Some(property) = object.properties.get(*index) {
                let problem = ProblemKind::RequiredCycle { name: property.name.clone() };
                problems.report(property.origin, problem);
            }
        }
        context
    }

    /// The required members held by value.
    fn required_edges(&self, id: SchemaId) -> Vec<(usize, SchemaId)> {
        let mut edges = finite::by_value(&self.api.schemas, id);
        // A union always has its unknown variant, and is finite.
        edges.retain(|(_, target)| !matches!(self.api.schemas[*target].form, Form::Union(_)));
        if let Form::Object(object) = &self.api.schemas[id].form {
            edges.retain(|(index, _)| {
                object.properties.get(*index).is_some_and(|property| {
                    let presence = self.presence(id, *index, property);
                    presence.required && !presence.nullable
                })
            });
        }
        edges
    }

    /// Whether a member is required and nullable in Rust.
    pub(super) fn presence(
        &self,
        owner: SchemaId,
        index: usize,
        property: &ir::Property,
    ) -> Presence {
        let schemas = &self.api.schemas;
        let (here, there) = (&schemas[property.schema], &schemas[schemas.resolve(property.schema)]);
        // A member that only one side sends is absent in the other direction.
        let read_only = here.read_only || there.read_only;
        let write_only = here.write_only || there.write_only;
        let not_sent = read_only && self.usage.requests.contains(owner);
        let not_received = write_only && self.usage.responses.contains(owner);
        let received_only = not_received && !self.usage.requests.contains(owner);
        let opened = self.opened.contains(&(owner, index));
        Presence {
            required: property.required && !not_sent && !not_received && !opened,
            nullable: self.refs.is_nullable(property.schema),
            in_constructor: property.required && !not_sent && !received_only && !opened,
            read_only,
        }
    }
}

pub(super) struct Presence {
    pub(super) required: bool,
    pub(super) nullable: bool,
    pub(super) in_constructor: bool,
    pub(super) read_only: bool,
}

fn sorted(members: &HashSet<Member>) -> Vec<Member> {
    let mut sorted: Vec<Member> = members.iter().copied().collect();
    sorted.sort_unstable();
    sorted
}
