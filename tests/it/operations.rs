//! The operations of a document with a bit of everything: the generated code, and the requests it
//! sends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use callwright::Generator;
use callwright_runtime::{Body, File, Multipart, Part, Request, Response, http, stream::Event};

/// The generated client, compiled as a module of this program.
#[path = "../cases/operations/golden/mod.rs"]
#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    clippy::pedantic,
    reason = "a golden file, of which this program uses a part"
)]
#[rustfmt::skip]
mod zoo;

use zoo::animals::{CreateAnimalBody, CreateAnimalError, CreateAnimalOutput};
use zoo::types::{Animal, Filter, Kind, UploadPhotosBody};

fn case() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/operations")
}

pub(crate) fn texts(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// `CALLWRIGHT_UPDATE=1` replaces the expected output.
#[test]
fn the_generated_operations_are_the_golden_ones() {
    let generator = Generator::new(case().join("api.yaml")).module(true);
    if std::env::var_os("CALLWRIGHT_UPDATE").is_some() {
        let _ = generator.clone().out_dir(case().join("golden")).generate();
    }
    let out = tempfile::tempdir().unwrap();
    let _ = generator.out_dir(out.path()).generate();
    assert_eq!(texts(out.path()), texts(&case().join("golden")));
}

fn client() -> zoo::Client {
    zoo::Client::builder().key("k").x_tenant("t").region("us-east-1").build().unwrap()
}

/// Method, URL, significant headers, and body.
fn shown(request: &http::Request<Body>) -> String {
    let mut text = format!("{} {}\n", request.method(), request.uri());
    for name in ["x-tenant", "content-type", "cookie"] {
        if let Some(value) = request.headers().get(name) {
            text.push_str(&format!("{name}: {}\n", value.to_str().unwrap()));
        }
    }
    let body = request.body().as_bytes().unwrap_or(b"(streamed)");
    text + core::str::from_utf8(body).unwrap()
}

fn sent(request: impl Request) -> String {
    shown(&request.into_call().into_request().unwrap())
}

#[test]
fn parameters_travel_where_and_how_the_document_says() {
    let request = client()
        .animals()
        .list_animals(Kind::Cat)
        .limit(5)
        .ids(["a b", "c"])
        .filter(Filter::new().name("Mia").age(3))
        .since("2024-01-01T00:00:00Z")
        .r#where(Filter::new().age(1))
        .session("s")
        .send_parameter(true);
    assert_eq!(
        sent(request),
        "GET https://us-east-1.zoo.example/v2/animals?limit=5&kind=cat&ids=a%20b,c\
         &filter%5Bname%5D=Mia&filter%5Bage%5D=3&since=2024-01-01T00%3A00%3A00Z\
         &where=%7B%22age%22%3A1%7D&send=true\n\
         x-tenant: t\n\
         cookie: session=s\n"
    );
}

#[test]
fn a_body_is_sent_as_the_media_type_it_is_given_for() {
    let create = |body: CreateAnimalBody| sent(client().animals().create_animal(body));
    let head = "POST https://us-east-1.zoo.example/v2/animals\nx-tenant: t\ncontent-type: ";
    assert_eq!(
        create(Animal::new("Mia").into()),
        format!("{head}application/json\n{{\"name\":\"Mia\"}}")
    );
    assert_eq!(
        create(Filter::new().name("a&b").into()),
        format!("{head}application/x-www-form-urlencoded\nname=a%26b")
    );
    assert_eq!(create(CreateAnimalBody::Csv("x,y".to_owned())), format!("{head}text/csv\nx,y"));
    assert_eq!(
        create(CreateAnimalBody::Bytes(b"\x01".to_vec().into())),
        format!("{head}application/octet-stream\n\u{1}")
    );
}

#[test]
fn files_are_parts() {
    let body = UploadPhotosBody::new([File::from("PNG").name("mia.png")]).caption("Mia");
    let request = client().animals().upload_photos(7, body).into_request().unwrap();
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let text = shown(&request).replace(boundary, "B");
    assert_eq!(
        text,
        "PUT https://us-east-1.zoo.example/v2/animals/7/photos\n\
         content-type: multipart/form-data; boundary=B\n\
         --B\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"mia.png\"\r\n\
         Content-Type: image/png\r\nX-Kind: photo\r\n\r\nPNG\r\n\
         --B\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nMia\r\n--B--\r\n"
    );
}

#[test]
fn a_media_type_that_the_document_leaves_open_is_the_files() {
    let set = |file: File| {
        let request = client().set_picture(file).into_request();
        request.map(|request| shown(&request)).map_err(|error| error.to_string())
    };
    assert_eq!(
        set(File::from("PNG").content_type("image/png")),
        Ok("PUT https://us-east-1.zoo.example/v2/picture\ncontent-type: image/png\n(streamed)"
            .replace("(streamed)", "PNG"))
    );
    assert_eq!(
        set(File::from("PNG")),
        Err("setPicture: the body: the document leaves its media type open, `image/*`; name it \
             with `File::content_type`"
            .to_owned())
    );
    assert_eq!(
        set(File::from("PNG").content_type("text/plain")),
        Err("setPicture: the body: its media type \"text/plain\" is none of `image/*`".to_owned())
    );
}

#[test]
fn values_are_sent_one_a_line_and_parts_as_they_are_given() {
    assert_eq!(
        sent(client().import_animals([Animal::new("Mia"), Animal::new("Tom")])),
        "POST https://us-east-1.zoo.example/v2/import\ncontent-type: application/x-ndjson\n\
         {\"name\":\"Mia\"}\n{\"name\":\"Tom\"}\n"
    );
    let parts = Multipart::new().part(Part::text("a", "b"));
    let request = client().attach().body(parts).into_request().unwrap();
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    assert_eq!(
        shown(&request).replace(boundary, "B"),
        "POST https://us-east-1.zoo.example/v2/attach\n\
         content-type: multipart/form-data; boundary=B\n\
         --B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--B--\r\n"
    );
}

/// The error of a call that cannot be made into a request.
fn refused(request: impl Request) -> String {
    request.into_call().into_request().err().map_or(String::new(), |error| error.to_string())
}

#[test]
fn a_client_that_checks_sends_nothing_that_breaks_a_constraint() {
    use zoo::operations::{SetWeightsBody, TagAnimalBody};
    let builder = || zoo::Client::builder().key("k").x_tenant("t").check_requests();
    let client = || builder().build().unwrap();
    let tags = |tags: &[&str]| -> TagAnimalBody {
        tags.iter().map(ToString::to_string).collect::<Vec<String>>().into()
    };
    let tag = |body: TagAnimalBody| client().tag_animal(1, body);
    assert_eq!(refused(tag(tags(&["a", "b"])).limit(100)), "");
    assert_eq!(
        refused(client().tag_animal(0, tags(&["a", "tall!", "a"])).limit(101).x_trace(["a"])),
        "tagAnimal: at $request.path.id: expected at least 1, found 0; \
         at $request.body: expected items that all differ, found the item at 2 a second time; \
         at $request.body[1]: expected at most 4 characters, found 5 characters; \
         at $request.query.limit: expected at most 100, found 101; \
         at $request.header[\"X-Trace\"][0]: expected a UUID (RFC 9562), found another text"
    );
    // The last setting wins.
    assert_eq!(refused(tag(tags(&["a"])).limit(101).limit(1)), "");
    // Each media type has its own schema; XML is another notation.
    assert_eq!(
        refused(tag(TagAnimalBody::Text("ab".to_owned()))),
        "tagAnimal: at $request.body: expected at least 3 characters, found 2 characters"
    );
    assert_eq!(refused(tag(TagAnimalBody::Xml("ab".to_owned()))), "");
    let weights = |body: SetWeightsBody| refused(client().set_weights().body(body));
    assert_eq!(
        weights(callwright_runtime::Map::from([("Mia", 0.0)]).into()),
        "setWeights: at $request.body.Mia: expected more than 0, found 0"
    );
    assert_eq!(
        weights(SetWeightsBody::XNdjson(vec![1, -1])),
        "setWeights: at $request.body[1]: expected at least 0, found -1"
    );
    assert_eq!(
        weights(SetWeightsBody::JsonSeq(vec![1, -1])),
        "setWeights: at $request.body: expected at most 1 items, found 2 items"
    );
    // Client parameters are checked in each call.
    let list = builder().x_tenant("a tenant").build().unwrap().animals().list_animals(Kind::Cat);
    assert_eq!(
        refused(list),
        "listAnimals: at $request.header[\"X-Tenant\"]: expected at most 4 characters, found 8 \
         characters"
    );
    // A message has a limited length.
    let many: Vec<String> = (0..10).map(|index| format!("tall{index}")).collect();
    let told: Vec<String> = (0..8)
        .map(|index| {
            format!("at $request.body[{index}]: expected at most 4 characters, found 5 characters")
        })
        .collect();
    let told = told.join("; ");
    assert_eq!(refused(tag(many.into())), format!("tagAnimal: {told}; and 2 more"));
    // By default, a client checks nothing.
    assert_eq!(refused(self::client().tag_animal(0, tags(&[]))), "");
}

#[test]
fn what_a_check_found_is_there_before_and_after_the_call_is_refused() {
    let client = zoo::Client::builder().key("k").x_tenant("t").check_requests().build().unwrap();
    let call = client.import_animals([Animal::new("Mia"), Animal::new("")]).into_call();
    let findings = call.findings();
    let found = "at $request.body[1].name: expected at least 1 characters, found 0 characters";
    assert_eq!(findings.to_string(), found);
    let error = call.into_request().unwrap_err();
    assert!(error.is_invalid_argument());
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.downcast_ref::<callwright_runtime::check::Findings>(), Some(&findings));
}

