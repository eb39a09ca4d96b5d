//! From objects to structs.

use super::decision::Decisions;
use super::default::default_text;
use super::finite::{self, Member};
use super::graph::Usage;
use super::item::{Field, Setter, Struct};
use super::rules::Rules;
use super::{Docs, TypeRef, TypeRefs};
use crate::collections::{HashMap, HashSet};
use crate::ir::{self, Additional, Form, SchemaId};
use crate::load::Document;
use crate::name::{Ident, Names};
use crate::problem::{ProblemKind, Problems};

/// Inherent and derived methods that a setter would hide.
const METHODS: [&str; 10] =
    ["blank", "borrow", "clear", "clone", "eq", "extra", "extra_mut", "fmt", "into", "new"];

/// What planning a type looks at.
pub(super) struct Context<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) names: &'a Names,
    pub(super) document: &'a Document,
    pub(super) refs: &'a TypeRefs,
    pub(super) usage: &'a Usage,
    pub(super) decisions: Decisions<'a>,
    /// Required members that are optional in Rust, so that a value can end.
    pub(super) opened: HashSet<Member>,
    /// Members that are boxed, so that a type can end.
    pub(super) boxed: HashSet<Member>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        api: &'a ir::Api,
        names: &'a Names,
        document: &'a Document,
        refs: &'a TypeRefs,
        usage: &'a Usage,
        problems: &Problems,
    ) -> Self {
        let none = HashSet::default();
        let schemas = &api.schemas;
        let boxed = finite::closing_edges(schemas, &|id| finite::by_value(schemas, id));
        let decisions = Decisions::new(schemas);
        let mut context =
            Self { api, names, document, refs, usage, decisions, opened: none, boxed };
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

    /// The members that a value of this type cannot do without, by value.
    fn required_edges(&self, id: SchemaId) -> Vec<(usize, SchemaId)> {
        let mut edges = finite::by_value(&self.api.schemas, id);
        // A union always has its unknown arm, and so an end.
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

    /// Whether a member has to be there and may be null, as far as Rust is concerned.
    fn presence(&self, owner: SchemaId, index: usize, property: &ir::Property) -> Presence {
        let schemas = &self.api.schemas;
        let (here, there) = (&schemas[property.schema], &schemas[schemas.resolve(property.schema)]);
        // What only one side sends is missing when the type travels the other way.
        let read_only = here.read_only || there.read_only;
        let write_only = here.write_only || there.write_only;
        let not_sent = read_only && self.usage.requests.contains(owner);
        let not_received = write_only && self.usage.responses.contains(owner);
        let received_only = not_received && !self.usage.requests.contains(owner);
        let opened = self.opened.contains(&(owner, index));
        Presence {
            required: property.required && !not_sent && !not_received && !opened,
            nullable: self.refs.is_nullable(property.schema),
            asked: property.required && !not_sent && !received_only && !opened,
            read_only,
        }
    }
}

fn sorted(members: &HashSet<Member>) -> Vec<Member> {
    let mut sorted: Vec<Member> = members.iter().copied().collect();
    sorted.sort_unstable();
    sorted
}

struct Presence {
    required: bool,
    nullable: bool,
    asked: bool,
    read_only: bool,
}

/// The struct of an object.
pub(super) fn plan_struct(
    context: &Context<'_>,
    id: SchemaId,
    object: &ir::Object,
    problems: &Problems,
) -> Struct {
    let idents = context.names.types.fields(id);
    let members = || object.properties.iter().zip(idents).enumerate();
    let mut fields: Vec<Field> = members()
        .map(|(index, (property, ident))| field(context, id, index, property, ident, problems))
        .collect();
    if context.usage.requests.contains(id) {
        // What only the server sets goes back as it came, but is not set here.
        let set = members()
            .map(|(index, (property, _))| !context.presence(id, index, property).read_only);
        add_setters(&mut fields, &set.collect::<Vec<bool>>());
    }
    let additional = match object.additional {
        Additional::Typed(value) => Some(context.refs.map(id, value)),
        Additional::Open | Additional::Closed => None,
    };
    let mut rules = Rules::of(context, id, problems);
    for (index, property) in object.properties.iter().enumerate() {
        rules.part(index, property.schema);
    }
    if let Additional::Typed(value) = object.additional {
        rules.member(fields.len(), value);
    }
    // Members of any kind are what `extra` holds.
    let additional = additional.filter(|ty| *ty != TypeRef::Json.map(None));
    Struct { fields, additional, rules: rules.finish() }
}

fn field(
    context: &Context<'_>,
    owner: SchemaId,
    index: usize,
    property: &ir::Property,
    ident: &Ident,
    problems: &Problems,
) -> Field {
    let Presence { required, nullable, asked, read_only: _ } =
        context.presence(owner, index, property);
    let mut ty = context.refs.of(property.schema);
    if context.boxed.contains(&(owner, index)) {
        ty = ty.boxed();
    }
    let constant = if required && !nullable { constant(context, property.schema) } else { None };
    let default = if required { default_text(context, property.schema, problems) } else { None };
    // What the document itself gives need not be asked for.
    let asked = asked && constant.is_none() && default.is_none();
    let ty = match (required, nullable) {
        (true, false) => ty,
        (true, true) | (false, false) => ty.optional(),
        (false, true) => ty.nullable(),
    };
    let docs = Docs::of_member(&context.api.schemas, property.schema, context.document);
    let wire = property.name.clone();
    Field {
        ident: ident.clone(),
        wire,
        docs,
        ty,
        required,
        nullable,
        default,
        asked,
        constant,
        setter: None,
    }
}

/// The variant of the only value that a schema admits, where there is only one.
fn constant(context: &Context<'_>, id: SchemaId) -> Option<Ident> {
    let id = context.api.schemas.resolve(id);
    let Form::Enumeration(values) = &context.api.schemas[id].form else { return None };
    match (&values.values[..], context.names.types.variants(id)) {
        ([value], [variant]) if !matches!(value.literal, ir::Literal::Json(_)) => {
            Some(variant.clone())
        }
        _ => None,
    }
}

/// Gives every member that the constructor does not ask for, and that a client sets at all, the methods that
/// set it, all different.
fn add_setters(fields: &mut [Field], set: &[bool]) {
    let mut taken: HashSet<Ident> = HashSet::default();
    let mut later: HashMap<usize, Ident> = HashMap::default();
    for (index, field) in fields.iter_mut().enumerate() {
        if field.asked || field.constant.is_some() || set.get(index) == Some(&false) {
            continue;
        }
        let set = if METHODS.contains(&field.ident.as_str()) {
            Ident::snake(&format!("with {}", field.ident.as_str()))
        } else {
            field.ident.clone()
        };
        taken.insert(set.clone());
        if matches!(field.ty, TypeRef::Nullable(_)) {
            later.insert(index, Ident::snake(&format!("clear {}", field.ident.as_str())));
        }
        field.setter = Some(Setter { set, clear: None });
    }
    // A member that is called like another's `clear_…` keeps the name.
    for (index, field) in fields.iter_mut().enumerate() {
        let Some(mut clear) = later.remove(&index) else { continue };
        while !taken.insert(clear.clone()) {
            clear = clear.with_suffix("_");
        }
        if let Some(setter) = &mut field.setter {
            setter.clear = Some(clear);
        }
    }
}
