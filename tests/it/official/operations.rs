//! An API with values in every location that a signature covers.

use callwright_runtime::generated::{
    describe::Api, describe::Media, describe::Operation, describe::Parameter,
    describe::RequestBody, describe::Requirement, describe::Response, describe::SecurityScheme,
};

pub(super) static API: Api = Api::new("Things", "v1", "callwright-tests/1.0")
    .parameters(&["project_id"])
    .security_schemes(&[("keys", SecurityScheme::signer("SDK-HMAC-SHA256"))]);

const SIGNED: &[Requirement] = &[&[("keys", &[])]];
const UNDERSTOOD: &[Response] = &[Response::range(2, &[Media::bytes("application/json")])];
const PROJECT: Parameter = Parameter::path("project_id").client();

pub(super) static GET: Operation =
    Operation::new("getThing", "GET", "/v1/{project_id}/things/{id}")
        .parameters(&[
            PROJECT,
            Parameter::path("id"),
            Parameter::query("plain"),
            Parameter::query("reserved").allow_reserved(),
        ])
        .success(UNDERSTOOD)
        .security(SIGNED);

pub(super) static LIST: Operation = Operation::new("listThings", "GET", "/v1/{project_id}/things")
    .parameters(&[PROJECT, Parameter::query("tag").explode(true)])
    .success(UNDERSTOOD)
    .security(SIGNED);

pub(super) static CREATE: Operation =
    Operation::new("createThing", "POST", "/v1/{project_id}/things")
        .parameters(&[PROJECT])
        .body(RequestBody::optional(&[
            Media::json("application/json"),
            Media::text("text/plain"),
            Media::stream("application/octet-stream"),
        ]))
        .success(UNDERSTOOD)
        .security(SIGNED);

pub(super) static REPLACE: Operation =
    Operation::new("replaceThing", "PUT", "/v1/{project_id}/things/{id}")
        .parameters(&[PROJECT, Parameter::path("id")])
        .body(RequestBody::required(&[Media::json("application/json")]))
        .success(UNDERSTOOD)
        .security(SIGNED);

pub(super) static DELETE: Operation =
    Operation::new("deleteThing", "DELETE", "/v1/{project_id}/things/{id}")
        .parameters(&[PROJECT, Parameter::path("id")])
        .success(UNDERSTOOD)
        .security(SIGNED);
