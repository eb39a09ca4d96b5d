//! Plans structs.

use super::context::{Context, Presence};
use super::default::{default_text, is_documented_default};
use super::item::{Field, Struct};
use super::rules::Rules;
use super::sent::constant;
use super::type_ref::TypeRef;
use crate::ir::{self, Additional, SchemaId};
use crate::name::{Ident, SettableField, setters};
use crate::plan::docs::Docs;
use crate::problem::Problems;

/// Plans the struct of an object.
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
        // A member that only the server sets is sent back unchanged, but has no setter.
        let set = members()
            .map(|(index, (property, _))| !context.presence(id, index, property).read_only);
        add_setters(&mut fields, object, &set.collect::<Vec<bool>>(), problems);
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
    // Members of any type are held by `extra`.
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
    let Presence { required, nullable, in_constructor, read_only: _ } =
        context.presence(owner, index, property);
    let mut ty = context.refs.of(property.schema);
    if context.boxed.contains(&(owner, index)) {
        ty = ty.boxed();
    }
    let constant = if required && !nullable { constant(context, owner, property) } else { None };
    let default = if required { default_text(context, property.schema, problems) } else { None };
    // The constructor fills in values that the document determines, but does not send an
    // undocumented one unasked.
    let is_sent = default.is_some() && is_documented_default(context, property.schema);
    let in_constructor = in_constructor && constant.is_none() && !is_sent;
    let ty = match (required, nullable) {
        (true, false) => ty,
        (true, true) | (false, false) => ty.optional(),
        (false, true) => ty.nullable(),
    };
    let docs = Docs::of_member(&context.api.schemas, property.schema);
    let wire = property.name.clone();
    Field {
        ident: ident.clone(),
        wire,
        docs,
        ty,
        required,
        nullable,
        default,
        in_constructor,
        constant,
        setter: None,
    }
}

/// Adds setters for every member that a client sets, except the constructor's arguments.
fn add_setters(fields: &mut [Field], object: &ir::Object, settable: &[bool], problems: &Problems) {
    let is_set = |index: usize, field: &Field| {
        !field.in_constructor && field.constant.is_none() && settable.get(index) != Some(&false)
    };
    let requests: Vec<SettableField<'_>> = fields
        .iter()
        .zip(&object.properties)
        .enumerate()
        .filter(|(index, (field, _))| is_set(*index, field))
        .map(|(_, (field, property))| SettableField {
            origin: property.origin,
            ident: &field.ident,
            clears: matches!(field.ty, TypeRef::Nullable(_)),
        })
        .collect();
    let mut named = setters(&requests, problems).into_iter();
    for (index, field) in fields.iter_mut().enumerate() {
        if is_set(index, field) {
            field.setter = named.next();
        }
    }
}
