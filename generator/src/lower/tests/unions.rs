use super::schemas;

#[test]
fn one_of_is_a_union_and_null_makes_it_nullable() {
    let shown = schemas(
        "3.1.0",
        "A: {oneOf: [{type: string}, {type: object, properties: {x: {type: integer}}}, {type: 'null'}]}",
    );
    assert_eq!(shown.shown("A"), "<string | {x?: integer}>?");
}

#[test]
fn null_in_an_alternative_is_null_of_the_union() {
    let shown = schemas(
        "3.0.3",
        "A: {oneOf: [{type: string, nullable: true}, {type: number}]}
B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: boolean}]}
C: {anyOf: [{type: string, enum: [a]}, {type: string, nullable: true}]}
D: {oneOf: [{$ref: '#/components/schemas/E'}, {type: boolean}]}
E: {allOf: [{$ref: '#/components/schemas/F'}]}
F: {type: object, nullable: true, properties: {d: {$ref: '#/components/schemas/D'}}}",
    );
    assert_eq!(
        ["A", "B", "C", "D"].map(|name| shown.shown(name)),
        [
            "<string? | number>?",
            "<<string? | number>? | boolean>?",
            "('a')?",
            "<={d?: @}? | boolean>?"
        ]
    );
}

#[test]
fn one_alternative_beside_null_is_no_union() {
    let shown = schemas(
        "3.1.0",
        "A: {anyOf: [{type: string, format: date-time}, {type: 'null'}]}\nB: {anyOf: [{$ref: '#/components/schemas/C'}, {type: 'null'}]}\nC: {type: object, properties: {x: {}}}",
    );
    assert_eq!(shown.shown("A"), "DateTime?");
    assert_eq!(shown.shown("B"), "={x?: any}?");
}

#[test]
fn strings_of_every_kind_are_one_open_enumeration() {
    let shown = schemas(
        "3.1.0",
        "A: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}\nB: {oneOf: [{const: a, title: First}, {const: b}]}",
    );
    assert_eq!(["A", "B"].map(|name| shown.shown(name)), ["('a'|'b')", "('a'|'b')"]);
}

#[test]
fn alternatives_that_only_restrict_leave_the_base() {
    let shown = schemas(
        "3.0.3",
        "A: {type: object, properties: {a: {type: string}, b: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}",
    );
    assert_eq!(shown.shown("A"), "{a?: string, b?: string}");
}

#[test]
fn members_beside_one_of_are_in_every_alternative() {
    let shown = schemas(
        "3.0.3",
        "A: {type: object, properties: {id: {type: string}}, oneOf: [{properties: {x: {type: integer}}}, {properties: {y: {type: boolean}}}]}",
    );
    assert_eq!(shown.shown("A"), "<~{id?: string, x?: integer} | ~{id?: string, y?: boolean}>");
}

#[test]
fn a_discriminator_maps_tags_to_alternatives() {
    let shown = schemas(
        "3.0.3",
        "P: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', kitten: Cat}}}
Cat: {type: object, properties: {kind: {type: string}, a: {type: string}}}
Dog: {type: object, properties: {kind: {type: string}}}",
    );
    assert_eq!(
        shown.shown("P"),
        "<cat=kitten=Cat={kind?: string, a?: string} | Dog={kind?: string}>"
    );
}

#[test]
fn a_schema_with_a_discriminator_stands_for_those_that_extend_it() {
    let shown = schemas(
        "3.0.3",
        "Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}",
    );
    assert_eq!(shown.shown("Pet"), "<Cat={kind?: string, lives?: integer} | Pet=~{kind?: string}>");
    assert_eq!(shown.shown("Cat"), "{kind?: string, lives?: integer}");
}

#[test]
fn a_union_with_anything_is_anything() {
    let shown =
        schemas("3.1.0", "A: {anyOf: [{type: string}, {}]}\nB: {anyOf: [true, {type: string}]}");
    assert_eq!(["A", "B"].map(|name| shown.shown(name)), ["any", "any"]);
}

