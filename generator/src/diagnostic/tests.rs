//! Complete outputs, for people and for programs.

use super::{Diagnostic, collect, of_failure};
use crate::level::Levels;
use crate::load::{LoadOptions, load_text};
use crate::problem::Problems;
use crate::resolve::Resolver;

fn dangling() -> Diagnostic {
    dangling_in("openapi: 3.1.0\nx:\n  - 宠物: 1\n    $ref: \"#/y\\u0007\"\n")
}

/// The diagnostic of the reference in the item of `x`.
fn dangling_in(source: &str) -> Diagnostic {
    let source = source.to_owned();
    let problems = Problems::default();
    let document = load_text("api.yaml", source, &LoadOptions::default(), &problems).unwrap();
    let item = document.walk(document.root().unwrap(), ["x", "0"]).unwrap();
    Resolver::new(&document, &problems).follow(item);
    collect(&document, &Levels::default().apply(&document, problems.into_vec())).remove(0)
}

#[test]
fn a_diagnostic_shows_its_place() {
    assert_eq!(
        dangling().to_string(),
        concat!(
            "warning[dangling-reference]: `#/y\u{fffd}` does not resolve\n",
            " --> api.yaml:4:11, at #/x/0/$ref\n",
            "  |\n",
            "4 |     $ref: \"#/y\\u0007\"\n",
            "  |           ^^^^^^^^^^^\n",
            "  |\n",
            "  = note: a schema is typed as any JSON value; anything else is left out\n",
            "  = help: correct the reference, or add its target\n",
        )
    );
}

/// A block scalar at the indentation of its key: `serde_yaml` permits it, YAML does not.
#[test]
fn a_position_behind_the_end_of_the_second_reading_is_near() {
    let diagnostic = dangling_in("openapi: 3.1.0\na:\n|\n  b\nx: [{$ref: '#/y'}]\n");
    assert_eq!(diagnostic.location(), "near api.yaml:1:1");
    assert!(diagnostic.is_near);
}

#[test]
fn a_diagnostic_is_one_line_of_json() {
    let diagnostic = dangling();
    let value: serde_json::Value = serde_json::from_str(&diagnostic.to_json()).unwrap();
    assert_eq!(
        value,
        serde_json::json!({
            "code": "dangling-reference",
            "severity": "warning",
            "denied": false,
            "message": "`#/y\u{7}` does not resolve",
            "file": "api.yaml",
            "line": 4,
            "column": 11,
            "near": false,
            "pointer": "#/x/0/$ref",
            "note": "a schema is typed as any JSON value; anything else is left out",
            "help": "correct the reference, or add its target",
            "rendered": diagnostic.to_string(),
        })
    );
    assert_eq!(diagnostic.to_json().lines().count(), 1);
}

#[test]
fn wide_characters_take_two_columns() {
    let failure = load_text(
        "api.yaml",
        "{\"宠物\": ]}".to_owned(),
        &LoadOptions::default(),
        &Problems::default(),
    )
    .unwrap_err();
    let rendered = of_failure(&failure).to_string();
    let lines: Vec<&str> = rendered.lines().skip(1).take(4).collect();
    assert_eq!(lines, [" --> api.yaml:1:8", "  |", "1 | {\"宠物\": ]}", "  |          ^"]);
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let source = format!("{{\"a\":\"{}\",\"b\":?}}", "x".repeat(500));
    let failure =
        load_text("api.json", source, &LoadOptions::default(), &Problems::default()).unwrap_err();
    let rendered = of_failure(&failure).to_string();
    let lines: Vec<&str> = rendered.lines().skip(3).take(2).collect();
    let shown = format!("1 | ...{}\",\"b\":?}}", "x".repeat(58));
    let caret = format!("  | {}^", " ".repeat(67));
    assert_eq!(lines, [shown, caret]);
}

#[test]
fn tabs_take_four_columns_and_carriage_returns_none() {
    let source = "openapi: 3.1.0\r\nx: {\t\"a\":\t]}\r\n".to_owned();
    let failure =
        load_text("api.yaml", source, &LoadOptions::default(), &Problems::default()).unwrap_err();
    let rendered = of_failure(&failure).to_string();
    let lines: Vec<&str> = rendered.lines().skip(1).take(4).collect();
    assert_eq!(
        lines,
        [" --> api.yaml:2:11", "  |", "2 | x: {    \"a\":    ]}", "  |                 ^"]
    );
}
