use super::{Lowered, lowered, notation};
use crate::ir::{
    MediaType, Operation, ParameterEncoding, ParameterLocation, QueryStyle, StatusPattern,
};

fn with_paths(paths: &str) -> Lowered {
    let indented: String = paths.lines().map(|line| format!("  {line}\n")).collect();
    lowered(&format!("openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths:\n{indented}"))
}

#[test]
fn an_operation_overrides_the_parameters_of_its_path() {
    let api = with_paths(
        "/a/{id}:
  parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query, schema: {type: string}}]
  get:
    parameters: [{name: q, in: query, schema: {type: integer}}]
    responses: {'200': {description: ok}}",
    );
    let operation = &api.api.operations[0];
    let shown: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| {
            format!("{}: {}", parameter.name, notation::show(&api.api.schemas, parameter.schema))
        })
        .collect();
    assert_eq!(shown, ["id: string", "q: integer"]);
    assert_eq!(api.problems, [""; 0]);
}

#[test]
fn the_template_and_its_parameters_are_made_to_agree() {
    let api = with_paths(
        "/a/{id}:
  get:
    parameters: [{name: other, in: path, required: true, schema: {type: string}}]
    responses: {}",
    );
    assert_eq!(api.api.operations[0].parameters[0].name, "id");
    assert_eq!(
        api.problems,
        [
            "unused-path-parameter at #/paths/~1a~1{id}/get/parameters/0",
            "undeclared-path-parameter at #/paths/~1a~1{id}/get"
        ]
    );
}

#[test]
fn the_second_operation_of_an_id_has_none() {
    let api = with_paths(
        "/a:\n  get: {operationId: x, responses: {}}\n  put: {operationId: x, responses: {}}",
    );
    let ids: Vec<_> = api.api.operations.iter().map(|operation| operation.id.as_deref()).collect();
    assert_eq!(ids, [Some("x"), None]);
    assert_eq!(api.problems, ["duplicate-operation-id at #/paths/~1a/put/operationId"]);
}

#[test]
fn statuses_are_exact_ranges_or_default() {
    let api = with_paths(
        "/a:\n  get: {responses: {200: {description: a}, 4xx: {description: b}, default: {description: c}, ok: {description: d}}}",
    );
    let statuses: Vec<_> =
        api.api.operations[0].responses.iter().map(|response| response.status).collect();
    assert_eq!(
        statuses,
        [StatusPattern::Exact(200), StatusPattern::Range(4), StatusPattern::Default]
    );
    assert_eq!(api.problems, ["invalid-status at #/paths/~1a/get/responses/ok"]);
}

#[test]
fn styles_have_their_defaults_and_limits() {
    let api = with_paths(
        "/a:
  get:
    parameters:
      - {name: a, in: query, schema: {type: array, items: {type: string}}}
      - {name: b, in: query, style: deepObject, schema: {type: string}}
      - {name: c, in: header, style: deepObject, schema: {type: string}}
    responses: {}",
    );
    let ParameterLocation::Query(encoding) = &api.api.operations[0].parameters[0].location else {
        unreachable!()
    };
    assert_eq!(
        *encoding,
        ParameterEncoding::Style { style: QueryStyle::Form, explode: true, allow_reserved: false }
    );
    assert_eq!(
        api.problems,
        [
            "unsupported-style at #/paths/~1a/get/parameters/2",
            "meaningless-style at #/paths/~1a/get/parameters/1"
        ]
    );
}

#[test]
fn swagger_bodies_are_bodies() {
    let api = lowered(
        "swagger: '2.0'
info: {title: t, version: '1'}
host: example.com
basePath: /v1
consumes: [application/json]
paths:
  /a:
    post:
      parameters: [{name: body, in: body, required: true, schema: {type: array, items: {type: string}}}]
      responses: {'200': {description: ok, schema: {type: integer}}}
    put:
      parameters: [{name: f, in: formData, type: file, required: true}, {name: n, in: formData, type: array, items: {type: integer}, collectionFormat: multi}]
      responses: {}
    get:
      parameters: [{name: n, in: query, type: array, items: {type: integer}}]
      responses: {}",
    );
    let shown: Vec<_> = api
        .api
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref())
        .map(|body| {
            format!(
                "{} {}",
                body.content[0].name,
                notation::show(&api.api.schemas, body.content[0].schema.unwrap())
            )
        })
        .collect();
    assert_eq!(
        shown,
        ["application/json [string]", "multipart/form-data {f: Binary(None), n?: [integer]}"]
    );
    assert_eq!(api.api.servers[0].url, "https://example.com/v1");
    let ParameterLocation::Query(encoding) = &api.api.operations[2].parameters[0].location else {
        unreachable!()
    };
    assert_eq!(
        *encoding,
        ParameterEncoding::Style { style: QueryStyle::Form, explode: false, allow_reserved: false }
    );
    assert_eq!(api.problems, [""; 0]);
}

