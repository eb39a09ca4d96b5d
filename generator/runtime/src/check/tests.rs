use super::constraint::Constraint;
use super::rule::Rule;
use super::{Check, Root, check, check_argument};
use crate::generated as rt;
use crate::json::{DecodeError, Number};
use crate::json::{Json, Map};
use crate::model::{Slot, from_json};

struct Item {
    name: String,
    tags: Option<Vec<String>>,
    size: f64,
    count: Option<i64>,
    inner: Option<Box<Item>>,
    limits: rt::Nullable<Map<Vec<i64>>>,
    secret: rt::Secret,
    extra: rt::Extra,
}

impl Slot for Item {
    fn blank() -> Self {
        Self {
            name: rt::blank(),
            tags: rt::blank(),
            size: rt::blank(),
            count: rt::blank(),
            inner: rt::blank(),
            limits: rt::blank(),
            secret: rt::blank(),
            extra: rt::blank(),
        }
    }

    fn shape(&self) -> rt::Shape<'_> {
        static TABLE: rt::Table = rt::Table {
            name: "Item",
            fields: &["!name", "?tags", "!size", "?count", "?inner", "~limits", "!secret"],
            required: 3,
            rules: &[
                ". maxProperties 6",
                ". names maxLength 8",
                "0 minLength 2",
                "0 pattern ^[a-z ]+$",
                "1 minItems 1",
                "1 uniqueItems true",
                "1 [] maxLength 3",
                "2 multipleOf 0.01",
                "2 exclusiveMinimum 0",
                "3 maximum 9",
                "5 names enum [\"cpu\",\"gpu\"]",
                "5 {} maxItems 1",
                "5 {} [] minimum 0",
                "6 minLength 3",
            ],
            ..rt::TABLE
        };
        rt::Shape::Record(&TABLE)
    }

    fn part(&self, index: usize) -> &dyn Slot {
        match index {
            0 => &self.name,
            1 => &self.tags,
            2 => &self.size,
            3 => &self.count,
            4 => &self.inner,
            5 => &self.limits,
            6 => &self.secret,
            _ => &self.extra,
        }
    }

    fn part_mut(&mut self, index: usize) -> &mut dyn Slot {
        match index {
            0 => &mut self.name,
            1 => &mut self.tags,
            2 => &mut self.size,
            3 => &mut self.count,
            4 => &mut self.inner,
            5 => &mut self.limits,
            6 => &mut self.secret,
            _ => &mut self.extra,
        }
    }
}

rt::record!(Item);

fn found(text: &str) -> Vec<String> {
    let item: Item = from_json(text.as_bytes()).unwrap();
    item.check().violations().iter().map(ToString::to_string).collect()
}

#[test]
fn a_rule_is_read_from_its_line() {
    let rule = Rule::parse("5 {} [] minimum 0").unwrap();
    let minimum = Constraint::Minimum(Number::from(0));
    assert_eq!((rule.part, rule.steps, rule.names), (Some(5), 2, false));
    assert_eq!(rule.constraint, minimum);
    let rule = Rule::parse(". names pattern ^a b$").unwrap();
    assert_eq!((rule.part, rule.names), (None, true));
    assert_eq!(rule.constraint, Constraint::Pattern("^a b$"));
    let unknown = ["x", "0 maxLength", "0 maxLength -1", "0 minimum x", "0 later 1", "- minimum 1"];
    assert_eq!(unknown.map(Rule::parse), [const { None }; 6]);
}

#[test]
fn a_value_that_keeps_every_rule_has_no_findings() {
    let text = r#"{"name":"ab","tags":["a","b"],"size":1.1,"count":9,"limits":{"cpu":[0]},"secret":"abc"}"#;
    assert_eq!(found(text), Vec::<String>::new());
    assert_eq!(
        found(r#"{"name":"ab","size":0.07,"limits":null,"secret":"abc"}"#),
        Vec::<String>::new()
    );
}

#[test]
fn every_violation_has_its_path_what_was_expected_and_what_was_found() {
    let text = r#"{"name":"é","tags":["long","a","a"],"size":0.005,"count":10,"inner":{"name":"ab","tags":[],"size":-1,"secret":"abc"},"limits":{"ram":[1,-2]},"secret":"ab","undeclared":1}"#;
    let found = found(text);
    let (patterns, others): (Vec<String>, Vec<String>) =
        found.into_iter().partition(|line| line.contains("matches"));
    let expected: &[&str] = if cfg!(feature = "pattern") {
        &["at $.name: expected a text that matches \"^[a-z ]+$\", found another text"]
    } else {
        &[]
    };
    assert_eq!(patterns, expected);
    assert_eq!(
        others,
        [
            "at $: expected at most 6 members, found 8 members",
            "at $: expected names that are at most 8 characters, found \"undeclared\", 10 characters",
            "at $.name: expected at least 2 characters, found 1 characters",
            "at $.tags: expected items that all differ, found the item at 2 a second time",
            "at $.tags[0]: expected at most 3 characters, found 4 characters",
            "at $.size: expected a multiple of 0.01, found 0.005",
            "at $.count: expected at most 9, found 10",
            "at $.limits: expected names that are one of [\"cpu\",\"gpu\"], found \"ram\", another",
            "at $.limits.ram: expected at most 1 items, found 2 items",
            "at $.limits.ram[1]: expected at least 0, found -2",
            "at $.secret: expected at least 3 characters, found 2 characters",
            "at $.inner.tags: expected at least 1 items, found 0 items",
            "at $.inner.size: expected more than 0, found -1",
        ]
    );
}

#[test]
fn what_cannot_be_checked_is_said_and_breaks_nothing() {
    let item: Item = from_json(br#"{"name":"ab","size":1,"secret":"abc"}"#).unwrap();
    let findings = item.check();
    let unchecked: Vec<String> = findings.unchecked().iter().map(ToString::to_string).collect();
    let expected: &[&str] = if cfg!(feature = "pattern") {
        &[]
    } else {
        &["at $.name: \"pattern ^[a-z ]+$\" was not checked: the feature `pattern` is off"]
    };
    assert_eq!(unchecked, expected);
    assert_eq!(findings.into_result(), Ok(()));
    let mut deep = Item::blank();
    for _ in 0..200 {
        deep = Item { inner: Some(Box::new(deep)), ..Item::blank() };
    }
    let last =
        check(&deep).unchecked().iter().map(ToString::to_string).find(|line| line.contains("deep"));
    assert!(last.is_some());
}

#[test]
fn numbers_of_any_size_are_compared_exactly() {
    let number = |text: &str| -> Result<Number, DecodeError> { text.parse() };
    assert_eq!(number("1.10").unwrap().scaled(), Some((11, -1)));
    assert_eq!(number("-0").unwrap().scaled(), Some((0, 0)));
    assert_eq!(number(&"9".repeat(50)).unwrap().scaled(), None);
    assert_eq!(Json::from(5).check().violations(), []);
}

#[test]
fn a_rule_of_a_later_version_counts_as_not_checked() {
    let findings = check_argument(&5_i64, &[". later 1"], Root::Body);
    let unchecked: Vec<String> = findings.unchecked().iter().map(ToString::to_string).collect();
    assert_eq!(
        unchecked,
        ["at $request.body: \". later 1\" was not checked: the rule is not understood"]
    );
}
