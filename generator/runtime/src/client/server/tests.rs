use super::{at, document, resolve};
use crate::describe::{Server, Variable};

/// The URL of requests, or the reason why there is none.
fn resolved(
    server: &Server,
    variables: &[(&str, &str)],
    retrieved_from: Option<&str>,
) -> Result<String, String> {
    let variables: Vec<(String, String)> =
        variables.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let from = retrieved_from.map(|url| document(url).unwrap());
    resolve(server, &variables, from.as_ref())
        .map(|uri| uri.to_string())
        .map_err(|fault| fault.detail)
}

#[test]
fn a_relative_server_is_resolved_against_the_document() {
    let document = "https://device1.example.com/v3/openapi/api.json?token=t#/info";
    let rows = [
        // The two examples of the specification (3.2, "Relative References in API URLs").
        (".", "https://device1.example.com/v3/openapi/"),
        ("./test", "https://device1.example.com/v3/openapi/test"),
        ("/", "https://device1.example.com/"),
        ("/api", "https://device1.example.com/api"),
        ("/api/", "https://device1.example.com/api/"),
        ("", "https://device1.example.com/v3/openapi/"),
        // A host without a scheme is a path (RFC 3986, section 4.2).
        ("api.example.com/v1", "https://device1.example.com/v3/openapi/api.example.com/v1"),
        (" api ", "https://device1.example.com/v3/openapi/api"),
        ("api/v2", "https://device1.example.com/v3/openapi/api/v2"),
        ("../v4", "https://device1.example.com/v3/v4"),
        ("../../../v4", "https://device1.example.com/v4"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example:81/x/", "http://other.example:81/x/"),
    ];
    for (server, expected) in rows {
        // Query and fragment belong to the document, never to the server.
        let expected = Ok(expected.to_owned());
        assert_eq!(resolved(&Server::new(server), &[], Some(document)), expected, "{server:?}");
    }
    let plain = resolved(&Server::new("//other.example/x"), &[], Some("http://h/api.json"));
    assert_eq!(plain.as_deref(), Ok("http://other.example/x"));
}

#[test]
fn without_the_document_s_address_only_a_scheme_is_made_up() {
    let rows = [
        ("https://h.example", Ok("https://h.example/")),
        (" https://h.example/v1 ", Ok("https://h.example/v1")),
        ("//h.example/v1", Ok("https://h.example/v1")),
        (
            "/api",
            Err("the document's server `/api` is relative to where the document came from; set \
                 its `document_url` on the client's builder, or the whole endpoint"),
        ),
        (
            "",
            Err("the document's server `` is relative to where the document came from; set its \
                 `document_url` on the client's builder, or the whole endpoint"),
        ),
        ("ftp://h.example", Err("the endpoint has to begin with http:// or https://")),
        ("localhost:8080", Err("the endpoint has to begin with http:// or https://")),
        ("https://h.example/v1#a", Err("the endpoint cannot have a fragment")),
        ("https://h.example/?a=b", Err("the endpoint cannot have a query")),
        (
            "https://u:p@h.example",
            Err("the endpoint cannot hold a user or password; set a credential instead"),
        ),
    ];
    for (server, expected) in rows {
        let found = resolved(&Server::new(server), &[], None);
        assert_eq!(found.as_deref().map_err(|why| &**why), expected, "{server:?}");
    }
}

#[test]
fn variables_have_their_default_unless_set() {
    static SERVER: Server =
        Server::new("{scheme}://{region}.h.example:{port}/{base}").variables(&[
            Variable::new("scheme", "https").values(&["http", "https"]),
            Variable::new("region", "eu").values(&["eu", "us"]),
            Variable::new("port", "443").values(&["443", "8443"]),
            Variable::new("base", "v1/x").values(&["v1/x", ""]),
        ]);
    let rows: [(&[(&str, &str)], Result<&str, &str>); 6] = [
        (&[], Ok("https://eu.h.example/v1/x")),
        (&[("scheme", "http"), ("port", "8443")], Ok("http://eu.h.example:8443/v1/x")),
        // A documented value may contain any character, or be empty.
        (&[("base", "")], Ok("https://eu.h.example/")),
        // Other values cannot change the host or the path.
        (&[("region", "ap-9")], Ok("https://ap-9.h.example/v1/x")),
        (
            &[("region", "evil.example/")],
            Err("the value of server variable `region` may hold letters, digits, `.`, `-`, `_` \
                 and `~` only; set the whole endpoint for anything else"),
        ),
        (&[("unused", "x y")], Ok("https://eu.h.example/v1/x")),
    ];
    for (variables, expected) in rows {
        let found = resolved(&SERVER, variables, None);
        assert_eq!(found.as_deref().map_err(|why| &**why), expected, "{variables:?}");
    }
    let undeclared = resolved(&Server::new("https://{host}/"), &[], None);
    assert_eq!(
        undeclared,
        Err("the server's URL has the variable `host` without a default; set it".to_owned())
    );
    assert_eq!(
        resolved(&Server::new("https://{host}/"), &[("host", "h.example")], None).as_deref(),
        Ok("https://h.example/")
    );
}

#[test]
fn a_document_without_servers_has_the_root_of_where_it_came_from() {
    let server = at(&[], 7).unwrap();
    assert_eq!(
        resolved(server, &[], None),
        Err("the document names no server; set the endpoint on the client's builder".to_owned())
    );
    assert_eq!(
        resolved(server, &[], Some("https://h.example/docs/api.json")).as_deref(),
        Ok("https://h.example/")
    );
}

#[test]
fn a_server_that_is_not_there_is_no_other_one() {
    static SERVERS: [Server; 2] =
        [Server::new("https://a.example"), Server::new("https://b.example")];
    assert_eq!(at(&SERVERS, 1).map(|server| server.url).ok(), Some("https://b.example"));
    assert_eq!(
        at(&SERVERS, 2).map(|server| server.url).map_err(|fault| fault.detail),
        Err("there is no server 2: 2 are named, counted from 0".to_owned())
    );
}

#[test]
fn a_document_comes_from_the_web() {
    for (url, why) in [
        ("api.json", "the document's URL is no URL; it looks like https://host/api.json"),
        ("file:///api.json", "the document's URL has to begin with http:// or https://"),
    ] {
        assert_eq!(document(url).unwrap_err().detail, why);
    }
}