#[test]
fn a_requirement_without_its_scheme_is_left_out() {
    let api = lowered(
        "openapi: 3.0.3
info: {title: t, version: '1'}
security: [{key: []}, {none: []}, {}]
components: {securitySchemes: {key: {type: apiKey, in: query, name: k}}}
paths: {/a: {get: {responses: {}}, put: {security: [], responses: {}}}}",
    );
    let security: Vec<_> =
        api.api.operations.iter().map(|operation| operation.security.clone()).collect();
    assert_eq!(security, [vec![vec![("key".to_owned(), vec![])], vec![]], vec![]]);
    assert_eq!(api.problems, ["unknown-security-scheme at #/security/1"]);
}

#[test]
fn webhooks_and_callbacks_become_types() {
    let api = lowered(
        "openapi: 3.1.0
info: {title: t, version: '1'}
webhooks: {made: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}, responses: {}}}}",
    );
    assert_eq!(notation::show(&api.api.schemas, api.api.roots[0]), "{id?: string}");
}

#[test]
fn what_stands_beside_a_reference_of_a_path_item_is_added_to_it() {
    let api = with_paths(
        "/a:
  $ref: '#/paths/~1b'
  parameters: [{name: q, in: query, schema: {type: integer}}]
  put: {operationId: own, responses: {}}
/b:
  parameters: [{name: q, in: query, schema: {type: string}}, {name: r, in: query, schema: {type: string}}]
  get: {responses: {}}
  put: {operationId: theirs, responses: {}}
/c:
  $ref: '#/paths/~1nowhere'
  get: {responses: {}}",
    );
    let shown: Vec<String> = api
        .api
        .operations
        .iter()
        .map(|operation| {
            let parameters = operation.parameters.iter().map(|parameter| {
                format!(
                    "{}: {}",
                    parameter.name,
                    notation::show(&api.api.schemas, parameter.schema)
                )
            });
            let parameters: Vec<String> = parameters.collect();
            format!(
                "{} {} ({})",
                operation.path,
                operation.id.as_deref().unwrap_or("-"),
                parameters.join(", ")
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "/a own (q: integer, r: string)",
            "/a - (q: integer, r: string)",
            "/b - (q: string, r: string)",
            "/b theirs (q: string, r: string)",
            "/c - ()",
        ]
    );
    assert_eq!(api.problems, ["dangling-reference at #/paths/~1c/$ref"]);
}

#[test]
fn parts_of_the_envelope_may_refer_wherever_they_stand() {
    let api = lowered(
        "openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /a:
    get:
      parameters: {$ref: '#/x-shared/parameters'}
      responses: {$ref: '#/x-shared/responses'}
components:
  schemas: {$ref: '#/x-shared/schemas'}
x-shared:
  parameters: [{name: q, in: query, schema: {$ref: '#/components/schemas/S'}}]
  responses: {'200': {description: ok}}
  schemas: {S: {type: integer}}",
    );
    let operation = &api.api.operations[0];
    assert_eq!(operation.parameters.len(), 1);
    assert_eq!(operation.responses.len(), 1);
    assert_eq!(api.shown("S"), "integer");
    assert_eq!(api.problems, [""; 0]);
}

#[test]
fn what_has_the_wrong_type_is_reported_wherever_it_stands() {
    let api = lowered(
        "openapi: 3.0.3
info: [x]
servers: {url: x}
tags: {a: b}
security: {a: []}
paths:
  /a: []
  /b: {get: {parameters: {a: b}, responses: []}}
  /c: {put: {operationId: [x], summary: {}, deprecated: 1, requestBody: [], responses: {200: [], 201: {content: [], headers: 5}, 202: null}}}
components: {schemas: [], securitySchemes: 5}",
    );
    assert_eq!(
        api.problems,
        [
            "wrong-type at #/components/schemas",
            "wrong-type at #/components/securitySchemes",
            "wrong-type at #/servers",
            "wrong-type at #/paths/~1a",
            "wrong-type at #/security",
            "wrong-type at #/paths/~1b/get/parameters",
            "wrong-type at #/paths/~1b/get/responses",
            "wrong-type at #/paths/~1c/put/summary",
            "wrong-type at #/paths/~1c/put/deprecated",
            "wrong-type at #/paths/~1c/put/operationId",
            "wrong-type at #/paths/~1c/put/requestBody",
            "wrong-type at #/paths/~1c/put/responses/200",
            "wrong-type at #/paths/~1c/put/responses/201/headers",
            "wrong-type at #/paths/~1c/put/responses/201/content",
            "wrong-type at #/tags",
            "wrong-type at #/info",
        ]
    );
    let statuses: Vec<_> =
        api.api.operations[1].responses.iter().map(|response| response.status).collect();
    assert_eq!(statuses, [StatusPattern::Exact(201), StatusPattern::Exact(202)]);
}

#[test]
fn unquoted_words_are_words_and_quoted_truths_are_truths() {
    let api = with_paths(
        "/a/{1}:
  get:
    operationId: 7
    deprecated: 'true'
    parameters: [{name: 1, in: path, required: true, schema: {type: [string, null]}}, {name: true, in: query, required: 'True', schema: {type: string, nullable: 'false'}}]
    responses: {}",
    );
    let operation = &api.api.operations[0];
    assert_eq!(operation.id.as_deref(), Some("7"));
    assert!(operation.docs.deprecated);
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| {
            let schema = notation::show(&api.api.schemas, parameter.schema);
            (parameter.name.as_str(), parameter.required, schema)
        })
        .collect();
    assert_eq!(
        parameters,
        [("1", true, "string?".to_owned()), ("true", true, "string".to_owned())]
    );
    assert_eq!(api.problems, [""; 0]);
}

