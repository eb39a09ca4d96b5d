use super::{lowered, schemas};
use crate::ir::{Condition, Constraint, Count, Format, PropertyNames};

#[test]
fn an_object_has_its_properties_in_order() {
    let shown = schemas(
        "3.0.3",
        "A: {type: object, required: [b], properties: {b: {type: string}, a: {type: integer, nullable: true}}}",
    );
    assert_eq!(shown.shown("A"), "{b: string, a?: integer?}");
    assert_eq!(shown.problems, [""; 0]);
}

#[test]
fn a_bare_reference_is_the_schema_itself_and_a_named_one_an_alias() {
    let shown = schemas(
        "3.1.0",
        "A: {$ref: '#/components/schemas/B'}\nB: {type: string}\nC: {type: array, items: {$ref: '#/components/schemas/B'}}",
    );
    assert_eq!(shown.shown("A"), "=string");
    assert_eq!(shown.shown("C"), "[string]");
}

#[test]
fn siblings_of_a_reference_count_in_3_1_and_annotate_in_3_0() {
    let components = "A: {type: object, properties: {b: {$ref: '#/components/schemas/B', nullable: true, required: [y], description: d}}}
B: {type: object, properties: {x: {type: string}}}";
    assert_eq!(schemas("3.0.3", components).shown("A"), "{b?: ={x?: string}?}");
    assert_eq!(schemas("3.1.0", components).shown("A"), "{b?: {x?: string, y: ~any}?}");
}

#[test]
fn all_of_is_an_intersection() {
    let shown = schemas(
        "3.0.3",
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [x], properties: {z: {type: boolean}}}]}
B: {type: object, properties: {x: {type: string}, y: {type: number}}}",
    );
    assert_eq!(shown.shown("A"), "{x: string, y?: number, z?: boolean}");
    assert_eq!(shown.shown("B"), "{x?: string, y?: number}");
}

#[test]
fn a_property_of_two_members_is_their_intersection() {
    let shown = schemas(
        "3.0.3",
        "A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {enum: [a, b]}}}]}
B: {type: object, properties: {x: {type: string, enum: [b, c]}}}",
    );
    assert_eq!(shown.shown("A"), "{x?: ~('b')}");
}

#[test]
fn an_all_of_that_nothing_meets_is_reported() {
    let shown = schemas("3.0.3", "A: {allOf: [{type: string}, {type: integer}]}");
    assert_eq!(shown.shown("A"), "string");
    assert_eq!(shown.problems, ["unsatisfiable-all-of at #/components/schemas/A/allOf/1"]);
}

#[test]
fn an_all_of_of_one_reference_is_an_alias() {
    let shown = schemas(
        "3.0.3",
        "A: {properties: {b: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}}}\nB: {type: string}",
    );
    assert_eq!(shown.shown("A"), "{b?: =string?}");
}

#[test]
fn recursion_of_every_shape_ends() {
    let shown = schemas(
        "3.1.0",
        "A: {properties: {next: {$ref: '#/components/schemas/A'}, all: {type: array, items: {$ref: '#/components/schemas/A'}}}}
M: {additionalProperties: {$ref: '#/components/schemas/M'}}
L: {type: array, items: {$ref: '#/components/schemas/L'}}
U: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/U'}}]}",
    );
    assert_eq!(shown.shown("A"), "{next?: @, all?: [@]}");
    assert_eq!(shown.shown("M"), "{*: @}");
    assert_eq!(shown.shown("L"), "[@]");
    assert_eq!(shown.shown("U"), "<string | [@]>");
    assert_eq!(shown.problems, [""; 0]);
}

#[test]
fn a_schema_of_nothing_but_itself_is_reported() {
    let shown = schemas(
        "3.0.3",
        "A: {allOf: [{$ref: '#/components/schemas/A'}]}\nB: {$ref: '#/components/schemas/B'}",
    );
    assert_eq!(shown.shown("A"), "any");
    assert_eq!(shown.shown("B"), "any");
    assert_eq!(shown.problems.len(), 2);
}

#[test]
fn maps_and_open_objects() {
    let shown = schemas(
        "3.1.0",
        "A: {type: object}
B: {type: object, additionalProperties: {type: integer}}
C: {type: object, additionalProperties: false}
D: {type: object, properties: {a: {}}, additionalProperties: {type: string}}
E: {type: object, patternProperties: {'^x': {type: string}}}",
    );
    assert_eq!(
        ["A", "B", "C", "D", "E"].map(|name| shown.shown(name)),
        ["{*: ~any}", "{*: integer}", "{*: none}", "{a?: any, *: string}", "{*: string}"]
    );
}

#[test]
fn several_types_are_a_union_by_type() {
    let shown = schemas(
        "3.1.0",
        "A: {type: [string, integer, 'null']}\nB: {type: [number, integer]}\nC: {type: ['null']}",
    );
    assert_eq!(
        ["A", "B", "C"].map(|name| shown.shown(name)),
        ["<~integer | ~string>?", "number", "null?"]
    );
}

