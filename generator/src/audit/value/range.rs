//! Pairs of bounds that leave no value between them.

use crate::document::NodeId;
use crate::ir::{Constraint, Count};
use crate::lower::Context;
use crate::problem::ProblemKind;

/// Reports a least value that is above the greatest.
pub(super) fn check(context: Context<'_>, node: NodeId, constraints: &[Constraint]) {
    for (least, most) in empty(constraints) {
        let at = context.document.get(node, least).unwrap_or(node);
        context.problems.report(at, ProblemKind::EmptyRange { least, most });
    }
}

/// The keywords of the pairs that exclude each other.
fn empty(constraints: &[Constraint]) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for least in constraints {
        for most in constraints {
            found.extend(pair(least, most));
        }
    }
    found
}

fn pair(least: &Constraint, most: &Constraint) -> Option<(&'static str, &'static str)> {
    use Constraint as C;
    let number = |text: &str| text.parse::<f64>().ok();
    let beyond = |least: &str, most: &str, touching: bool| {
        matches!((number(least), number(most)), (Some(least), Some(most))
            if least > most || (touching && least >= most))
    };
    let more = |least: &Count, most: &Count| beyond(least.as_str(), most.as_str(), false);
    let (is_empty, names) = match (least, most) {
        (C::Minimum(least), C::Maximum(most)) => {
            (beyond(least, most, false), ("minimum", "maximum"))
        }
        (C::Minimum(least), C::ExclusiveMaximum(most)) => {
            (beyond(least, most, true), ("minimum", "exclusiveMaximum"))
        }
        (C::ExclusiveMinimum(least), C::Maximum(most)) => {
            (beyond(least, most, true), ("exclusiveMinimum", "maximum"))
        }
        (C::ExclusiveMinimum(least), C::ExclusiveMaximum(most)) => {
            (beyond(least, most, true), ("exclusiveMinimum", "exclusiveMaximum"))
        }
        (C::MinLength(least), C::MaxLength(most)) => {
            (more(least, most), ("minLength", "maxLength"))
        }
        (C::MinItems(least), C::MaxItems(most)) => (more(least, most), ("minItems", "maxItems")),
        (C::MinProperties(least), C::MaxProperties(most)) => {
            (more(least, most), ("minProperties", "maxProperties"))
        }
        _ => return None,
    };
    is_empty.then_some(names)
}

#[cfg(test)]
mod tests {
    use super::empty;
    use crate::ir::{Constraint, Count};

    #[test]
    fn bounds_that_meet_are_empty_only_if_one_excludes_itself() {
        let minimum = Constraint::Minimum("5".to_owned());
        let ranges = [
            vec![minimum.clone(), Constraint::Maximum("5".to_owned())],
            vec![minimum.clone(), Constraint::ExclusiveMaximum("5".to_owned())],
            vec![minimum, Constraint::Maximum("4.5".to_owned())],
        ];
        assert_eq!(
            ranges.map(|range| empty(&range)),
            [vec![], vec![("minimum", "exclusiveMaximum")], vec![("minimum", "maximum")]]
        );
        let count = |text| Count::parse(text).unwrap();
        let lengths = [Constraint::MinLength(count("10")), Constraint::MaxLength(count("9"))];
        assert_eq!(empty(&lengths), [("minLength", "maxLength")]);
    }
}
