//! Checks values against the document's constraints (JSON Schema 2020-12 validation, section 6).
//!
//! Nothing is checked automatically: a server may outgrow its document, and its responses still
//! decode. A program that wants to check a value before sending it calls [`check`](check()).

mod compare;
mod constraint;
#[cfg(feature = "pattern")]
mod ecma;
mod findings;
mod format;
mod pattern;
mod place;
mod rule;

pub use findings::{Findings, Unchecked, Violation};

use crate::model::{Shape, Slot, Table};
use format::Format;
use pattern::Patterns;
use place::Place;
use rule::Rule;

/// The maximum depth of checking, which is that of decoding and encoding.
const DEPTH: usize = 128;

/// Finds every violation of the document's constraints in a value, in one pass over the tables of
/// its types.
///
/// It examines the members of records and the positions of tuples, including lists and maps within
/// them, and records and tuples as a whole. In a union, constraints on a string, number or list
/// apply if only one alternative has that kind; values of enumerations are not checked, since they
/// are open.
pub fn check(value: &dyn Slot) -> Findings {
    let mut checker = Checker::default();
    checker.value(value, &Place::Root, DEPTH);
    checker.findings
}

/// The same for an argument of an operation, with the rules in its description; paths begin at
/// `root`.
pub(crate) fn check_argument(
    value: &dyn Slot,
    rules: &'static [&'static str],
    root: Root<'_>,
) -> Findings {
    let mut checker = Checker::default();
    let root_place = match root {
        Root::Body => Place::Named("$request.body"),
        Root::Parameter(location, _) => Place::Named(location),
    };
    let place = match root {
        Root::Body => root_place,
        Root::Parameter(_, name) => Place::Name(&root_place, name),
    };
    for line in rules {
        if let Some(rule) = checker.read(line, &place) {
            checker.rule(&rule, rule.steps, value, &place, 0);
        }
    }
    checker.value(value, &place, DEPTH);
    checker.findings
}

/// The argument of an operation, in the terms of OpenAPI's runtime expressions.
#[derive(Clone, Copy)]
pub(crate) enum Root<'a> {
    Body,
    /// `$request.query` and the parameter's name.
    Parameter(&'static str, &'a str),
}

/// Values that can be checked against the document's constraints.
///
/// ```
/// # mod pets { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/pets.rs.txt")); }
/// use callwright_runtime::check::Check;
///
/// let pet: pets::Pet = callwright_runtime::from_json(br#"{"id":1,"name":"Rex"}"#).unwrap();
/// assert!(pet.check().is_valid());
/// ```
pub trait Check {
    /// Finds every violation in the value; see [`check`](check()).
    fn check(&self) -> Findings;
}

impl<T: Slot> Check for T {
    fn check(&self) -> Findings {
        check(self)
    }
}

#[derive(Default)]
struct Checker {
    findings: Findings,
    patterns: Patterns,
}

impl Checker {
    /// Checks a value by the tables of its own types.
    fn value(&mut self, value: &dyn Slot, place: &Place<'_>, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            self.findings.unknown(place, "", "it is nested too deep".to_owned());
            return;
        };
        match value.shape() {
            Shape::Record(table) | Shape::Sequence(table) => {
                self.table(value, table, place);
                for index in 0..table.fields.len() {
                    self.value(value.part(index), &place.part(value, table, index), depth);
                }
                let rest = value.part(table.fields.len());
                self.inner(rest, place, table.fields.len(), depth);
            }
            Shape::Union(_) => self.value(value.part(0), place, depth),
            Shape::Formatted { text, format } => {
                let broken =
                    Format::named(format).and_then(|format| compare::of_format(format, text));
                if let Some((expected, found)) = broken {
                    self.findings.violated(place, "format", expected, found);
                }
            }
            _ => self.inner(value, place, 0, depth),
        }
    }

    /// Checks the items of a list, counted from `first`, or the values of a map.
    fn inner(&mut self, value: &dyn Slot, place: &Place<'_>, first: usize, depth: usize) {
        each(value, place, first, &mut |item, place| self.value(item, place, depth));
    }

    /// Applies the rules of a table to a record or tuple.
    fn table(&mut self, value: &dyn Slot, table: &'static Table, place: &Place<'_>) {
        for line in table.rules {
            let Some(rule) = self.read(line, place) else { continue };
            match rule.part {
                None => self.rule(&rule, rule.steps, value, place, 0),
                // Undeclared parts are in the same object or array as the declared ones.
                Some(index) if index >= table.fields.len() => {
                    self.rule(&rule, rule.steps, value.part(index), place, table.fields.len());
                }
                Some(index) => {
                    let place = place.part(value, table, index);
                    self.rule(&rule, rule.steps, value.part(index), &place, 0);
                }
            }
        }
    }

    /// Parses a rule; an unknown one comes from a later version, and counts as unchecked.
    fn read(&mut self, line: &'static str, place: &Place<'_>) -> Option<Rule> {
        let rule = Rule::parse(line);
        if rule.is_none() {
            self.findings.unknown(place, line, "the rule is not understood".to_owned());
        }
        rule
    }

    fn rule(
        &mut self,
        rule: &Rule,
        steps: usize,
        value: &dyn Slot,
        place: &Place<'_>,
        first: usize,
    ) {
        if value.is_null() {
            return;
        }
        match steps.checked_sub(1) {
            None => self.test(rule, value, place),
            Some(steps) => {
                each(value, place, first, &mut |item, place| {
                    self.rule(rule, steps, item, place, 0);
                });
            }
        }
    }

    fn test(&mut self, rule: &Rule, value: &dyn Slot, place: &Place<'_>) {
        match compare::compare(rule, value, &mut self.patterns) {
            Ok(None) => {}
            Ok(Some((expected, found))) => {
                self.findings.violated(place, rule.constraint.keyword(), expected, found);
            }
            Err(reason) => self.findings.unknown(place, rule.text, reason),
        }
    }
}

/// Calls a function with the items of a list, counted from `first`, or the values of a map, with
/// their locations.
fn each(
    value: &dyn Slot,
    place: &Place<'_>,
    first: usize,
    give: &mut dyn FnMut(&dyn Slot, &Place<'_>),
) {
    if let Some(items) = value.as_items() {
        let mut index = 0;
        while let Some(item) = items.item(index) {
            give(item, &Place::Index(place, first + index));
            index += 1;
        }
    } else if let Some(members) = value.as_members() {
        members.visit(&mut |name, value| {
            if let Some(value) = value {
                give(value, &Place::Name(place, name));
            }
        });
    }
}

#[cfg(test)]
mod tests;
