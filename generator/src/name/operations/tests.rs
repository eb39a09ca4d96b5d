use crate::load::{LoadOptions, load_text};
use crate::lower::{Context, KeywordCache, lower};
use crate::name::{Names, name};
use crate::normalise::Dialect;
use crate::problem::Problems;
use crate::resolve::Resolver;

/// The names of a document with these `paths`.
fn names(paths: &str) -> Names {
    let indented: String = paths.lines().map(|line| format!("  {line}\n")).collect();
    let text = format!("openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\npaths:\n{indented}");
    let problems = Problems::default();
    let document = load_text("api.yaml", text, &LoadOptions::default(), &problems).unwrap();
    let resolver = Resolver::new(&document, &problems);
    let dialect = Dialect::of(&document).unwrap();
    let api = lower(Context {
        document: &document,
        resolver: &resolver,
        problems: &problems,
        dialect,
        known: &KeywordCache::default(),
    });
    name(&api, false, &problems)
}

/// Module, method and builder of each operation.
fn shown(paths: &str) -> Vec<String> {
    let names = names(paths);
    let mut shown = Vec::new();
    for group in &names.groups {
        for index in &group.operations {
            let operation = names.operations[*index].as_ref().unwrap();
            shown.push(format!("{}: {} {}", group.module, operation.method, operation.builder));
        }
    }
    shown
}

#[test]
fn an_operation_is_named_after_its_id_or_else_its_place() {
    let paths = "
/pets/{petId}/toys:
  get: {}
  post: { operationId: 'toys/add-one' }
  put: { operationId: a, x-callwright-name: replaceToys }
/:
  get: {}";
    assert_eq!(
        shown(paths),
        [
            "operations: get_pets_by_pet_id_toys GetPetsByPetIdToys",
            "operations: toys_add_one ToysAddOne",
            "operations: replace_toys ReplaceToys",
            "operations: get_root GetRoot",
        ]
    );
}

#[test]
fn operations_that_would_share_a_name_are_named_after_their_places() {
    let paths = "
/a: { get: { operationId: getPet } }
/b: { get: { operationId: get_pet } }
/c: { get: { operationId: getToy } }";
    assert_eq!(
        shown(paths),
        ["operations: get_a GetA", "operations: get_b GetB", "operations: get_toy GetToy"]
    );
}

#[test]
fn the_first_tag_decides_the_module() {
    let paths = "
/a: { get: { operationId: a, tags: [Große Tiere, x] } }
/b: { get: { operationId: b, tags: [types] } }
/c: { get: { operationId: c, tags: [type] } }
/d: { get: { operationId: große_tiere } }";
    assert_eq!(
        shown(paths),
        [
            "grosse_tiere: a A",
            "types_tag: b B",
            "r#type: c C",
            // The accessor of the first tag has this name.
            "operations: get_d GetD",
        ]
    );
}

#[test]
fn a_parameter_in_two_places_is_called_after_the_place() {
    let paths = "
/a/{id}:
  get:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: id, in: query, schema: { type: string } }
      - { name: ID, in: header, schema: { type: string } }
      - { name: body, in: query, schema: { type: string } }
      - { name: type, in: query, schema: { type: string } }";
    let names = names(paths);
    let parameters = &names.operations[0].as_ref().unwrap().parameters;
    let parameters: Vec<String> = parameters.iter().map(ToString::to_string).collect();
    assert_eq!(parameters, ["id", "id_query", "id_header", "body_parameter", "r#type"]);
}

#[test]
fn a_static_and_a_builder_never_share_a_name() {
    let paths = "
/a: { get: { operationId: 取得 } }
/b: { get: { operationId: x1 } }
/c: { get: { operationId: f_o_o } }
/d: { get: { operationId: foo } }";
    let names = names(paths);
    let constants: Vec<String> = names
        .operations
        .iter()
        .flatten()
        .map(|operation| format!("{} {}", operation.builder, operation.constant))
        .collect();
    assert_eq!(
        constants,
        ["取得 取得_OPERATION", "X1 X1_OPERATION", "FOO F_O_O", "Foo FOO_OPERATION"]
    );
}

#[test]
fn what_the_root_passes_on_is_no_module() {
    let paths = "/a: { get: { tags: [Runtime], operationId: a } }";
    assert_eq!(shown(paths), ["runtime_tag: a A"]);
}

#[test]
fn a_static_shares_no_name_with_a_handle_or_an_argument() {
    let paths = "
/a: { get: { operationId: q, tags: [q] } }
/b: { get: { operationId: 取得, tags: [q], parameters: [{ name: 取得, in: query }] } }";
    let names = names(paths);
    let shown: Vec<String> = names
        .operations
        .iter()
        .flatten()
        .map(|names| format!("{} {} {:?}", names.builder, names.constant, names.parameters))
        .collect();
    assert_eq!(shown, ["QOperation Q_OPERATION []", "取得 取得_OPERATION [Ident(\"取得_query\")]"]);
}

#[test]
fn a_tag_is_not_repeated_in_its_methods() {
    let paths = "
/a: { get: { operationId: repos/list-for-org, tags: [repos] } }
/b: { get: { operationId: ContainerList, tags: [containers] } }
/c: { get: { operationId: ContainerInspect, tags: [containers] } }
/d: { get: { operationId: inspect, tags: [containers] } }
/e: { get: { operationId: container_new, tags: [containers] } }
/f: { get: { operationId: container_type, tags: [containers] } }
/g: { get: { operationId: container_x, tags: [containers], x-callwright-name: container_y } }";
    assert_eq!(
        shown(paths),
        [
            "repos: list_for_org ReposListForOrg",
            "containers: list ContainerList",
            // Another method has the short name.
            "containers: container_inspect ContainerInspect",
            "containers: inspect Inspect",
            "containers: container_new ContainerNew",
            "containers: container_type ContainerType",
            "containers: container_y ContainerY",
        ]
    );
}

#[test]
fn the_exact_name_of_several_parameters_is_kept() {
    let paths = "
/a:
  get:
    parameters:
      - { name: StartTime, in: query }
      - { name: 'StartTime<', in: query }
      - { name: 'StartTime>', in: query }
      - { name: filter.name, in: query }
      - { name: filter_name, in: query }
      - { name: sort, in: query }
      - { name: SORT, in: query }";
    let names = names(paths);
    let parameters = &names.operations[0].as_ref().unwrap().parameters;
    let parameters: Vec<String> = parameters.iter().map(ToString::to_string).collect();
    assert_eq!(
        parameters,
        [
            "start_time",
            "start_time_lt",
            "start_time_gt",
            "filter_dot_name",
            "filter_name",
            "sort",
            "sort_upper"
        ]
    );
}