#[test]
fn a_mapping_to_nothing_is_reported() {
    let shown = schemas(
        "3.0.3",
        "P: {oneOf: [{$ref: '#/components/schemas/C'}, {type: string}], discriminator: {propertyName: k, mapping: {x: Nowhere}}}\nC: {type: object, properties: {k: {type: string}}}",
    );
    assert_eq!(
        shown.problems,
        ["dangling-mapping at #/components/schemas/P/discriminator/mapping/x"]
    );
}

#[test]
fn a_union_is_no_alternative_of_itself() {
    let shown = schemas(
        "3.1.0",
        "A: {oneOf: [{type: string}, {$ref: '#/components/schemas/A'}, {type: integer}]}
B: {$ref: '#/components/schemas/C'}
C: {anyOf: [{$ref: '#/components/schemas/B'}, {type: boolean}]}
D: {anyOf: [{$ref: '#/components/schemas/E'}, {type: integer}]}
E: {anyOf: [{$ref: '#/components/schemas/E'}, {$ref: '#/components/schemas/D'}]}",
    );
    assert_eq!(
        ["A", "C", "D"].map(|name| shown.shown(name)),
        ["<string | integer>", "=boolean", "=integer"]
    );
    assert_eq!(shown.problems, [""; 0]);
}

#[test]
fn a_union_of_nothing_but_itself_admits_anything() {
    let shown = schemas(
        "3.1.0",
        "A: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
B: {allOf: [{$ref: '#/components/schemas/A'}]}",
    );
    assert_eq!(shown.shown("A"), "any");
    assert_eq!(shown.problems, ["circular-schema at #/components/schemas/A"]);
}

#[test]
fn an_alternative_without_values_in_its_surroundings_is_left_out() {
    let shown = schemas(
        "3.1.0",
        "A: {type: integer, enum: [2], allOf: [{$ref: '#/components/schemas/Kinds'}]}
Kinds: {type: integer, oneOf: [{title: One, const: 1}, {title: Two, const: 2}]}
B: {type: object, required: [k], properties: {k: {const: x}}, oneOf: [{properties: {k: {const: x}, a: {}}}, {properties: {k: {const: y}, b: {}}}]}
C: {type: string, oneOf: [{type: integer}, {enum: [c]}]}",
    );
    assert_eq!(
        ["A", "Kinds", "B", "C"].map(|name| shown.shown(name)),
        ["(2)", "(1|2)", "{k: ~('x'), a?: any}", "('c')"]
    );
    assert_eq!(shown.problems, [""; 0]);
}

#[test]
fn children_of_a_schema_that_lists_them_have_its_members() {
    let shown = schemas(
        "3.0.3",
        "P: {type: object, required: [k], properties: {k: {type: string}}, oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {a: A, b: B}}}
A: {allOf: [{$ref: '#/components/schemas/P'}, {properties: {x: {type: string}}}]}
B: {allOf: [{$ref: '#/components/schemas/P'}]}",
    );
    assert_eq!(
        ["P", "A", "B"].map(|name| shown.shown(name)),
        [
            "<a=A={k: string, x?: string} | b=B={k: string}>",
            "{k: string, x?: string}",
            "{k: string}"
        ]
    );
    assert_eq!(shown.problems, [""; 0]);
}

#[test]
fn tags_come_from_mappings_constants_extensions_and_names() {
    let shown = schemas(
        "3.0.3",
        "P: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}], discriminator: {propertyName: k, mapping: {a: A}}}
A: {type: object, properties: {k: {type: string}}}
B: {type: object, properties: {k: {enum: [b, bb]}}}
C: {type: object, x-ms-discriminator-value: c, properties: {k: {type: string}, c: {type: string}}}",
    );
    assert_eq!(
        shown.shown("P"),
        "<a=A={k?: string} | b=bb={k?: ('b'|'bb')} | c=C={k?: string, c?: string}>"
    );
}
