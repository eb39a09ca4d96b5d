//! Positions, asserted as line:column-line:column.

use proptest::prelude::*;

use super::{Positions, Shown, Span};
use crate::document::{Document, Kind, NodeId};
use crate::load::{LoadOptions, load_text};
use crate::problem::Problems;

fn at(source: &str, tokens: &[&str]) -> String {
    let document: Document =
        load_text("api", source.to_owned(), &LoadOptions::default(), &Problems::default()).unwrap();
    let node = document.walk(document.root().unwrap(), tokens.iter().copied()).unwrap();
    let shown = Positions::of(source).span(&document, node).unwrap();
    let Shown { span: Span { start, end }, is_exact } = shown;
    assert!(is_exact);
    format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column)
}

#[test]
fn scalars_are_shown_themselves_and_containers_by_their_key() {
    let source = "openapi: 3.0.3\nü:\n  a: [x, yy]\n  b:\n    - name: c\n      in: d\n";
    assert_eq!(at(source, &["openapi"]), "1:10-1:15");
    assert_eq!(at(source, &["ü"]), "2:1-2:2");
    assert_eq!(at(source, &["ü", "a"]), "3:3-3:4");
    assert_eq!(at(source, &["ü", "a", "1"]), "3:10-3:12");
    assert_eq!(at(source, &["ü", "b", "0", "name"]), "5:13-5:14");
    assert_eq!(at(source, &["ü", "b", "0"]).split_once('-').unwrap().0, "5:7");
}

#[test]
fn json_has_places_too() {
    let source =
        "{\"openapi\": \"3.0.3\",\n\t\"\\u00fc\": [1.50,\n {\"a\": \"😀\"}], \"b\\/\": {}}";
    assert_eq!(at(source, &["openapi"]), "1:13-1:20");
    assert_eq!(at(source, &["ü"]), "2:2-2:10");
    assert_eq!(at(source, &["ü", "0"]), "2:13-2:17");
    assert_eq!(at(source, &["ü", "1"]), "3:2-3:12");
    assert_eq!(at(source, &["ü", "1", "a"]), "3:8-3:11");
    assert_eq!(at(source, &["b/"]), "3:15-3:20");
}

#[test]
fn aliases_and_merges_lead_to_what_they_name() {
    let source = "openapi: 3.0.3\na: &a { b: 1 }\nc: *a\nd: { <<: *a, e: 2 }\n*x : 1\n";
    let source = source.replace("*x : 1\n", "");
    assert_eq!(at(&source, &["c", "b"]), "2:12-2:13");
    assert_eq!(at(&source, &["d", "b"]), "2:12-2:13");
    assert_eq!(at(&source, &["d", "e"]), "4:17-4:18");
}

#[test]
fn empty_values_are_shown_by_their_key() {
    assert_eq!(at("openapi:\nb: 1\n", &["openapi"]), "1:1-1:8");
}

#[test]
fn among_many_members_the_last_of_a_name_counts() {
    let mut source = String::from("openapi: 3.0.3\n");
    for index in 0..100 {
        source.push_str(["x-a", "x-b", "x-c"][index % 3]);
        source.push_str(": 1\n");
    }
    assert_eq!(at(&source, &["openapi"]), "1:10-1:15");
    assert_eq!(at(&source, &["x-a"]), "101:6-101:7");
    assert_eq!(at(&source, &["x-b"]), "99:6-99:7");
    assert_eq!(at(&source, &["x-c"]), "100:6-100:7");
}

/// The values of a document that have no position of their own.
fn without_position(document: &Document, positions: &Positions<'_>) -> Vec<String> {
    let mut open: Vec<NodeId> = document.root().into_iter().collect();
    let mut without = Vec::new();
    while let Some(node) = open.pop() {
        if positions.reach(&document.steps(node)).is_none() {
            without.push(document.pointer(node));
        }
        match document.kind(node) {
            Kind::Array(items) => open.extend(items),
            Kind::Object(members) => open.extend(members.values()),
            Kind::Null | Kind::Boolean(_) | Kind::Number(_) | Kind::String(_) => {}
        }
    }
    without
}

#[test]
fn a_flow_mapping_may_end_left_of_its_key() {
    let source = "openapi: 3.1.0\na:\n    b: {\n  \"x\": 1\n}\nc: {d: e}\n";
    assert_eq!(at(source, &["a", "b", "x"]), "4:8-4:9");
    assert_eq!(at(source, &["c", "d"]), "6:8-6:9");
}

#[test]
fn lines_are_those_of_editors() {
    let source = "openapi: 3.1.0\r\na: \"x\u{2028}y\"\r\nb: \"\u{85}\"\r\nc: z\r\n";
    assert_eq!(at(source, &["c"]), "4:4-4:5");
}

proptest! {
    /// Whatever YAML is read, each of its values has a position.
    #[test]
    fn every_value_that_is_read_has_a_position(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "b", "ü", "1", "x y", "\"q\"", "'s'", "\"\\u00e9\"", ":", ": ", "- ", "? ", ",", "{", "}", "[", "]",
            "\n", "\n  ", "\n    ", "\r\n", "&a ", "*a ", "!t ", " |\n        b\n", " >-\n        c\n", " # c", "---\n", "<<: ", "~", "a: 1\n",
        ]), 0..24),
    ) {
        let source = format!("openapi: 3.1.0\n{}\n", pieces.concat());
        let options = LoadOptions::default();
        if let Ok(document) = load_text("api.yaml", source.clone(), &options, &Problems::default()) {
            let without = without_position(&document, &Positions::of(&source));
            prop_assert_eq!(without, Vec::<String>::new(), "{}", source);
        }
    }
}
