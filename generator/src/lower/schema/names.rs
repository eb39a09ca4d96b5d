//! `propertyNames`: the schema of an object's member names (JSON Schema 2020-12, section 10.3.2.4).

use super::flatten::flatten;
use super::merge::{Merged, merge};
use super::string_format::string_format;
use super::{Conjunct, Lowerer};
use crate::ir::{
    Constraint, Form, Format, Place, PlaceStep, PropertyNames, SchemaId, StringFormat,
};
use crate::lower::Context;

/// Adds `propertyNames` to the constraints of the object.
pub(super) fn constrain_names(context: Context<'_>, merged: &mut Merged) {
    if merged.names.is_empty() {
        return;
    }
    let nodes: Vec<Conjunct> = merged.names.iter().map(|node| Conjunct::whole(*node)).collect();
    let names = merge(context, &flatten(context, &nodes));
    let listed = names.enumeration.as_ref().map(|values| {
        let strings = values.iter().filter_map(|value| context.document.text(value.node));
        strings.map(str::to_owned).collect()
    });
    let checked = checked_format(&string_format(&names)).map(Constraint::Format);
    merged.constraints.push(Constraint::PropertyNames(PropertyNames {
        listed,
        format: names.formats.first().cloned(),
        constraints: checked.into_iter().chain(names.constraints).collect(),
    }));
}

/// A format that has a Rust type but must be checked by name, since member names are strings.
fn checked_format(format: &StringFormat) -> Option<Format> {
    match format {
        StringFormat::DateTime => Some(Format::DateTime),
        StringFormat::Date => Some(Format::Date),
        StringFormat::Time => Some(Format::Time),
        StringFormat::Duration => Some(Format::Duration),
        StringFormat::Uuid => Some(Format::Uuid),
        StringFormat::Uri => Some(Format::Uri),
        StringFormat::Base64 => Some(Format::Byte),
        StringFormat::Text | StringFormat::Binary(_) | StringFormat::Other(_) => None,
    }
}

impl Lowerer<'_> {
    /// The schema of the names, if a Rust type is more specific than a string.
    pub(super) fn names(&mut self, id: SchemaId, merged: &Merged, form: &Form) -> Option<SchemaId> {
        if merged.names.is_empty() || !matches!(form, Form::Map(_) | Form::Object(_)) {
            return None;
        }
        let nodes: Vec<Conjunct> = merged.names.iter().map(|node| Conjunct::whole(*node)).collect();
        let names = merge(self.context, &flatten(self.context, &nodes));
        let is_plain = matches!(string_format(&names), StringFormat::Text | StringFormat::Other(_));
        if names.enumeration.is_none() && is_plain {
            return None;
        }
        Some(self.request(nodes, Place::Part { of: id, step: PlaceStep::MemberName }))
    }
}
