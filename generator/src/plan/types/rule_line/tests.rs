//! The runtime parses every line that the generator writes, with the same meaning.

use callwright_runtime::{
    Json, check,
    check::{Unchecked, Violation},
    generated::{Shape, Slot, TABLE, Table},
};

use super::RuleLine;
use crate::ir::{Condition, Constraint, Count, Format, PropertyNames};

/// A record of one member, with the rules under test.
#[derive(Clone, Debug)]
struct Record {
    table: &'static Table,
    member: Json,
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.member == other.member
    }
}

impl Slot for Record {
    fn blank() -> Self {
        Self { table: &TABLE, member: Json::Null }
    }

    fn shape(&self) -> Shape<'_> {
        Shape::Record(self.table)
    }

    fn part(&self, index: usize) -> &dyn Slot {
        if index == 0 { &self.member } else { &Json::Null }
    }
}

/// The violated keywords that the runtime finds in a value, and the rules that it does not check.
fn found(constraint: &Constraint, value: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let lines =
        RuleLine::of(constraint).into_iter().map(|line| -> &'static str { line.at("0").leak() });
    let rules: Vec<&'static str> = lines.collect();
    let table = Box::leak(Box::new(Table {
        name: "Record",
        fields: &["!a"],
        rules: rules.leak(),
        ..TABLE
    }));
    let record = Record { table, member: value.parse().unwrap() };
    let findings = check(&record);
    (
        findings.violations().iter().map(Violation::keyword).collect(),
        findings.unchecked().iter().map(Unchecked::rule).collect(),
    )
}

/// The successor in a walk over all variants, with a violating value and the keyword that the
/// runtime reports: none if it is not checked. A new variant must be added here.
fn after(constraint: &Constraint) -> Option<(Constraint, &'static str, &'static [&'static str])> {
    let count = |text| Count::parse(text).unwrap();
    Some(match constraint {
        Constraint::Minimum(_) => {
            (Constraint::ExclusiveMinimum("1".to_owned()), "1", &["exclusiveMinimum"])
        }
        Constraint::ExclusiveMinimum(_) => {
            (Constraint::Maximum("1.0".to_owned()), "2", &["maximum"])
        }
        Constraint::Maximum(_) => {
            (Constraint::ExclusiveMaximum("1e0".to_owned()), "1", &["exclusiveMaximum"])
        }
        Constraint::ExclusiveMaximum(_) => {
            (Constraint::MultipleOf("0.5".to_owned()), "0.75", &["multipleOf"])
        }
        Constraint::MultipleOf(_) => (Constraint::MinLength(count("2")), r#""a""#, &["minLength"]),
        Constraint::MinLength(_) => (Constraint::MaxLength(count("1")), r#""ab""#, &["maxLength"]),
        Constraint::MaxLength(_) => (Constraint::MinItems(count("1e30")), "[1]", &["minItems"]),
        Constraint::MinItems(_) => (Constraint::MaxItems(count("1")), "[1,2]", &["maxItems"]),
        Constraint::MaxItems(_) => {
            (Constraint::MinProperties(count("1")), "{}", &["minProperties"])
        }
        Constraint::MinProperties(_) => {
            (Constraint::MaxProperties(count("0")), r#"{"a":1}"#, &["maxProperties"])
        }
        Constraint::MaxProperties(_) => (Constraint::UniqueItems, "[1,1]", &["uniqueItems"]),
        Constraint::UniqueItems => (Constraint::Format(Format::Ipv4), r#""x""#, &["format"]),
        Constraint::Format(_) => {
            let names = PropertyNames {
                listed: Some(vec!["a".to_owned()]),
                format: None,
                constraints: vec![
                    Constraint::MinLength(count("3")),
                    Constraint::Format(Format::Uuid),
                    Constraint::Minimum("5".to_owned()),
                ],
            };
            (Constraint::PropertyNames(names), r#"{"b":1}"#, &["enum", "minLength", "format"])
        }
        Constraint::PropertyNames(_) => (Constraint::Condition(Condition::Not), "1", &[]),
        Constraint::Condition(_) => (Constraint::MinContains(count("2")), "[]", &[]),
        Constraint::MinContains(_) => {
            (Constraint::Pattern("^a".to_owned()), r#""b""#, &["pattern"])
        }
        Constraint::Pattern(_) => return None,
    })
}

#[test]
fn the_runtime_checks_every_constraint_that_is_written() {
    let mut next = Some((Constraint::Minimum("1".to_owned()), "0", &["minimum"][..]));
    while let Some((constraint, broken, keywords)) = next {
        assert_eq!(found(&constraint, broken), (keywords.to_vec(), vec![]), "{constraint:?}");
        next = after(&constraint);
    }
}

#[test]
fn the_runtime_knows_every_format() {
    for format in Format::ALL {
        assert_eq!(
            found(&Constraint::Format(format), r#""%\n""#),
            (vec!["format"], vec![]),
            "{format:?}"
        );
    }
}
