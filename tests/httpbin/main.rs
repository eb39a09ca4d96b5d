//! Calls httpbin through the client generated from its document.
//!
//! The document describes no response bodies, so most operations return nothing; `Echo` sends the
//! same call and reads the response anyway.

use callwright_runtime::generated as rt;
use httpbin::Client;
use httpbin::types::PostRedirectToParameters;
use callwright_runtime::stream::Lines;
use callwright_runtime::{ErrorKind, File, Json, Map, Multipart, Part, Request, SendBlocking, Text};

pub struct Echo(rt::Call);
pub struct Spoken(rt::Call);
pub struct Streamed(rt::Call);
pub struct Raw(rt::Call);

rt::operations! {
    Echo: Json, rt::NoHeaders, rt::NoError;
    Spoken: Text, rt::NoHeaders, rt::NoError;
    Streamed: Lines<Json>, rt::NoHeaders, rt::NoError;
    Raw: rt::ByteStream, rt::NoHeaders, rt::NoError;
}

fn echo(request: impl Request) -> Json {
    Echo(request.into_call()).send_blocking().unwrap().into_inner()
}

fn text<'a>(value: &'a Json, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Json::as_str).unwrap_or_else(|| panic!("{pointer} in {value}"))
}

fn map(members: &[(&str, &str)]) -> Map<String> {
    members.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn main() {
    let endpoint = std::env::args().nth(1).unwrap();
    let client = Client::builder().endpoint(&endpoint).build().unwrap();
    methods_and_headers_arrive(&client, &endpoint);
    arguments_arrive_as_they_are(&client, &endpoint);
    forms_are_understood(&client);
    statuses_are_told_apart(&client);
    credentials_are_accepted(&client);
    bodies_are_read(&client);
    println!("all answered");
}

fn methods_and_headers_arrive(client: &Client, endpoint: &str) {
    let methods = client.http_methods();
    let got = echo(methods.get_get());
    assert_eq!(text(&got, "/url"), format!("{endpoint}/get"));
    assert_eq!(text(&got, "/headers/Accept"), "*/*");
    for answered in [
        echo(methods.delete_delete()),
        echo(methods.patch_patch()),
        echo(methods.post_post()),
        echo(methods.put_put()),
    ] {
        assert_eq!(text(&answered, "/data"), "");
    }
    let traced = echo(client.anything().trace_anything().with(|call| call.header("X-A", "b")));
    assert_eq!((text(&traced, "/method"), text(&traced, "/headers/X-A")), ("TRACE", "b"));
    client.request_inspection().get_user_agent().send_blocking().unwrap();
}

fn arguments_arrive_as_they_are(client: &Client, endpoint: &str) {
    // httpbin shows a URL with decoded characters.
    let answered = echo(client.anything().get_anything_by_anything("a b+é&=?#;"));
    assert_eq!(text(&answered, "/url"), format!("{endpoint}/anything/a%20b+é&=%3F%23;"));
    let decoded = client.dynamic_data().get_base64_by_value("w6kg4pyT");
    assert_eq!(Spoken(decoded.into_call()).send_blocking().unwrap().0, "é ✓");
    let freeform = map(&[("first", "x y"), ("second", "&=+é;,"), ("third", "")]);
    let answered = echo(client.response_inspection().get_response_headers().freeform(freeform));
    for (name, value) in [("/first", "x y"), ("/second", "&=+é;,"), ("/third", "")] {
        assert_eq!(text(&answered, name), value);
    }
    let refused = client.anything().get_anything_by_anything("..").send_blocking();
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::InvalidArgument);
}

fn forms_are_understood(client: &Client) {
    let form = PostRedirectToParameters::new("/get?a=b&c=d+e");
    let sent = form.clone();
    let answered = echo(client.http_methods().post_post().with(|call| call.form(0, &sent)));
    assert_eq!(text(&answered, "/form/url"), "/get?a=b&c=d+e");
    let answer = client.redirects().post_redirect_to(form).send_blocking();
    assert_eq!(answer.unwrap().http_status().as_u16(), 302);

    let file = File::from("1,2\r\n").name("ä.csv").content_type("text/csv");
    let stream = File::stream(rt::ByteStream::from("--x")).name("s");
    let parts = Multipart::new()
        .part(Part::text("note", "é ✓"))
        .part(Part::new("table", file))
        .part(Part::new("more", stream));
    let answered = echo(client.http_methods().put_put().with(|call| call.parts(0, parts)));
    assert_eq!(text(&answered, "/form/note"), "é ✓");
    assert_eq!(text(&answered, "/files/table"), "1,2\r\n");
    assert_eq!(text(&answered, "/files/more"), "--x");
    let streamed = client.http_methods().patch_patch();
    let streamed = streamed.with(|call| call.stream(0, rt::ByteStream::from("raw é")));
    assert_eq!(text(&echo(streamed), "/data"), "raw é");
}

fn statuses_are_told_apart(client: &Client) {
    let status = |code: &str| {
        let answer = client.status_codes().get_status_by_codes(code).send_blocking();
        answer.map(|answer| answer.http_status().as_u16()).map_err(|error| error.kind())
    };
    assert_eq!(status("200"), Ok(200));
    assert_eq!(status("400"), Err(ErrorKind::Documented));
    assert_eq!(status("418"), Err(ErrorKind::Undocumented));
    let etag = |etag: &str| {
        let call = client.response_inspection().get_etag_by_etag("one").if_match(etag);
        call.send_blocking().map(|_| ()).map_err(|error| error.status().unwrap().as_u16())
    };
    assert_eq!((etag("\"one\""), etag("\"two\"")), (Ok(()), Err(412)));
}

fn credentials_are_accepted(client: &Client) {
    let bearer = client.auth().get_bearer().authorization("Bearer t/1");
    assert_eq!(text(&echo(bearer), "/token"), "t/1");
    let error = client.auth().get_bearer().send_blocking().unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Documented, 401));
    let basic = |token: &str| {
        let header = format!("Basic {token}");
        let call = client.auth().get_basic_auth_by_user_by_passwd("me", "p w+é");
        let call = call.with(|call| call.header("Authorization", &header));
        call.send_blocking().map(|_| ()).map_err(|error| error.status().unwrap().as_u16())
    };
    // `me:p w+é` and `me:other` in base64.
    assert_eq!((basic("bWU6cCB3K8Op"), basic("bWU6b3RoZXI=")), (Ok(()), Err(401)));
}

fn bodies_are_read(client: &Client) {
    let lines = client.dynamic_data().get_stream_by_n(Json::from(3));
    let lines = Streamed(lines.into_call()).send_blocking().unwrap().into_inner();
    let ids: Vec<Json> =
        lines.blocking().map(|line| line.unwrap().get("id").cloned().unwrap()).collect();
    assert_eq!(ids, [Json::from(0), Json::from(1), Json::from(2)]);
    let bytes = client.dynamic_data().get_drip().numbytes(5).duration(0.0).delay(0.0).code(200);
    let bytes = Raw(bytes.into_call()).send_blocking().unwrap().into_inner();
    assert_eq!(&*wait(bytes.collect(10)).unwrap(), b"*****");
    let xml = Spoken(client.response_formats().get_xml().into_call()).send_blocking().unwrap();
    assert!(xml.starts_with("<?xml version='1.0'"));
}

/// Waits for a body that is already in memory.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("the bytes are not there"),
    }
}
