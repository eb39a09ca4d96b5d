//! One warning, one note and one error under each set of rules.

use super::{Level, Levels, Reported};
use crate::document::Document;
use crate::load::{LoadOptions, load_text};
use crate::problem::{Problem, ProblemKind, Problems};

const SOURCE: &str = "
openapi: 3.1.0
paths:
  /a: { get: { summary: 1 } }
  /b: { x-callwright-allow: [missing-schema, not-openapi], get: { x-callwright-allow: unchecked-keyword, summary: 1 } }
";

fn document() -> Document {
    load_text("api.yaml", SOURCE.to_owned(), &LoadOptions::default(), &Problems::default()).unwrap()
}

/// A warning, a note and an error at the operation below a path; each as `severity`, or `severity!` where it is denied.
fn reported(path: &str, rules: &[(&str, Level)]) -> Vec<String> {
    let document = document();
    let root = document.root().unwrap();
    let node = document.walk(root, ["paths", path, "get", "summary"]).unwrap();
    let kinds = [
        ProblemKind::MissingSchema,
        ProblemKind::UncheckedKeyword { name: "not".into(), more: "".into() },
        ProblemKind::NotOpenApi,
    ];
    let mut levels = Levels::default();
    for (what, level) in rules {
        levels.set((*what).to_owned(), *level);
    }
    let problems = kinds.into_iter().map(|kind| Problem { kind, node }).collect();
    let shown = |it: &Reported| {
        let denied = if it.is_denied { "!" } else { "" };
        format!("{}{denied}", it.severity.as_str())
    };
    levels.apply(&document, problems).iter().map(shown).collect()
}

#[test]
fn a_code_has_its_own_level_unless_a_rule_says_otherwise() {
    assert_eq!(reported("/a", &[]), ["warning", "note", "error"]);
    assert_eq!(reported("/a", &[("missing-schema", Level::Allow)]), ["note", "error"]);
    assert_eq!(reported("/a", &[("missing-schema", Level::Deny)]), ["error!", "note", "error"]);
    assert_eq!(
        reported("/a", &[("unchecked-keyword", Level::Warn)]),
        ["warning", "warning", "error"]
    );
    assert_eq!(
        reported("/a", &[("missing-schema", Level::Deny), ("missing-schema", Level::Warn)]),
        ["warning", "note", "error"]
    );
}

#[test]
fn the_group_applies_to_what_is_a_warning_otherwise() {
    assert_eq!(reported("/a", &[("warnings", Level::Deny)]), ["error!", "note", "error"]);
    assert_eq!(reported("/a", &[("warnings", Level::Allow)]), ["note", "error"]);
    for order in [[0, 1], [1, 0]] {
        let rules = [("warnings", Level::Deny), ("missing-schema", Level::Allow)];
        assert_eq!(reported("/a", &order.map(|index| rules[index])), ["note", "error"]);
    }
    assert_eq!(
        reported("/a", &[("warnings", Level::Deny), ("unchecked-keyword", Level::Warn)]),
        ["error!", "error!", "error"]
    );
}

#[test]
fn an_object_allows_codes_for_what_is_in_it() {
    assert_eq!(reported("/b", &[]), ["error"]);
    assert_eq!(reported("/b", &[("warnings", Level::Deny)]), ["error"]);
}

#[test]
fn codes_that_have_no_level_are_named() {
    let mut levels = Levels::default();
    for what in ["warnings", "missing-schema", "mising-schema", "weather", "not-openapi"] {
        levels.set(what.to_owned(), Level::Deny);
    }
    let faults: Vec<String> =
        levels.faults().map(|kind| format!("{kind}; {}", kind.help())).collect();
    assert_eq!(
        faults,
        [
            "`mising-schema` is not the code of a problem; write `missing-schema`",
            "`weather` is not the code of a problem; `callwright explain` lists all codes",
            "the level of `not-openapi` cannot be changed; correct the document, or leave the option out",
        ]
    );
}
