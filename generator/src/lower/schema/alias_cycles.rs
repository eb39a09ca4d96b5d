//! Schemas that only refer to each other.

use crate::ir::{AnyReason, Form, SchemaId, Schemas};
use crate::problem::{ProblemKind, Problems};

/// Reports every schema in a cycle of aliases, and types it as any value: afterwards, no alias
/// leads back to itself.
pub(super) fn break_up(schemas: &mut Schemas, problems: &Problems) {
    // The walk that visited each schema; 0 if none has.
    let mut passed = vec![0; schemas.0.len()];
    for (walk, start) in (1_usize..).zip(schemas.ids()) {
        let mut at = start;
        while let Form::Alias(target) = schemas[at].form {
            let by = &mut passed[at.0 as usize];
            match *by {
                0 => *by = walk,
                by if by == walk => {
                    break_one(schemas, at, problems);
                    break;
                }
                // An earlier walk was here, and found no cycle.
                _ => break,
            }
            at = target;
        }
    }
}

fn break_one(schemas: &mut Schemas, first: SchemaId, problems: &Problems) {
    let mut at = first;
    while let Form::Alias(target) = schemas[at].form {
        let schema = &mut schemas.0[at.0 as usize];
        problems.report(schema.origin, ProblemKind::CircularReference);
        schema.form = Form::Any(AnyReason::Unsupported);
        at = target;
    }
}
