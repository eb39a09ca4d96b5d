//! References, tested on small documents.

use std::fmt::Write;

use proptest::prelude::*;

use super::{Resolver, decode_percent, pointer};
use crate::load::{Document, LoadOptions, NodeId, load_text};
use crate::problem::{Fault, Problems};

fn document(yaml: &str) -> Document {
    let text = format!("openapi: 3.1.0\n{yaml}");
    load_text("api.yaml", text, &LoadOptions::default(), &Problems::default()).unwrap()
}

fn node(document: &Document, tokens: &[&str]) -> NodeId {
    document.walk(document.root().unwrap(), tokens.iter().copied()).unwrap()
}

/// The pointer that following the value under the key `from` ends at, and the faults reported with their places.
fn followed(yaml: &str) -> (Option<String>, Vec<(Fault, String)>) {
    let document = document(yaml);
    let problems = Problems::default();
    let resolver = Resolver::new(&document, &problems);
    let end = resolver.follow(node(&document, &["from"])).map(|node| document.pointer(node));
    // A second look reports nothing new.
    resolver.follow(node(&document, &["from"]));
    let faults = problems
        .into_vec()
        .into_iter()
        .map(|problem| (problem.fault, document.pointer(problem.node)))
        .collect();
    (end, faults)
}

fn leads_to(yaml: &str, pointer: &str) {
    assert_eq!(followed(yaml), (Some(pointer.to_owned()), Vec::new()));
}

#[test]
fn a_value_without_reference_is_its_own_end() {
    leads_to("from: { type: string }", "#/from");
}

#[test]
fn a_pointer_reaches_any_place() {
    leads_to(
        "from: { $ref: '#/paths/~1pets~1%7Bid%7D/get' }\npaths: { '/pets/{id}': { get: {} } }",
        "#/paths/~1pets~1{id}/get",
    );
    leads_to("from: { $ref: '#/a~0b/1' }\na~b: [x, y]", "#/a~0b/1");
    leads_to("from: { $ref: '#/definitions/A' }\ndefinitions: { A: {} }", "#/definitions/A");
    leads_to("from: { $ref: '#' }", "#");
    leads_to("from: { $ref: '#/100%/a%20b' }\n100%: { a b: {} }", "#/100%/a b");
}

#[test]
fn a_chain_is_followed_to_its_end() {
    leads_to("from: { $ref: '#/a' }\na: { $ref: '#/b' }\nb: {}", "#/b");
}

#[test]
fn a_pointer_passes_through_other_references() {
    leads_to(
        "from: { $ref: '#/a/properties/x' }\na: { $ref: '#/b' }\nb: { properties: { x: {} } }",
        "#/b/properties/x",
    );
}

#[test]
fn anchors_and_identifiers_name_schemas() {
    leads_to("from: { $ref: '#pet' }\na: { $anchor: pet }", "#/a");
    leads_to(
        "from: { $ref: 'https://example.com/pet' }\na: { $id: https://example.com/pet }",
        "#/a",
    );
    leads_to(
        "from: { $ref: 'https://example.com/pet#/x' }\na: { $id: https://example.com/pet, x: {} }",
        "#/a/x",
    );
}

fn breaks(yaml: &str, fault: Fault, pointer: &str) {
    assert_eq!(followed(yaml), (None, vec![(fault, pointer.to_owned())]));
}

#[test]
fn a_reference_to_nothing_is_reported_at_the_reference() {
    let fault = Fault::DanglingReference { reference: "#/a".to_owned() };
    breaks("from: { $ref: '#/a' }", fault.clone(), "#/from/$ref");
    breaks("from: { $ref: '#/b' }\nb: { $ref: '#/a' }", fault, "#/b/$ref");
}

#[test]
fn what_is_no_reference_is_reported() {
    breaks(
        "from: { $ref: 1 }",
        Fault::MalformedReference { reason: "it is not a text".to_owned() },
        "#/from/$ref",
    );
    breaks(
        "from: { $ref: '#/a~2' }",
        Fault::MalformedReference {
            reason: "`~` in a JSON pointer stands only in `~0` and `~1`".to_owned(),
        },
        "#/from/$ref",
    );
}

#[test]
fn references_in_a_circle_are_reported() {
    let fault = Fault::CyclicReference { reference: "#/from".to_owned() };
    breaks("from: { $ref: '#/from' }", fault, "#/from/$ref");
    let fault = Fault::CyclicReference { reference: "#/a".to_owned() };
    breaks("from: { $ref: '#/a' }\na: { $ref: '#/from' }", fault, "#/from/$ref");
    let fault = Fault::CyclicReference { reference: "#/a/x".to_owned() };
    breaks("from: { $ref: '#/a/x' }\na: { $ref: '#/a/x' }", fault, "#/from/$ref");
}

#[test]
fn an_endless_chain_is_cut() {
    let mut yaml = String::from("from: { $ref: '#/a0' }\n");
    for index in 0..200 {
        writeln!(yaml, "a{index}: {{ $ref: '#/a{}' }}", index + 1).unwrap();
    }
    breaks(&yaml, Fault::ReferenceChain { limit: 100 }, "#/a99/$ref");
}

proptest! {
    #[test]
    fn every_key_can_be_pointed_at(keys in prop::collection::vec(any::<String>(), 1..4)) {
        let written: Vec<String> =
            keys.iter().map(|key| key.replace('~', "~0").replace('/', "~1")).collect();
        prop_assert_eq!(pointer::tokens(&written.join("/")), Some(keys));
    }

    #[test]
    fn percent_encoding_is_undone(text in any::<String>()) {
        let encoded = text.bytes().fold(String::new(), |mut encoded, byte| {
            write!(encoded, "%{byte:02X}").unwrap();
            encoded
        });
        prop_assert_eq!(decode_percent(&encoded), Some(text));
    }
}

#[test]
fn what_documents_often_get_wrong_is_taken_as_it_is_meant() {
    let rest = "components: { schemas: { Pet: {}, a/b: {}, 'https://example.com/x': {} } }";
    let cases = [
        ("Pet", "#/components/schemas/Pet"),
        (" #/components/schemas/Pet", "#/components/schemas/Pet"),
        ("/components/schemas/Pet", "#/components/schemas/Pet"),
        ("#components/schemas/Pet", "#/components/schemas/Pet"),
        ("#/definitions/Pet", "#/components/schemas/Pet"),
        ("#/components/schemas/a/b", "#/components/schemas/a~1b"),
        ("#/components/schemas/a%2Fb", "#/components/schemas/a~1b"),
        (
            "#/components/schemas/https://example.com/x",
            "#/components/schemas/https:~1~1example.com~1x",
        ),
    ];
    for (reference, instead) in cases {
        let fault =
            Fault::LooseReference { reference: reference.to_owned(), instead: instead.to_owned() };
        assert_eq!(
            followed(&format!("from: {{ $ref: '{reference}' }}\n{rest}")),
            (Some(instead.to_owned()), vec![(fault, "#/from/$ref".to_owned())])
        );
    }
}
