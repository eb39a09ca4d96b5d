//! Positions, asserted as line:column-line:column.

use super::{Positions, Span};
use crate::document::Document;
use crate::load::{LoadOptions, load_text};
use crate::problem::Problems;

fn at(source: &str, tokens: &[&str]) -> String {
    let document: Document =
        load_text("api", source.to_owned(), &LoadOptions::default(), &Problems::default()).unwrap();
    let node = document.walk(document.root().unwrap(), tokens.iter().copied()).unwrap();
    let Span { start, end } = Positions::of(source).span(&document, node).unwrap();
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
