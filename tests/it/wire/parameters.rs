//! The locations and encodings of parameters.

use callwright_runtime::{ErrorKind, Nullable, SendBlocking};

use super::api::Client;
use super::api::types::{Color, PathStylesVersion, QueryStylesKind, SearchSearch};
use super::{client, sent};
use crate::listener::Listener;

fn color() -> Color {
    Color::new().r(100).g(200)
}

#[test]
fn in_the_path() {
    let call = sent(|client| {
        client.path_styles(
            "a/b c",
            [1, 2],
            color(),
            ["x", "y.z"],
            ["p;q", "r"],
            "50%25:8/9",
            ["é"],
            PathStylesVersion::N2,
        )
    });
    assert_eq!(
        call,
        "GET /path/a%2Fb%20c/1,2/R=100,G=200/.x,y.z/;matrix=p%3Bq;matrix=r/50%25:8%2F9\
         /%5B%22%C3%A9%22%5D/v2\n"
    );
}

#[test]
fn in_the_query() {
    let one = |expected: &str, call: String| {
        assert_eq!(call, format!("GET /query{expected}\n"));
    };
    one("", sent(Client::query_styles));
    one("?count=-7", sent(|client| client.query_styles().count(-7)));
    one("?on=false", sent(|client| client.query_styles().on(false)));
    one(
        "?since=2024-02-29T12%3A00%3A00%2B01%3A00",
        sent(|client| client.query_styles().since("2024-02-29T12:00:00+01:00")),
    );
    one("?kind=a%20b", sent(|client| client.query_styles().kind(QueryStylesKind::AB)));
    one("?list=a%26b&list=c", sent(|client| client.query_styles().list(["a&b", "c"])));
    one("?joined=a%2Cb,c", sent(|client| client.query_styles().joined(["a,b", "c"])));
    one("?R=100&G=200", sent(|client| client.query_styles().members(color())));
    one("?spaced=a%20b%20c", sent(|client| client.query_styles().spaced(["a", "b", "c"])));
    one("?piped=a%7Cb", sent(|client| client.query_styles().piped(["a", "b"])));
    one("?deep%5BR%5D=100&deep%5BG%5D=200", sent(|client| client.query_styles().deep(color())));
    one("?reserved=/a?b=c%26d", sent(|client| client.query_styles().reserved("/a?b=c&d")));
    // What a signer sees is what the transport sends: it would encode the quote.
    let signed = |client: &super::api::Client| client.query_styles().reserved("a'b").into_request();
    let request = signed(&super::client("http://127.0.0.1:1/")).unwrap();
    assert_eq!(request.uri().query(), Some("reserved=a%27b"));
    one("?reserved=a%27b", sent(|client| client.query_styles().reserved("a'b")));
    one(
        "?json=%7B%22R%22%3A100%2C%22G%22%3A200%7D",
        sent(|client| client.query_styles().json(color())),
    );
    one("?form=R%3D100%26G%3D200", sent(|client| client.query_styles().form(color())));
    one("?text=a%20b", sent(|client| client.query_styles().text("a b")));
}

#[test]
fn in_the_query_without_a_value() {
    let none: [i64; 0] = [];
    let call = sent(|client| client.query_styles().empty(Nullable::Null).nothing(none));
    assert_eq!(call, "GET /query?empty=&nothing=\n");
    let call = sent(|client| client.query_styles().empty(5).nothing([6]));
    assert_eq!(call, "GET /query?empty=5&nothing=6\n");
    // Without `allowEmptyValue`, nothing is sent.
    let call = sent(|client| client.query_styles().list([""; 0]).text(""));
    assert_eq!(call, "GET /query?text=\n");
}

#[test]
fn as_the_whole_query() {
    let search = SearchSearch::new().q("a b&c").tags("x y".split(' ')).size(color());
    assert_eq!(
        sent(|client| client.search(search)),
        "GET /search?q=a+b%26c&tags=x,y&size=%7B%22R%22%3A100%2C%22G%22%3A200%7D\n"
    );
    assert_eq!(sent(|client| client.search(SearchSearch::new())), "GET /search\n");
    assert_eq!(
        sent(|client| client.filter().filter(color())),
        "GET /filter?%7B%22R%22%3A100%2C%22G%22%3A200%7D\n"
    );
    assert_eq!(sent(Client::filter), "GET /filter\n");
    assert_eq!(
        sent(|client| client.select().path("$.a.b[1:1]")),
        "GET /select?%24.a.b%5B1%3A1%5D\n"
    );
}

#[test]
fn in_headers() {
    let call = sent(|client| {
        client
            .header_styles()
            .x_list(["a", "b c"])
            .x_members(color())
            .x_exploded(color())
            .x_json(["é"])
            .x_id(7)
    });
    assert_eq!(
        call,
        "GET /header\nx-exploded: R=100,G=200\nx-id: 7\nx-json: [\"\\u00e9\"]\nx-list: a,b c\n\
         x-members: R,100,G,200\n"
    );
}

#[test]
fn in_cookies() {
    let call = sent(|client| {
        client
            .cookie_styles()
            .encoded("a; b=c")
            .list([1, 2])
            .joined([1, 2])
            .plain("%20raw/")
            .members(color())
    });
    assert_eq!(
        call,
        "GET /cookie\ncookie: encoded=a%3B%20b%3Dc; list=1; list=2; joined=1,2; plain=%20raw/; \
         R=100; G=200\n"
    );
}

#[test]
fn what_would_arrive_as_something_else_is_not_sent() {
    // Nothing listens here: a connection attempt would be a different error.
    let client = client("http://127.0.0.1:9");
    let refused = |error: callwright_runtime::Error| {
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        error.to_string()
    };
    let path = |simple: &str, label: &str| {
        let version = PathStylesVersion::N1;
        let call = client.path_styles(simple, [1], color(), [label], ["m"], "n", ["j"], version);
        refused(call.send_blocking().unwrap_err().without_api())
    };
    assert_eq!(
        path("", "l"),
        "pathStyles: path argument `simple`: it is empty, which would address another resource; \
         give a value with text"
    );
    for dots in [".", "..", "%2e", "%2E%2E", "%252e."] {
        assert_eq!(
            path(dots, "l"),
            "pathStyles: path argument `simple`: `.` and `..` are folded away in a URL and would \
             address another resource"
        );
    }
    for label in ["", "."] {
        assert_eq!(
            path("s", label),
            "pathStyles: path argument `label`: it makes a path segment that a URL folds away, \
             which would address another resource"
        );
    }
    let cookie = client.cookie_styles().plain("a;b").send_blocking().unwrap_err();
    assert_eq!(
        refused(cookie.without_api()),
        "cookieStyles: parameter `plain`: a cookie cannot hold the character ';', and its style \
         does not encode it; encode it as the server expects"
    );
    let header = client.header_styles().x_list(["a\r\nb"]).send_blocking().unwrap_err();
    assert_eq!(
        refused(header.without_api()),
        "headerStyles: parameter `X-List`: a header value cannot hold the byte 0x0d"
    );
}

#[test]
fn headers_of_every_request_are_the_documents() {
    let listener = Listener::answering(super::DONE);
    client(&listener.url()).select().send_blocking().unwrap();
    assert_eq!(
        crate::listener::in_order(&listener.request()),
        format!(
            "GET /select HTTP/1.1\r\naccept: */*\r\nhost: AUTHORITY\r\n\
             user-agent: modelarts-tests/{}\r\n\r\n",
            env!("CARGO_PKG_VERSION")
        )
    );
}
