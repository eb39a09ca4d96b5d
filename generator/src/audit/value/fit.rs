//! Checks values against schemas, except for patterns.

use std::cell::Cell;

use crate::document::{Kind, NodeId};
use crate::ir::{Constraint, Count};
use crate::lower::Context;
use crate::normalise::{AdditionalKeyword, Keywords, TypeSet};

/// The depth to which a value is compared.
const DEPTH: usize = 24;

/// The maximum number of comparisons of values with schemas in one document; values beyond it pass.
#[derive(Debug)]
pub(in crate::audit) struct Budget(Cell<usize>);

impl Budget {
    pub(in crate::audit) fn new() -> Self {
        Self(Cell::new(1_000_000))
    }

    fn spend(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }
}

/// The differences that are tolerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) enum Leniency {
    Exact,
    /// A number or a boolean without quotes, where YAML would need them for a string, counts as its text.
    Spelling,
}

/// The innermost value that breaks a schema, and how; `None` where the value meets it, or nothing tells.
///
/// Null meets every schema: documents write it for a value that is not there.
pub(super) fn mismatch(
    context: Context<'_>,
    budget: &Budget,
    (schema, value): (NodeId, NodeId),
    leniency: Leniency,
) -> Option<(NodeId, String)> {
    Comparison { context, budget, leniency }.of(schema, value, DEPTH)
}

#[derive(Clone, Copy)]
struct Comparison<'a, 'd> {
    context: Context<'d>,
    budget: &'a Budget,
    leniency: Leniency,
}

impl Comparison<'_, '_> {
    fn of(self, schema: NodeId, value: NodeId, depth: usize) -> Option<(NodeId, String)> {
        let depth = depth.checked_sub(1).filter(|_| self.budget.spend())?;
        let document = self.context.document;
        // YAML's infinities are reported as such.
        if *document.kind(value) == Kind::Null || document.is_not_finite(value) {
            return None;
        }
        let keywords = self.context.keywords(schema);
        if keywords.has_reference {
            let target = self.context.resolver.target(schema)?;
            if let Some(found) = self.of(target, value, depth) {
                return Some(found);
            }
        }
        self.own(&keywords, value)
            .or_else(|| self.composed(&keywords, value, depth))
            .or_else(|| self.members(&keywords, value, depth))
            .or_else(|| self.items(&keywords, value, depth))
    }

    /// Compares with the keywords that look at the value as a whole.
    fn own(self, keywords: &Keywords, value: NodeId) -> Option<(NodeId, String)> {
        let kind = self.context.document.kind(value);
        let types = keywords.shape.types.unwrap_or(TypeSet::ALL);
        if !self.is_of(types, kind) {
            let (found, types) = (name(kind), words(types));
            return Some((value, format!("it is {found}, but the type is {types}")));
        }
        if let Some(values) = &keywords.shape.enumeration
            && !values.iter().any(|one| self.equals(*one, value))
        {
            let key = if values.len() == 1 { "the only value" } else { "one of the values" };
            return Some((value, format!("it is not {key} that the schema lists")));
        }
        broken(&keywords.constraints, kind).map(|reason| (value, reason))
    }

    fn is_of(self, types: TypeSet, kind: &Kind) -> bool {
        let is_text = types.contains(TypeSet::STRING) && self.leniency == Leniency::Spelling;
        match kind {
            Kind::Null => true,
            Kind::Boolean(_) => types.contains(TypeSet::BOOLEAN) || is_text,
            Kind::Number(text) => {
                let is_whole = text.parse::<f64>().is_ok_and(|number| number.fract() == 0.0);
                types.contains(TypeSet::NUMBER)
                    || (types.contains(TypeSet::INTEGER) && is_whole)
                    || is_text
            }
            Kind::String(_) => types.contains(TypeSet::STRING),
            Kind::Array(_) => types.contains(TypeSet::ARRAY),
            Kind::Object(_) => types.contains(TypeSet::OBJECT),
        }
    }

    fn equals(self, one: NodeId, other: NodeId) -> bool {
        let document = self.context.document;
        match (document.kind(one), document.kind(other)) {
            (Kind::String(one), Kind::String(other)) => one == other,
            (Kind::Number(one), Kind::Number(other)) => {
                one == other || one.parse::<f64>() == other.parse::<f64>()
            }
            // Quotes are missing on one side.
            (Kind::Array(_) | Kind::Object(_), _) | (_, Kind::Array(_) | Kind::Object(_)) => {
                self.context.compact(one) == self.context.compact(other)
            }
            _ => text(self.context, one) == text(self.context, other),
        }
    }

    fn composed(
        self,
        keywords: &Keywords,
        value: NodeId,
        depth: usize,
    ) -> Option<(NodeId, String)> {
        let mut parts = keywords.all_of.iter();
        if let Some(found) = parts.find_map(|part| self.of(*part, value, depth)) {
            return Some(found);
        }
        let unions = [("oneOf", &keywords.shape.one_of), ("anyOf", &keywords.shape.any_of)];
        let (key, _) = unions.into_iter().find(|(_, alternatives)| {
            !alternatives.is_empty()
                && alternatives.iter().all(|one| self.of(*one, value, depth).is_some())
        })?;
        Some((value, format!("it meets no alternative of `{key}`")))
    }

