//! Tests of references in places where the specification has none.

use crate::document::{Document, Kind, NodeId};
use crate::load::{LoadOptions, load_text};
use crate::problem::{ProblemKind, Problems};

/// A part of the document as it is after loading, in the notation of Rust, and the problems.
fn embedded(source: &str, part: &[&str]) -> (String, Vec<ProblemKind>) {
    let problems = Problems::default();
    let options = LoadOptions::default();
    let document = load_text("api.yaml", source.to_owned(), &options, &problems).unwrap();
    let root = document.root().unwrap();
    let node = document.walk(root, part.iter().copied()).unwrap();
    (shown(&document, node), problems.into_vec().into_iter().map(|one| one.kind).collect())
}

fn shown(document: &Document, node: NodeId) -> String {
    match document.kind(node) {
        Kind::Null => "null".to_owned(),
        Kind::Boolean(value) => value.to_string(),
        Kind::Number(text) | Kind::String(text) => text.to_string(),
        Kind::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| shown(document, *item)).collect();
            format!("[{}]", items.join(", "))
        }
        Kind::Object(members) => {
            let members = members.iter();
            let members: Vec<_> =
                members.map(|(key, value)| format!("{key}: {}", shown(document, *value))).collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

fn becomes(source: &str, part: &[&str], expected: &str) {
    assert_eq!(embedded(source, part), (expected.to_owned(), Vec::new()));
}

#[test]
fn an_operation_takes_the_place_of_its_reference() {
    let source = "
openapi: 3.0.3
paths: { /a: { get: { $ref: '#/x-one' }, put: { $ref: '#/x-one', operationId: b } } }
x-one: { operationId: a, tags: { $ref: '#/x-tags' } }
x-tags: [t]
";
    let expected = "{get: {operationId: a, tags: [t]}, put: {operationId: b, tags: [t]}}";
    becomes(source, &["paths", "/a"], expected);
}

#[test]
fn maps_lists_and_texts_of_schemas_take_the_places_of_their_references() {
    let source = "
openapi: 3.1.0
definitions: { list: [a], text: words, map: { a: { type: string } } }
components:
  schemas:
    A:
      description: { $ref: '#/definitions/text' }
      required: { $ref: '#/definitions/list' }
      enum: { $ref: '#/definitions/list' }
      properties: { $ref: '#/definitions/map', b: {} }
";
    let expected =
        "{description: words, required: [a], enum: [a], properties: {a: {type: string}, b: {}}}";
    becomes(source, &["components", "schemas", "A"], expected);
}

#[test]
fn a_list_within_a_list_is_spliced() {
    let source = "
openapi: 3.0.3
x-list: [{ name: a, in: query }, { name: b, in: query }]
paths: { /a: { parameters: [{ name: x, in: query }, { $ref: '#/x-list' }] } }
";
    let expected = "[{name: x, in: query}, {name: a, in: query}, {name: b, in: query}]";
    becomes(source, &["paths", "/a", "parameters"], expected);
}

#[test]
fn a_list_is_complete_before_it_is_copied() {
    let source = "
openapi: 3.0.3
x-a: [a]
x-b: [b, { $ref: '#/x-a' }]
paths: { /a: { get: { tags: [{ $ref: '#/x-a' }, { $ref: '#/x-b' }, z] } } }
";
    becomes(source, &["paths", "/a", "get", "tags"], "[a, b, a, z]");
}

#[test]
fn references_of_the_specification_and_values_stay() {
    let source = "
openapi: 3.1.0
components:
  schemas:
    A:
      properties: { a: { $ref: '#/components/schemas/B' }, $ref: { type: string } }
      default: { $ref: '#/components/schemas/B' }
      enum: [{ $ref: '#/components/schemas/B' }]
      const: { $ref: '#/components/schemas/Missing' }
    B: {}
";
    let expected = "{properties: {a: {$ref: #/components/schemas/B}, $ref: {type: string}}, \
                    default: {$ref: #/components/schemas/B}, enum: [{$ref: #/components/schemas/B}], \
                    const: {$ref: #/components/schemas/Missing}}";
    becomes(source, &["components", "schemas", "A"], expected);
}

#[test]
fn what_contains_itself_is_reported() {
    let source = "
openapi: 3.1.0
info: { $ref: '#/info' }
components: { schemas: { A: { properties: { $ref: '#/x-b' } } } }
x-b: { c: { properties: { $ref: '#/x-d' } } }
x-d: { e: { properties: { $ref: '#/x-b' } } }
";
    let cyclic = |reference: &str| ProblemKind::CyclicReference { reference: reference.to_owned() };
    let (shown, mut problems) = embedded(source, &[]);
    problems.sort_by_key(|problem| format!("{problem:?}"));
    assert_eq!(problems, [cyclic("#/info"), cyclic("#/x-b"), cyclic("#/x-d")]);
    let expected = "{openapi: 3.1.0, info: null, \
                    components: {schemas: {A: {properties: {c: {properties: null}}}}}, \
                    x-b: {c: {properties: null}}, x-d: {e: {properties: null}}}";
    assert_eq!(shown, expected);
}

#[test]
fn a_document_cannot_grow_without_bound() {
    let mut source = String::from("openapi: 3.1.0\ninfo: {}\ncomponents: { schemas: {");
    for level in 0..20 {
        let next = level + 1;
        let of = format!("{{ properties: {{ $ref: '#/components/schemas/s{next}/properties' }} }}");
        source.push_str(&format!("s{level}: {{ properties: {{ a: {of}, b: {of} }} }},"));
    }
    source.push_str("s20: { properties: { a: {} } } } }");
    let (_, problems) = embedded(&source, &["info"]);
    let limit = super::order::LIMIT;
    assert_eq!(problems, vec![ProblemKind::ReferenceChain { limit }; 14]);
}

#[test]
fn a_broken_reference_is_reported_and_leaves_nothing() {
    let source = "
openapi: 3.0.3
paths: { /a: { get: { $ref: '#/x-none' } } }
";
    let reference = "#/x-none".to_owned();
    let problems = vec![ProblemKind::DanglingReference { reference }];
    assert_eq!(embedded(source, &["paths", "/a"]), ("{get: null}".to_owned(), problems));
}
