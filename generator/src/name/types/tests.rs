use super::*;
use crate::load::{LoadOptions, load_text};
use crate::lower::{Context, KeywordCache, lower};
use crate::normalise::Dialect;
use crate::resolve::Resolver;

/// The sorted names of a document's types, and the number of problems reported.
fn named(text: &str) -> (Vec<String>, usize) {
    let problems = Problems::default();
    let options = LoadOptions::default();
    let document = load_text("api.yaml", text.to_owned(), &options, &problems).unwrap();
    let api = {
        let resolver = Resolver::new(&document, &problems);
        let dialect = Dialect::of(&document).unwrap();
        lower(Context {
            document: &document,
            resolver: &resolver,
            problems: &problems,
            dialect,
            known: &KeywordCache::default(),
        })
    };
    let problems = Problems::default();
    let types = name(&api, &problems);
    let mut names: Vec<String> = types.idents.values().map(ToString::to_string).collect();
    names.sort();
    (names, problems.into_vec().len())
}

fn schemas(components: &str) -> (Vec<String>, usize) {
    named(&format!(
        "openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\ncomponents: {{schemas: {{{components}}}}}"
    ))
}

#[test]
fn an_inline_type_is_named_after_its_place() {
    let (names, problems) = schemas(
        "Pet: {type: object, properties: {owner: {type: object, properties: {a: {}}}, tags: {type: array, items: {enum: [x, y]}}, map: {additionalProperties: {enum: [p, q]}}}}",
    );
    assert_eq!(names, ["Pet", "PetMapValue", "PetOwner", "PetTagsItem"]);
    assert_eq!(problems, 0);
}

#[test]
fn alternatives_are_named_by_title_or_kind() {
    let (names, _) = schemas(
        "Pet: {oneOf: [{title: Big cat, type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}, {enum: [x, y]}]}",
    );
    assert_eq!(names, ["Pet", "PetBigCat", "PetName", "PetObject"]);
}

#[test]
fn alternatives_that_are_merged_with_what_stands_beside_them_are_named_alike() {
    let (names, problems) = schemas(
        "Cat: {type: object, properties: {a: {}}}, Pet: {properties: {id: {}}, oneOf: [{$ref: '#/components/schemas/Cat'}, {title: Big dog, properties: {b: {}}}]}",
    );
    assert_eq!(names, ["Cat", "Pet", "PetBigDog", "PetCat"]);
    assert_eq!(problems, 0);
}

#[test]
fn the_base_of_those_that_extend_it_is_named_so_however_many_they_are() {
    let base = "Pet: {type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}";
    let child = |name: &str| format!("{name}: {{allOf: [{{$ref: '#/components/schemas/Pet'}}]}}");
    let (names, _) = schemas(&format!("{base}, {}", child("Cat")));
    assert_eq!(names, ["Cat", "Pet", "PetBase"]);
    let (names, _) = schemas(&format!("{base}, {}, {}", child("Cat"), child("Dog")));
    assert_eq!(names, ["Cat", "Dog", "Pet", "PetBase"]);
}

#[test]
fn a_named_schema_keeps_its_name_and_the_inline_one_moves() {
    let (names, problems) = schemas(
        "PetOwner: {type: object, properties: {c: {}}}, Pet: {allOf: [{type: object, properties: {owner: {type: object, properties: {a: {}}}}}]}",
    );
    assert_eq!((names.len(), problems), (3, 1));
    assert!(names.contains(&"PetOwner".to_owned()), "{names:?}");
}

#[test]
fn a_pinned_name_is_kept_and_leads_the_names_below_it() {
    let (names, _) = schemas(
        "pet: {x-callwright-name: Animal, type: object, properties: {owner: {type: object, properties: {a: {}}}}}",
    );
    assert_eq!(names, ["Animal", "AnimalOwner"]);
}

#[test]
fn types_of_an_operation_are_named_after_it() {
    let (names, problems) = named(
        "openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: sort, in: query, schema: {enum: [a, b]}}
      responses:
        '200': {description: d, content: {application/json: {schema: {type: object, properties: {a: {}}}}}}
        '404': {description: d, content: {application/json: {schema: {type: object, properties: {b: {}}}}}}
    put:
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {}}}}}}
      responses:
        '400': {description: d, content: {application/json: {schema: {type: object, properties: {b: {}}}}}}
        '500': {description: d, content: {application/json: {schema: {type: object, properties: {c: {}}}}}}
",
    );
    assert_eq!(
        names,
        [
            "GetPetError",
            "GetPetResponse",
            "GetPetSort",
            "PutPetsByIdBody",
            "PutPetsByIdError400",
            "PutPetsByIdError500"
        ]
    );
    assert_eq!(problems, 0);
}

