//! Values that cannot be meant: empty ranges, and defaults, examples and enum values that violate
//! their own schema.

mod enumeration;
mod fit;
mod format;
mod keyword;
mod pattern;
mod range;
mod shown;

pub(super) use fit::Budget;
pub(super) use keyword::check as keyword;

use crate::document::{Kind, NodeId};
use crate::ir::Constraint;
use crate::lower::Context;
use crate::problem::ProblemKind;
use fit::Leniency;
use format::{close_format, close_media_type};
use shown::shown;

/// Reports the values of a schema that cannot be meant.
pub(super) fn schema(context: Context<'_>, budget: &Budget, node: NodeId) {
    let keywords = context.keywords(node);
    range::check(context, node, &keywords.constraints);
    for constraint in &keywords.constraints {
        if let Constraint::Pattern(text) = constraint
            && let Err(reason) = pattern::check(text)
        {
            let at = context.document.get(node, "pattern").unwrap_or(node);
            context.problems.report(at, ProblemKind::InvalidPattern { reason });
        }
    }
    enumeration::check(context, node, &keywords);
    if let Some(default) = keywords.usage.default {
        let found = fit::mismatch(context, budget, (node, default), Leniency::Exact);
        if let Some((at, reason)) = found {
            let (value, reason) = (shown(context, at), reason.into());
            context.problems.report(at, ProblemKind::DefaultOutsideSchema { value, reason });
        }
    }
    let examples = context.document.get(node, "examples");
    let listed = examples.map(|examples| context.document.items(examples)).unwrap_or_default();
    for value in context.document.get(node, "example").iter().chain(listed) {
        example(context, budget, node, *value);
    }
}

/// Reports an example that breaks a schema.
pub(super) fn example(context: Context<'_>, budget: &Budget, schema: NodeId, value: NodeId) {
    let found = fit::mismatch(context, budget, (schema, value), Leniency::Spelling);
    if let Some((at, reason)) = found {
        let (value, reason) = (shown(context, at), reason.into());
        context.problems.report(at, ProblemKind::ExampleOutsideSchema { value, reason });
    }
}

/// Reports the examples of a parameter, a header or a media type that break its schema.
///
/// A string may be the value as it is sent, and stays unjudged.
pub(super) fn examples(context: Context<'_>, budget: &Budget, node: NodeId) {
    let document = context.document;
    let Some(schema) = document.get(node, "schema") else { return };
    let named = document.get(node, "examples").into_iter();
    let named = named.flat_map(|examples| document.members(examples));
    let named = named.filter_map(|(_, one)| {
        let is_written = document.get(one, "$ref").is_none();
        if is_written { document.get(one, "value") } else { None }
    });
    for value in document.get(node, "example").into_iter().chain(named) {
        if document.text(value).is_none() {
            example(context, budget, schema, value);
        }
    }
}

/// Reports the media types of a `content` that are close to known ones.
pub(super) fn media_types(context: Context<'_>, content: NodeId) {
    for (name, node) in context.document.members(content) {
        if let Some(instead) = close_media_type(name) {
            let problem = ProblemKind::MisspelledMediaType { name: name.into(), instead };
            context.problems.report(node, problem);
        }
    }
}

/// Reports an array of OpenAPI 2.0 or 3.0 that does not say what its items are.
pub(super) fn items(context: Context<'_>, node: NodeId) {
    let document = context.document;
    if document.get_text(node, "type") == Some("array") && document.get(node, "items").is_none() {
        context.problems.report(node, ProblemKind::ArrayWithoutItems);
    }
}

/// Reports `required: true` in a schema, where the object around it would name the property.
pub(super) fn required(context: Context<'_>, node: NodeId) {
    if let Some(required) = context.document.get(node, "required")
        && matches!(context.document.kind(required), Kind::Boolean(_))
    {
        context.problems.report(required, ProblemKind::RequiredOnProperty);
    }
}
