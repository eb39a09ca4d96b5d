//! Constraints for the runtime: a line of text each, in the table of the type that contains the
//! value.

use super::context::Context;
use super::rule_line::RuleLine;
use crate::ir::{Form, SchemaId, Schemas, Union};
use crate::name::Types;
use crate::problem::{ProblemKind, Problems};

/// The maximum size of a constraint's value in a table, in bytes.
const LIMIT: usize = 1024;

/// The same for a list of names, which is proportional to their number.
const NAMES_LIMIT: usize = 64 * 1024;

/// The maximum nesting of lists and maps within one member.
const NESTING: usize = 32;

/// The rules of a type, or of an operation's argument.
pub(crate) struct Rules<'a> {
    schemas: &'a Schemas,
    types: &'a Types,
    problems: &'a Problems,
    lines: Vec<String>,
}

impl<'a> Rules<'a> {
    /// Starts with the constraints of the type's own schema.
    pub(super) fn of(context: &'a Context<'a>, id: SchemaId, problems: &'a Problems) -> Self {
        let mut rules = Self::none(&context.api.schemas, &context.names.types, problems);
        rules.add(id, ".");
        rules
    }

    /// Starts empty.
    pub(crate) fn none(schemas: &'a Schemas, types: &'a Types, problems: &'a Problems) -> Self {
        Rules { schemas, types, problems, lines: Vec::new() }
    }

    /// Adds the constraints of a value, except those in tables of their own.
    pub(crate) fn value(&mut self, id: SchemaId) {
        self.at(".".to_owned(), id);
    }

    /// Adds the constraints of every item of a list.
    pub(crate) fn value_item(&mut self, id: SchemaId) {
        self.at(". []".to_owned(), id);
    }

    /// Adds the constraints of a part, except those in tables of their own.
    pub(super) fn part(&mut self, position: usize, id: SchemaId) {
        self.at(position.to_string(), id);
    }

    /// Adds the constraints of every item of the part at `position`.
    pub(super) fn item(&mut self, position: usize, id: SchemaId) {
        self.at(format!("{position} []"), id);
    }

    /// Adds the constraints of every member of the part at `position`.
    pub(super) fn member(&mut self, position: usize, id: SchemaId) {
        self.at(format!("{position} {{}}"), id);
    }

    fn at(&mut self, mut place: String, id: SchemaId) {
        let schemas = self.schemas;
        let mut at = id;
        let mut nested = 0;
        for _ in 0..=schemas.0.len() {
            let table = self.has_table(at);
            if !table {
                self.add(at, &place);
            }
            match schemas[at].form {
                Form::Alias(target) => at = target,
                Form::Array(item) if !table && nested < NESTING => {
                    place.push_str(" []");
                    at = item;
                    nested += 1;
                }
                Form::Map(value) if !table && nested < NESTING => {
                    place.push_str(" {}");
                    at = value;
                    nested += 1;
                }
                Form::Union(ref union) if nested < NESTING => {
                    for alternative in alone_of_their_kind(schemas, union) {
                        self.add(schemas.resolve(alternative), &place);
                    }
                    break;
                }
                _ => break,
            }
        }
    }

    pub(crate) fn finish(self) -> Vec<String> {
        self.lines
    }

    /// Whether the values of a schema have a type with a table.
    fn has_table(&self, id: SchemaId) -> bool {
        match self.schemas[id].form {
            Form::Object(_) | Form::Tuple { .. } => true,
            Form::Array(_) | Form::Map(_) => self.types.is_item(self.schemas, id),
            _ => false,
        }
    }

    fn add(&mut self, id: SchemaId, place: &str) {
        let schema = &self.schemas[id];
        for rule in schema.constraints.iter().flat_map(RuleLine::of) {
            let RuleLine { names, keyword, ref value } = rule;
            let limit = if names && keyword == "enum" { NAMES_LIMIT } else { LIMIT };
            if value.len() > limit {
                let keyword = format!("{}{keyword}", if names { "propertyNames " } else { "" });
                self.problems.report(schema.origin, ProblemKind::RuleTooLong { keyword, limit });
                continue;
            }
            let line = rule.at(place);
            if !self.lines.contains(&line) {
                self.lines.push(line);
            }
        }
    }
}

/// The alternatives that are the only string, number or list: a constraint for that type applies to
/// no other.
fn alone_of_their_kind(schemas: &Schemas, union: &Union) -> Vec<SchemaId> {
    let kind = |id: SchemaId| match &schemas[schemas.resolve(id)].form {
        Form::String(_) => Some("string"),
        Form::Integer(_) | Form::Number { .. } => Some("number"),
        Form::Array(_) => Some("array"),
        _ => None,
    };
    // An enumeration, a tuple or any value may have the same type too.
    let clear = union.alternatives.iter().all(|alternative| {
        let form = &schemas[schemas.resolve(alternative.schema)].form;
        kind(alternative.schema).is_some()
            || matches!(form, Form::Boolean | Form::Null | Form::Object(_) | Form::Map(_))
    });
    let alone = union.alternatives.iter().map(|one| one.schema).filter(|one| {
        let same = union.alternatives.iter().filter(|other| kind(other.schema) == kind(*one));
        clear && kind(*one).is_some() && same.count() == 1
    });
    alone.collect()
}