#[test]
fn a_swagger_operation_has_one_body() {
    let api = lowered(
        "swagger: '2.0'
info: {title: t, version: '1'}
paths:
  /a:
    parameters: [{name: path, in: body, schema: {type: boolean}}]
    put: {parameters: [{name: a, in: body, schema: {type: string}}, {name: b, in: body, schema: {type: integer}}, {name: f, in: formData, type: string}], responses: {}}
  /b:
    parameters: [{name: f, in: formData, type: integer}]
    put: {parameters: [{name: f, in: formData, type: string}, {name: f, in: formData, type: boolean}], responses: {}}",
    );
    let bodies: Vec<_> = api
        .api
        .operations
        .iter()
        .map(|operation| {
            let schema = operation.body.as_ref().unwrap().content[0].schema.unwrap();
            notation::show(&api.api.schemas, schema)
        })
        .collect();
    assert_eq!(bodies, ["string", "{f?: string}"]);
    assert_eq!(
        api.problems,
        [
            "several-bodies at #/paths/~1a/put/parameters/1",
            "several-bodies at #/paths/~1a/put/parameters/2",
            "duplicate-parameter at #/paths/~1b/put/parameters/1",
        ]
    );
}

#[test]
fn a_body_of_another_version_is_read_as_it_is_there() {
    let api = with_paths(
        "/a:
  put: {parameters: [{name: b, in: body, schema: {type: string}}], responses: {}}
/b:
  put: {parameters: [{name: f, in: formData, schema: {type: integer}}], responses: {}}
/c:
  put:
    parameters: [{name: b, in: body, schema: {type: string}}]
    requestBody: {content: {text/plain: {schema: {type: integer}}}}
    responses: {}",
    );
    assert_eq!(
        bodies(&api),
        [
            "application/json string",
            "application/x-www-form-urlencoded {f?: integer}",
            "text/plain integer"
        ]
    );
    assert_eq!(
        api.problems,
        [
            "other-version at #/paths/~1a/put/parameters/0",
            "other-version at #/paths/~1b/put/parameters/0",
            "several-bodies at #/paths/~1c/put/parameters/0",
        ]
    );
    let api = lowered(
        "swagger: '2.0'
info: {title: t, version: '1'}
paths:
  /a:
    put:
      requestBody: {content: {text/plain: {schema: {type: string}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
  /b:
    put:
      parameters: [{name: b, in: body, schema: {type: string}}]
      requestBody: {content: {text/plain: {schema: {type: integer}}}}
      responses: {}
",
    );
    assert_eq!(bodies(&api), ["text/plain string", "application/json string"]);
    assert_eq!(
        api.problems,
        [
            "other-version at #/paths/~1a/put/requestBody",
            "other-version at #/paths/~1a/put/responses/200/content",
            "several-bodies at #/paths/~1b/put/requestBody",
        ]
    );
}

#[test]
fn a_schema_in_place_of_what_contains_one_is_used() {
    let api = with_paths(
        "/a:
  put: {requestBody: {type: string}, responses: {'200': {type: integer}, '201': {description: nothing}}}
/b:
  put: {requestBody: {schema: {type: string}}, responses: {'200': {content: {text/plain: {enum: [a]}}}}}
/c:
  put: {requestBody: {description: nothing}, responses: {'200': {content: {text/plain: {example: a}}}}}",
    );
    let written = |media: &MediaType| {
        let schema = media.schema.map(|schema| notation::show(&api.api.schemas, schema));
        format!("{} {}", media.name, schema.unwrap_or_default())
    };
    let contents: Vec<Vec<String>> = api
        .api
        .operations
        .iter()
        .flat_map(|operation| {
            let body = operation.body.iter().map(|body| &body.content);
            body.chain(operation.responses.iter().map(|response| &response.content))
        })
        .map(|content| content.iter().map(written).collect())
        .collect();
    assert_eq!(
        contents,
        [
            vec!["application/json string"],
            vec!["application/json integer"],
            vec![],
            vec!["application/json string"],
            vec!["text/plain ('a')"],
            vec!["text/plain "],
        ]
    );
    assert_eq!(
        api.problems,
        [
            "misplaced-schema at #/paths/~1a/put/requestBody",
            "misplaced-schema at #/paths/~1a/put/responses/200",
            "misplaced-schema at #/paths/~1b/put/requestBody",
            "misplaced-schema at #/paths/~1b/put/responses/200/content/text~1plain",
        ]
    );
}

/// The first media type of each operation's body, and its schema.
fn bodies(api: &Lowered) -> Vec<String> {
    let body = |operation: &Operation| {
        let media = &operation.body.as_ref().unwrap().content[0];
        format!("{} {}", media.name, notation::show(&api.api.schemas, media.schema.unwrap()))
    };
    api.api.operations.iter().map(body).collect()
}

#[test]
fn a_path_is_sent_as_closely_to_what_is_written_as_a_url_can() {
    let cases = [
        ("pets", "/pets"),
        ("//pets//all", "/pets//all"),
        ("/pets/{}", "/pets/%7B%7D"),
        ("/pets/{{id}}", "/pets/%7B{id}%7D"),
        ("/pets/{id", "/pets/%7Bid"),
        ("/pets{?limit,after}", "/pets"),
        ("/pets/{id}{&more}", "/pets/{id}"),
        ("/pets/{id}#fragment", "/pets/{id}"),
        ("/pets?kind={kind}", "/pets?kind={kind}"),
        ("/a/../b", "/a/../b"),
    ];
    for (written, sent) in cases {
        let lowered = lowered(&format!(
            "openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\npaths: {{'{written}': {{get: {{}}}}}}"
        ));
        assert_eq!(lowered.api.operations[0].path, sent, "{written}");
    }
}

#[test]
fn a_server_variable_without_a_default_has_none() {
    let api = lowered(
        "openapi: 3.1.0
servers: [{url: 'https://{a}.{b}.{c}.{d}', variables: {a: {default: ''}, b: {enum: [x, y]}, c: {}}}]
paths: {}",
    );
    let variables = api.api.servers[0].variables.iter();
    let found: Vec<_> =
        variables.map(|v| (v.name.as_str(), v.default.as_str(), v.has_default)).collect();
    assert_eq!(found, [("a", "", true), ("b", "x", true), ("c", "", false), ("d", "", false)]);
}