#[test]
fn an_operation_may_have_a_server_of_its_own_and_a_parameter_twice() {
    let update = client().animals().update_animal(1).body(Animal::new("Tom"));
    assert_eq!(
        sent(update),
        "PATCH https://admin.zoo.example/animals/1\n\
         content-type: application/merge-patch+json\n{\"name\":\"Tom\"}"
    );
    assert_eq!(
        sent(client().animals().delete_animal(1, "one")),
        "DELETE https://us-east-1.zoo.example/v2/animals/1?id=one\n"
    );
}

#[test]
fn the_second_server_is_chosen_by_its_position() {
    let client = zoo::Client::builder().server(1).key("k").x_tenant("t").build().unwrap();
    assert_eq!(sent(client.watch()), "GET https://sandbox.zoo.example/events\n");
    assert_eq!(sent(client.get_log()), "GET https://sandbox.zoo.example/log\n");
}

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<bytes::Bytes> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(bytes::Bytes::from(body.to_owned())).unwrap()
}

/// Decodes a response to a request.
fn decoded<R: Request>(
    request: R,
    answer: http::Response<bytes::Bytes>,
) -> Result<Response<R::Output, R::Headers>, callwright_runtime::Error<R::Error>> {
    request.into_call().response(answer)
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[test]
fn an_output_of_several_shapes_tells_them_apart_by_status() {
    let create = || client().animals().create_animal(Animal::new("Mia"));
    let made = decoded(create(), answer(201, &[JSON], r#"{"name":"Mia"}"#)).unwrap();
    assert_eq!(*made, CreateAnimalOutput::Created(Animal::new("Mia")));
    assert_eq!(*decoded(create(), answer(202, &[], "")).unwrap(), CreateAnimalOutput::Accepted);
}

#[test]
fn an_error_of_several_shapes_tells_them_apart_by_status() {
    let create = || client().animals().create_animal(Animal::new("Mia"));
    let error = decoded(create(), answer(404, &[JSON], "\"no\"")).unwrap_err();
    assert_eq!(error.api(), Some(&CreateAnimalError::NotFound("no".to_owned())));
    let error = decoded(create(), answer(503, &[], "")).unwrap_err();
    assert_eq!((error.api(), error.status().map(|s| s.as_u16())), (None, Some(503)));
    let error = decoded(create(), answer(500, &[JSON], r#"{"code":"E1","message":"m"}"#));
    let error = error.unwrap_err();
    assert_eq!((error.error_code(), error.message()), (Some("E1"), Some("m")));
}

#[test]
fn documented_headers_are_typed() {
    let headers = [JSON, ("X-Total", "12"), ("X-Request-Id", "r1")];
    let list = client().animals().list_animals(Kind::Dog);
    let list = decoded(list, answer(200, &headers, r#"[{"name":"Mia","kind":"cow"}]"#)).unwrap();
    assert_eq!((list.headers().x_total, list.request_id()), (Some(12), Some("r1")));
    assert_eq!(list[0].kind, Some(Kind::Unknown("cow".to_owned())));
}

#[tokio::test]
async fn streams_give_values_one_by_one() {
    let body = "event: new\ndata: {\"name\":\"Mia\"}\n\ndata: [DONE]\n\n";
    let events =
        decoded(client().watch(), answer(200, &[("content-type", "text/event-stream")], body));
    let mut events = events.unwrap().into_inner();
    let Event { name, data, .. } = events.next().await.unwrap().unwrap();
    assert_eq!((name.as_str(), data), ("new", Animal::new("Mia")));
    assert!(events.next().await.is_none());
}
