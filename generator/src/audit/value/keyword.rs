//! Keywords of schemas that are judged by themselves, while the walk passes them.

use super::close_format;
use crate::audit::finding::Findings;
use crate::document::NodeId;
use crate::lower::Context;
use crate::problem::ProblemKind;

/// Reports a keyword that cannot be meant; whether it says something of values that has to be compared.
pub(in crate::audit) fn check<'d>(
    context: Context<'d>,
    findings: &mut Findings<'d>,
    name: &'d str,
    node: NodeId,
) -> bool {
    let document = context.document;
    match name {
        "format" => {
            let format = document.text(node).unwrap_or_default();
            if let Some(instead) = findings.close(format, close_format) {
                let problem = ProblemKind::MisspelledFormat { format: format.into(), instead };
                context.problems.report(node, problem);
            }
        }
        "not" | "if" | "dependentRequired" | "dependentSchemas" | "dependencies" | "contains"
        | "unevaluatedItems" => findings.unchecked(name, node),
        "default" | "enum" | "example" | "examples" | "pattern" | "minimum" | "maximum"
        | "exclusiveMinimum" | "exclusiveMaximum" | "minLength" | "maxLength" | "minItems"
        | "maxItems" | "minProperties" | "maxProperties" => return true,
        _ => {}
    }
    false
}