    fn members(self, keywords: &Keywords, value: NodeId, depth: usize) -> Option<(NodeId, String)> {
        let document = self.context.document;
        if !document.is_object(value) {
            return None;
        }
        for (name, schema) in &keywords.shape.properties {
            let Some(member) = document.get(value, name) else { continue };
            if let Some(found) = self.of(*schema, member, depth) {
                return Some(found);
            }
        }
        for (name, _) in &keywords.shape.required {
            if document.get(value, name).is_none() && !self.is_one_way(keywords, name) {
                return Some((value, format!("it has no `{name}`, which is required")));
            }
        }
        let is_alone = !keywords.has_reference
            && keywords.all_of.is_empty()
            && keywords.shape.one_of.is_empty()
            && keywords.shape.any_of.is_empty()
            && keywords.shape.patterns.is_empty();
        let declared = |name: &str| keywords.shape.properties.iter().any(|(own, _)| own == name);
        let mut others = document.members(value).filter(|(name, _)| !declared(name));
        match keywords.shape.additional {
            Some(AdditionalKeyword::Closed) if is_alone => {
                let (name, member) = others.next()?;
                Some((member, format!("the schema does not allow a member `{name}`")))
            }
            Some(AdditionalKeyword::Schema(schema)) if keywords.shape.patterns.is_empty() => {
                others.find_map(|(_, member)| self.of(schema, member, depth))
            }
            _ => None,
        }
    }

    /// Whether a property is only sent or only received, so that a value of the other direction lacks it.
    fn is_one_way(self, keywords: &Keywords, name: &str) -> bool {
        let declared = keywords.shape.properties.iter().find(|(own, _)| own == name);
        declared.is_none_or(|(_, schema)| {
            let own = self.context.keywords(*schema);
            own.usage.read_only || own.usage.write_only
        })
    }

    fn items(self, keywords: &Keywords, value: NodeId, depth: usize) -> Option<(NodeId, String)> {
        let first = &keywords.shape.prefix_items;
        self.context.document.items(value).iter().enumerate().find_map(|(index, item)| {
            let schema = first.get(index).copied().or(keywords.shape.items)?;
            self.of(schema, *item, depth)
        })
    }
}

/// A scalar as text.
fn text(context: Context<'_>, node: NodeId) -> String {
    match context.document.kind(node) {
        Kind::String(_) | Kind::Number(_) => context.document.spelled(node).to_owned(),
        _ => context.compact(node),
    }
}

/// The violation of a constraint by a value; patterns, formats and constraints over several values are not checked.
pub(super) fn broken(constraints: &[Constraint], kind: &Kind) -> Option<String> {
    constraints.iter().find_map(|constraint| match kind {
        Kind::Number(text) => number(constraint, text.parse().ok()?),
        Kind::String(text) => length(constraint, text.chars().count()),
        Kind::Array(items) => match constraint {
            Constraint::MinItems(least) => fewer(items.len(), least, "items"),
            Constraint::MaxItems(most) => more(items.len(), most, "items"),
            _ => None,
        },
        Kind::Object(members) => match constraint {
            Constraint::MinProperties(least) => fewer(members.len(), least, "members"),
            Constraint::MaxProperties(most) => more(members.len(), most, "members"),
            _ => None,
        },
        Kind::Null | Kind::Boolean(_) => None,
    })
}

fn number(constraint: &Constraint, value: f64) -> Option<String> {
    let bound = |text: &str| text.parse::<f64>().ok();
    match constraint {
        Constraint::Minimum(least) => {
            (value < bound(least)?).then(|| format!("it is less than the minimum, {least}"))
        }
        Constraint::ExclusiveMinimum(least) => {
            (value <= bound(least)?).then(|| format!("it is not greater than {least}"))
        }
        Constraint::Maximum(most) => {
            (value > bound(most)?).then(|| format!("it is greater than the maximum, {most}"))
        }
        Constraint::ExclusiveMaximum(most) => {
            (value >= bound(most)?).then(|| format!("it is not less than {most}"))
        }
        _ => None,
    }
}

fn length(constraint: &Constraint, length: usize) -> Option<String> {
    match constraint {
        Constraint::MinLength(least) => fewer(length, least, "characters"),
        Constraint::MaxLength(most) => more(length, most, "characters"),
        _ => None,
    }
}

fn fewer(count: usize, least: &Count, unit: &str) -> Option<String> {
    let is_fewer = least.as_usize().is_none_or(|least| count < least);
    is_fewer.then(|| format!("it has {count} {unit}, but the least is {}", least.as_str()))
}

fn more(count: usize, most: &Count, unit: &str) -> Option<String> {
    let is_more = most.as_usize().is_some_and(|most| count > most);
    is_more.then(|| format!("it has {count} {unit}, but the most is {}", most.as_str()))
}

fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean(_) => "a boolean",
        Kind::Number(_) => "a number",
        Kind::String(_) => "a string",
        Kind::Array(_) => "an array",
        Kind::Object(_) => "an object",
    }
}

/// `string`, `integer or boolean`.
fn words(types: TypeSet) -> String {
    let debug = format!("{types:?}");
    debug.trim_matches(['{', '}']).replace('"', "").replace(", ", " or ")
}
