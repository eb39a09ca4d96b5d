//! Values of `enum`.

use std::borrow::Cow;

use super::fit;
use super::shown::shown;
use crate::collections::HashSet;
use crate::document::{Kind, NodeId};
use crate::lower::Context;
use crate::normalise::{Keywords, TypeSet};
use crate::problem::ProblemKind;

/// Reports values that occur twice, that are strings among numbers, or that break a constraint beside them.
///
/// Values that the type excludes are reported where the enumeration is lowered.
pub(super) fn check(context: Context<'_>, node: NodeId, keywords: &Keywords) {
    let document = context.document;
    let Some(values) = document.get(node, "enum").map(|values| document.items(values)) else {
        return;
    };
    let scalars = TypeSet::NUMBER.or(TypeSet::BOOLEAN).or(TypeSet::NULL);
    let is_scalar = keywords.shape.types.is_some_and(|types| scalars.contains(types));
    let mut seen: HashSet<Cow<'_, str>> = HashSet::default();
    let mut repeated: HashSet<Cow<'_, str>> = HashSet::default();
    for value in values {
        // Strings are not confused with numbers and the like that read the same.
        let key = match document.kind(*value) {
            Kind::String(text) => Cow::Borrowed(&**text),
            _ => Cow::Owned(format!("\u{0}{}", context.compact(*value))),
        };
        if seen.contains(&key) {
            if repeated.insert(key) {
                let problem = ProblemKind::DuplicateEnumValue { value: shown(context, *value) };
                context.problems.report(*value, problem);
            }
            continue;
        }
        seen.insert(key);
        let is_number_or_boolean = |text: &str| text.parse::<f64>().is_ok() || is_boolean(text);
        match document.kind(*value) {
            Kind::String(text) if is_scalar && is_number_or_boolean(text) => {
                let problem = ProblemKind::EnumValueAsString { value: shown(context, *value) };
                context.problems.report(*value, problem);
            }
            kind => {
                if let Some(reason) = fit::broken(&keywords.constraints, kind) {
                    let (value_text, reason) = (shown(context, *value), reason.into());
                    let problem = ProblemKind::EnumValueOutsideSchema { value: value_text, reason };
                    context.problems.report(*value, problem);
                }
            }
        }
    }
}

fn is_boolean(text: &str) -> bool {
    matches!(text, "true" | "false")
}