#[test]
fn shadows_of_the_prelude_and_reserved_members_are_renamed() {
    let (names, problems) = schemas(
        "Vec: {type: object, properties: {a: {}}}, self: {enum: [Unknown, self]}, '404': {enum: [a]}",
    );
    assert_eq!(names, ["N404", "SelfModel", "VecModel"]);
    assert_eq!(problems, 0);
}

#[test]
fn adding_a_schema_moves_no_other_name() {
    let (before, _) = schemas("A: {type: object, properties: {x: {enum: [p, q]}}}");
    let (after, _) = schemas(
        "Z: {type: object, properties: {x: {enum: [p, q]}}}, A: {type: object, properties: {x: {enum: [p, q]}}}",
    );
    assert!(before.iter().all(|name| after.contains(name)), "{before:?} {after:?}");
}

#[test]
fn what_the_document_spells_so_keeps_the_name() {
    let (names, problems) = schemas(
        "foo_bar: {type: object, properties: {a: {}}}, FooBar: {type: object, properties: {b: {}}}",
    );
    assert_eq!(names, ["FooBar", "FooUnderscoreBar"]);
    assert_eq!(problems, 1);
}

#[test]
fn alternatives_are_named_after_what_tells_them_apart() {
    let tagged = "E: {oneOf: [{required: [t], properties: {t: {const: thread.created}}}, {required: [t], properties: {t: {enum: [done]}}}]}";
    assert_eq!(schemas(tagged).0, ["E", "EDone", "EDoneT", "EThreadCreated", "EThreadCreatedT"]);
    let nested = "E: {oneOf: [{properties: {x: {required: [t], properties: {t: {const: table}}}}}, {properties: {x: {required: [t], properties: {t: {const: line}}}}}]}";
    assert_eq!(schemas(nested).0[1..3], ["ELine", "ELineX"]);
    let external = "E: {oneOf: [{const: Off}, {required: [On], properties: {On: {}}}, {required: [Pair], properties: {Pair: {}}}]}";
    assert_eq!(schemas(external).0, ["E", "EOff", "EOn", "EPair"]);
    let exclusive = "E: {oneOf: [{properties: {a: {}, b: {}}}, {properties: {a: {}, c: {}}}]}";
    assert_eq!(schemas(exclusive).0, ["E", "EObjectB", "EObjectC"]);
    let enums =
        "E: {anyOf: [{enum: [a, b]}, {enum: [1, 2, 3]}, {type: object, properties: {x: {}}}]}";
    assert_eq!(
        schemas(enums).0,
        ["E", "ENameAOrB", "EName1To3", "EObject"]
            .map(str::to_owned)
            .into_iter()
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn constants_that_all_alternatives_share_name_none() {
    let shared = "E: {oneOf: [{required: [o, a], properties: {o: {const: list}, a: {}}}, {required: [o, b], properties: {o: {const: list}, b: {}}}]}";
    let (names, _) = schemas(shared);
    assert_eq!(names[..1], ["E"]);
    assert!(names.contains(&"EObjectA".to_owned()), "{names:?}");
}

#[test]
fn a_long_name_loses_words_in_its_middle() {
    let part = |word: &str| format!("{{type: object, properties: {{{word}: ");
    let words = [
        "AlphaAlphaAlpha",
        "BetaBetaBetaBeta",
        "GammaGammaGamma",
        "DeltaDeltaDelta",
        "EpsilonEpsilon",
        "ZetaZetaZeta",
    ];
    let open: String = words.map(part).concat();
    let (names, problems) =
        schemas(&format!("Root: {open}{{enum: [a, b]}}{}", "}}".repeat(words.len())));
    assert!(names.iter().all(|name| name.len() <= 80), "{names:?}");
    assert_eq!(problems, 0);
}

#[test]
fn long_names_that_would_be_shortened_to_the_same_stay_long() {
    let part = |word: &str| format!("{{type: object, properties: {{{word}: ");
    let deep = |middle: &str| {
        let words = [
            "AlphaAlphaAlpha",
            "BetaBetaBeta",
            middle,
            "DeltaDeltaDelta",
            "EpsilonEpsilon",
            "ZetaZeta",
        ];
        let open: String = words.map(part).concat();
        format!("{open}{{enum: [a, b]}}{}", "}}".repeat(words.len()))
    };
    let (_, problems) = schemas(&format!(
        "Root: {{type: object, properties: {{sameSameSame: {}, other: {{type: object, properties: {{sameSameSame: {}}}}}}}}}",
        deep("GammaGammaGamma"),
        deep("OtherOtherOther"),
    ));
    assert_eq!(problems, 0);
}
