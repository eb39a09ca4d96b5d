//! Tests of references, on small documents.

use std::fmt::Write;

use proptest::prelude::*;

use super::{Resolver, decode_percent, pointer};
use crate::document::{Document, NodeId};
use crate::load::{LoadOptions, load_text};
use crate::problem::{ProblemKind, Problems};

fn document(yaml: &str) -> Document {
    let text = format!("openapi: 3.1.0\n{yaml}");
    load_text("api.yaml", text, &LoadOptions::default(), &Problems::default()).unwrap()
}

fn node(document: &Document, tokens: &[&str]) -> NodeId {
    document.walk(document.root().unwrap(), tokens.iter().copied()).unwrap()
}

/// The pointer of the value that the key `from` resolves to, and the reports with their pointers.
fn followed(yaml: &str) -> (Option<String>, Vec<(ProblemKind, String)>) {
    let document = document(yaml);
    let problems = Problems::default();
    let resolver = Resolver::new(&document, &problems);
    let end = resolver.follow(node(&document, &["from"])).map(|node| document.pointer(node));
    // Resolving again reports nothing new.
    resolver.follow(node(&document, &["from"]));
    let problems = problems
        .into_vec()
        .into_iter()
        .map(|problem| (problem.kind, document.pointer(problem.node)))
        .collect();
    (end, problems)
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

#[test]
fn an_identifier_is_the_base_of_the_references_below_it() {
    let schemas = "
defs:
  list: { $id: 'https://example.com/schemas/list', items: { $ref: item }, own: { $ref: '#/$defs/x' }, $defs: { x: {} } }
  item: { $id: 'https://example.com/schemas/item', $defs: { y: { $anchor: why } } }
  nested: { $id: 'https://example.com/other/', inner: { $id: pet/, leaf: { $ref: ../../schemas/item#why } } }
";
    let cases = [
        ("{ $ref: '#/defs/list/items' }", "#/defs/item"),
        ("{ $ref: '#/defs/list/own' }", "#/defs/list/$defs/x"),
        ("{ $ref: '#/defs/nested/inner/leaf' }", "#/defs/item/$defs/y"),
        ("{ $ref: 'https://example.com/schemas/list#/items' }", "#/defs/item"),
        ("{ $ref: 'https://example.com/other/pet/#/leaf' }", "#/defs/item/$defs/y"),
        ("{ $ref: 'https://example.com/other/../schemas/item#why' }", "#/defs/item/$defs/y"),
        ("{ $id: 'https://example.com/schemas/x', $ref: item }", "#/defs/item"),
        ("{ $id: 'urn:example:x', y: {}, $ref: '#/y' }", "#/from/y"),
    ];
    for (from, pointer) in cases {
        leads_to(&format!("from: {from}{schemas}"), pointer);
    }
}

#[test]
fn an_anchor_belongs_to_its_resource() {
    let schemas = "
a: { $id: 'https://example.com/a', in: { $ref: '#pet' }, $defs: { p: { $anchor: pet } } }
b: { $id: 'https://example.com/b', in: { $ref: '#pet' }, $defs: { p: { $anchor: pet } } }
c: { $anchor: only }
";
    let cases = [
        ("#/a/in", "#/a/$defs/p"),
        ("#/b/in", "#/b/$defs/p"),
        ("https://example.com/b#pet", "#/b/$defs/p"),
        // Not the intended target, but the one found without considering bases.
        ("#pet", "#/a/$defs/p"),
        ("https://example.com/b#only", "#/c"),
    ];
    for (reference, pointer) in cases {
        leads_to(&format!("from: {{ $ref: '{reference}' }}{schemas}"), pointer);
    }
}

#[test]
fn an_identifier_that_is_no_base_leads_no_reference_astray() {
    let schemas = "
components:
  schemas:
    Pet: { $id: Pet, in: { $ref: '#/components/schemas/Owner' } }
    Owner: { $id: '#/components/schemas/Owner', in: { $ref: '#/components/schemas/Pet' } }
    Old: { id: Old, in: { $ref: '#/components/schemas/Pet' } }
    Far: { $id: 'https://example.com/far.json', in: { $ref: '#/components/schemas/Pet' } }
    Data: { $id: { type: string }, in: { $ref: '#/components/schemas/Pet' } }
";
    let cases =
        [("Pet", "Owner"), ("Owner", "Pet"), ("Old", "Pet"), ("Far", "Pet"), ("Data", "Pet")];
    for (from, to) in cases {
        leads_to(
            &format!("from: {{ $ref: '#/components/schemas/{from}/in' }}{schemas}"),
            &format!("#/components/schemas/{to}"),
        );
    }
    leads_to(&format!("from: {{ $ref: Pet }}{schemas}"), "#/components/schemas/Pet");
}

#[test]
fn a_document_says_its_own_address() {
    let rest = "
$self: https://example.com/api/v1/openapi.yaml
a: { $id: https://example.com/api/schemas/a, in: { $ref: '../v1/openapi.yaml#/b' } }
b: {}
";
    leads_to(&format!("from: {{ $ref: '../schemas/a' }}{rest}"), "#/a");
    leads_to(
        &format!("from: {{ $ref: 'https://example.com/api/v1/openapi.yaml#/b' }}{rest}"),
        "#/b",
    );
    leads_to(&format!("from: {{ $ref: '#/a/in' }}{rest}"), "#/b");
}

#[test]
fn a_dynamic_reference_is_a_plain_one_where_it_can_only_mean_one_schema() {
    leads_to("from: { $dynamicRef: '#node' }\na: { $dynamicAnchor: node }", "#/a");
    leads_to(
        "from: { $dynamicRef: '#/a' }\na: { $dynamicAnchor: x }\nb: { $dynamicAnchor: x }",
        "#/a",
    );
    leads_to("from: { $ref: '#x' }\na: { $dynamicAnchor: x }\nb: { $dynamicAnchor: x }", "#/a");
    let reason = "it means one schema or another, as this one is reached from here or there";
    breaks(
        "from: { $dynamicRef: '#x' }\na: { $dynamicAnchor: x }\nb: { $dynamicAnchor: x }",
        ProblemKind::DynamicReference { reference: "#x".to_owned(), reason },
        "#/from/$dynamicRef",
    );
}

#[test]
fn a_way_that_leads_nowhere_is_not_gone_back() {
    // The pointer passes through the reference of `a`, both from its own resource and from the
    // file.
    leads_to(
        "from: { $ref: '#/a/in' }
a: { $id: 'https://example.com/a', $ref: '#/b', in: { $ref: '#/a/properties/x' } }
b: { properties: { x: {} } }",
        "#/b/properties/x",
    );
}

#[test]
fn references_that_fail_in_many_ways_end_soon() {
    let mut yaml = String::from("from: { $ref: '#/a0/x' }\n");
    for index in 0..90 {
        writeln!(
            yaml,
            "a{index}: {{ $id: 'https://example.com/{index}', $ref: '#/a{}/x' }}",
            index + 1
        )
        .unwrap();
    }
    yaml.push_str("a90: {}\n");
    breaks(
        &yaml,
        ProblemKind::DanglingReference { reference: "#/a90/x".to_owned() },
        "#/from/$ref",
    );
}

fn breaks(yaml: &str, problem: ProblemKind, pointer: &str) {
    assert_eq!(followed(yaml), (None, vec![(problem, pointer.to_owned())]));
}

#[test]
fn a_reference_to_nothing_is_reported_at_the_reference() {
    let problem = ProblemKind::DanglingReference { reference: "#/a".to_owned() };
    breaks("from: { $ref: '#/a' }", problem.clone(), "#/from/$ref");
    breaks("from: { $ref: '#/b' }\nb: { $ref: '#/a' }", problem, "#/b/$ref");
}

#[test]
fn what_is_no_reference_is_reported() {
    breaks(
        "from: { $ref: 1 }",
        ProblemKind::MalformedReference { reason: "it is not a string".to_owned() },
        "#/from/$ref",
    );
    breaks(
        "from: { $ref: '#/a~2' }",
        ProblemKind::MalformedReference {
            reason: "a JSON pointer contains `~` only in `~0` and `~1`".to_owned(),
        },
        "#/from/$ref",
    );
}

#[test]
fn references_in_a_circle_are_reported() {
    let problem = ProblemKind::CyclicReference { reference: "#/from".to_owned() };
    breaks("from: { $ref: '#/from' }", problem, "#/from/$ref");
    let problem = ProblemKind::CyclicReference { reference: "#/a".to_owned() };
    breaks("from: { $ref: '#/a' }\na: { $ref: '#/from' }", problem, "#/from/$ref");
    let problem = ProblemKind::CyclicReference { reference: "#/a/x".to_owned() };
    breaks("from: { $ref: '#/a/x' }\na: { $ref: '#/a/x' }", problem, "#/from/$ref");
}

#[test]
fn an_endless_chain_is_cut() {
    let mut yaml = String::from("from: { $ref: '#/a0' }\n");
    for index in 0..200 {
        writeln!(yaml, "a{index}: {{ $ref: '#/a{}' }}", index + 1).unwrap();
    }
    breaks(&yaml, ProblemKind::ReferenceChain { limit: 100 }, "#/a99/$ref");
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
        let problem = ProblemKind::LooseReference {
            reference: reference.to_owned(),
            instead: instead.to_owned(),
        };
        assert_eq!(
            followed(&format!("from: {{ $ref: '{reference}' }}\n{rest}")),
            (Some(instead.to_owned()), vec![(problem, "#/from/$ref".to_owned())])
        );
    }
}
