//! Bodies as others read them: multipart by `multer`, forms by `form_urlencoded`.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::sync::LazyLock;

use callwright_runtime::{
    Body, ByteStream, Bytes, Call, Client, ClientBuilder, File, Json, Multipart, Part,
    generated::describe, http,
};
use describe::{Media, Operation, PropertyEncoding, RequestBody, Style};
use proptest::prelude::*;

static API: describe::Api = describe::Api::new("T", "1", "t/1");
static SEND: Operation = Operation::new("send", "POST", "/").body(RequestBody::required(&[
    Media::multipart("multipart/form-data").properties(&[
        PropertyEncoding::new("scan").content_type("image/png").headers(&[("X-Kind", "scan")]),
        PropertyEncoding::new("deep").style(Style::DeepObject),
    ]),
    Media::form("application/x-www-form-urlencoded").properties(&[
        PropertyEncoding::new("joined").style(Style::Form).explode(false),
        PropertyEncoding::new("deep").style(Style::DeepObject),
    ]),
]));

fn call() -> Call {
    // Opening the system's certificates for every call would take most of the time.
    static CLIENT: LazyLock<Client> =
        LazyLock::new(|| ClientBuilder::new(&API).endpoint("http://h").build().unwrap());
    CLIENT.call(&SEND)
}

/// A part as the other side sees it.
#[derive(Debug, PartialEq)]
struct Seen {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    kind: Option<String>,
    content: Vec<u8>,
}

fn seen(name: &str, content: &[u8]) -> Seen {
    let name = name.to_owned();
    Seen { name, file_name: None, content_type: None, kind: None, content: content.to_vec() }
}

fn parts(request: http::Request<Body>) -> Vec<Seen> {
    let content_type = request.headers()["content-type"].to_str().unwrap().to_owned();
    let boundary = multer::parse_boundary(content_type).unwrap();
    let mut parsed = multer::Multipart::new(ByteStream::from(request.into_body()), boundary);
    let mut found = Vec::new();
    pollster::block_on(async {
        while let Some(field) = parsed.next_field().await.unwrap() {
            let header = |name: &str| {
                field.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
            };
            found.push(Seen {
                name: field.name().unwrap().to_owned(),
                file_name: field.file_name().map(str::to_owned),
                content_type: header("content-type"),
                kind: header("x-kind"),
                content: field.bytes().await.unwrap().to_vec(),
            });
        }
    });
    found
}

static GET: Operation = Operation::new("get", "GET", "/")
    .success(&[describe::Response::status(200, &[Media::stream("multipart/mixed")])]);

#[test]
fn an_answer_in_parts_is_read_as_the_documentation_shows() {
    static CLIENT: LazyLock<Client> =
        LazyLock::new(|| ClientBuilder::new(&API).endpoint("http://h").build().unwrap());
    let body = "--a;b\r\nContent-Type: application/json\r\n\r\n{}\r\n--a;b\r\nX-A: 1\r\n\r\ntwo\r\n--a;b--\r\n";
    let answer = http::Response::builder()
        .header("content-type", "multipart/mixed; boundary=\"a;b\"")
        .body(Body::from(body))
        .unwrap();
    let answer: callwright_runtime::Response<ByteStream> = CLIENT
        .call(&GET)
        .streamed_response::<ByteStream, _, callwright_runtime::NoError>(answer)
        .unwrap();
    let boundary = answer.headers().media_parameter("boundary").unwrap_or_default().to_owned();
    let mut parts = multer::Multipart::new(answer.into_inner(), boundary);
    let mut found = Vec::new();
    pollster::block_on(async {
        while let Some(part) = parts.next_field().await.unwrap() {
            let content_type = part.content_type().map(ToString::to_string);
            found.push((content_type, part.text().await.unwrap()));
        }
    });
    assert_eq!(
        found,
        [(Some("application/json".to_owned()), "{}".to_owned()), (None, "two".to_owned())]
    );
}

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

#[test]
fn an_object_is_read_back_part_by_part() {
    let body = json(
        r#"{"text":"ä\r\n--","number":1.50,"list":["a",{"b":1}],"object":{"k":[true]},
            "scan":"PNG","deep":{"a":{"b":"c"}},"none":null}"#,
    );
    let found = parts(call().multipart(0, &body).into_request().unwrap());
    let of = |content_type: &str, seen: Seen| Seen {
        content_type: Some(content_type.to_owned()),
        ..seen
    };
    assert_eq!(
        found,
        [
            seen("text", "ä\r\n--".as_bytes()),
            seen("number", b"1.50"),
            seen("list", b"a"),
            of("application/json", seen("list", b"{\"b\":1}")),
            of("application/json", seen("object", b"{\"k\":[true]}")),
            Seen {
                file_name: Some("scan".to_owned()),
                kind: Some("scan".to_owned()),
                ..of("image/png", seen("scan", b"PNG"))
            },
            seen("deep[a][b]", b"c"),
        ]
    );
}

proptest! {
    #[test]
    fn parts_of_any_content_are_read_back(
        contents in proptest::collection::vec(
            (proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'\r'), Just(b'\n'), Just(b'-')], 0..80),
             any::<bool>(), "[a-zä ;=]{1,8}"),
            1..5,
        ),
    ) {
        let mut sent = Multipart::new();
        let mut expected = Vec::new();
        for (content, is_streamed, name) in contents {
            let file = if is_streamed {
                File::stream(ByteStream::from(content.clone()))
            } else {
                File::new(Bytes::from(content.clone()))
            };
            let file = file.name(&name).content_type("application/x-test");
            sent = sent.part(Part::new(&name, file));
            expected.push(Seen {
                file_name: Some(name.clone()),
                content_type: Some("application/x-test".to_owned()),
                ..seen(&name, &content)
            });
        }
        prop_assert_eq!(parts(call().parts(0, sent).into_request().unwrap()), expected);
    }

    #[test]
    fn members_of_a_form_are_read_back(
        members in proptest::collection::vec((".{1,8}", proptest::collection::vec(".{0,8}", 1..4)), 0..4),
    ) {
        let mut object = callwright_runtime::Map::new();
        for (name, values) in &members {
            if !["joined", "deep"].contains(&name.as_str()) {
                object.insert(name.clone(), Json::Array(values.iter().map(|v| Json::from(v.as_str())).collect()));
            }
        }
        let expected: Vec<(String, String)> = object.iter().flat_map(|(name, values)| {
            let Json::Array(values) = values else { unreachable!() };
            values.iter().map(|value| (name.to_owned(), value.as_str().unwrap().to_owned())).collect::<Vec<_>>()
        }).collect();
        let request = call().form(1, &Json::Object(object)).into_request().unwrap();
        let found: Vec<(String, String)> =
            form_urlencoded::parse(request.body().as_bytes().unwrap()).into_owned().collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn a_form_follows_its_encodings() {
    let body = json(
        r#"{"joined":["a b","c"],"deep":{"k":{"l":"m&n"}},"object":{"x":1},"list":[1,2],"no":null}"#,
    );
    let request = call().form(1, &body).into_request().unwrap();
    let text = request.body().as_bytes().unwrap();
    let found: Vec<(String, String)> = form_urlencoded::parse(text).into_owned().collect();
    let expected = [
        ("joined", "a b,c"),
        ("deep[k][l]", "m&n"),
        ("object", "{\"x\":1}"),
        ("list", "1"),
        ("list", "2"),
    ];
    assert_eq!(found, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}