#[test]
fn tuples_have_a_rest_unless_closed() {
    let shown = schemas(
        "3.1.0",
        "A: {type: array, prefixItems: [{type: string}, {type: integer}]}\nB: {prefixItems: [{type: string}], items: false}",
    );
    assert_eq!(["A", "B"].map(|name| shown.shown(name)), ["[string, integer, *~any]", "[string]"]);
}

#[test]
fn enumerations_keep_what_yaml_took_for_numbers() {
    let shown = schemas(
        "3.0.3",
        "A: {type: string, enum: [1.0, yes, a, null]}\nB: {type: integer, enum: [1, 2]}\nC: {enum: [a, 1]}\nD: {type: boolean, enum: [true, false]}\nE: {type: integer, enum: [x, 1]}",
    );
    assert_eq!(
        ["A", "B", "C", "D", "E"].map(|name| shown.shown(name)),
        ["('1.0'|'yes'|'a')?", "(1|2)", "('a'|1)", "boolean", "(1)"]
    );
    assert_eq!(shown.problems, ["enum-value-of-other-type at #/components/schemas/E/enum/0"]);
}

#[test]
fn what_required_names_without_a_property_is_a_member() {
    let shown =
        schemas("3.0.3", "A: {type: object, required: [a, b], properties: {a: {type: string}}}");
    assert_eq!(shown.shown("A"), "{a: string, b: ~any}");
    assert_eq!(shown.problems, ["required-undeclared at #/components/schemas/A/required/1"]);
}

#[test]
fn a_dangling_reference_costs_its_own_node() {
    let shown = schemas(
        "3.0.3",
        "A: {type: object, properties: {a: {$ref: '#/components/schemas/None'}, b: {type: string}}}",
    );
    assert_eq!(shown.shown("A"), "{a?: any, b?: string}");
    assert_eq!(shown.problems, ["dangling-reference at #/components/schemas/A/properties/a/$ref"]);
}

#[test]
fn swagger_definitions_are_schemas_too() {
    let shown = lowered(
        "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\ndefinitions:\n  A: {type: object, properties: {f: {type: file}, n: {type: string, x-nullable: true}}}",
    );
    assert_eq!(shown.shown("A"), "{f?: Binary(None), n?: string?}");
}

#[test]
fn unknown_types_and_wrong_shapes_are_reported() {
    let shown = schemas("3.0.3", "A: {type: text}\nB: 5\nC: {type: object, properties: [1]}");
    assert_eq!(["A", "B", "C"].map(|name| shown.shown(name)), ["any", "any", "{*: ~any}"]);
    assert_eq!(
        shown.problems,
        [
            "unknown-type at #/components/schemas/A/type",
            "wrong-type at #/components/schemas/B",
            "wrong-type at #/components/schemas/C/properties"
        ]
    );
}

#[test]
fn property_names_are_a_constraint_of_the_object() {
    let shown = schemas(
        "3.1.0",
        "A: {type: object, propertyNames: {enum: [a, b], format: uuid, maxLength: 5}}",
    );
    let schema = &shown.api.schemas[shown.api.roots[0]];
    let names = PropertyNames {
        listed: Some(vec!["a".to_owned(), "b".to_owned()]),
        format: Some("uuid".to_owned()),
        constraints: vec![
            Constraint::Format(Format::Uuid),
            Constraint::MaxLength(Count::parse("5").unwrap()),
        ],
    };
    assert_eq!(schema.constraints, [Constraint::PropertyNames(names)]);
    assert_eq!(shown.problems, [""; 0]);
}

#[test]
fn a_number_of_matches_needs_contains() {
    let shown = schemas(
        "3.1.0",
        "\
A: {type: array, contains: {type: string}, minContains: 2}
B: {type: array, contains: {type: string}, minContains: 1}
C: {type: array, minContains: 2}
D: {type: array, contains: {type: string}, minContains: -1}",
    );
    let contains = Constraint::Condition(Condition::Contains);
    let two = Constraint::MinContains(Count::parse("2").unwrap());
    let constraints: Vec<_> =
        shown.api.roots.iter().map(|root| &*shown.api.schemas[*root].constraints).collect();
    let only_contains = &[contains.clone()][..];
    assert_eq!(constraints, [&[contains.clone(), two][..], only_contains, &[], only_contains]);
    assert_eq!(shown.problems, ["wrong-type at #/components/schemas/D/minContains"]);
}

#[test]
fn schemas_that_are_nothing_but_each_other_are_told_each() {
    let shown = schemas(
        "3.1.0",
        "\
A: {description: a, allOf: [{$ref: '#/components/schemas/B'}]}
B: {description: b, allOf: [{$ref: '#/components/schemas/C'}]}
C: {description: c, allOf: [{$ref: '#/components/schemas/A'}]}
D: {description: d, allOf: [{$ref: '#/components/schemas/A'}]}",
    );
    assert_eq!(["A", "B", "C"].map(|name| shown.shown(name)), ["any", "any", "any"]);
    assert_eq!(
        shown.problems,
        ["A", "B", "C"].map(|name| format!("circular-schema at #/components/schemas/{name}"))
    );
}
