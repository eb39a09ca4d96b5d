//! Where requests go: redirects, URLs that answers give, and what is sent along.

use callwright_runtime::{
    Body, ByteStream, Client, Credential, ErrorKind, Json, Redirects, Request as _,
    SendBlocking as _, Signer, http, transport::BoxError,
};

use crate::api::{GET, POST, PUT, SECURED_ALL, builder, json, text};
use crate::server::{self, Server};

/// Signs with the host that it sees.
struct Stamp;

impl Signer for Stamp {
    fn sign(
        &self,
        request: &mut http::Request<Body>,
        _: std::time::SystemTime,
    ) -> Result<(), BoxError> {
        let path = request.uri().path().to_owned();
        request.headers_mut().insert("x-stamp", path.parse()?);
        Ok(())
    }
}

/// A server that redirects `/get`, `/post` and so on to `to`, and answers anything else with `1`.
fn redirecting(status: u16, to: String) -> Server {
    Server::new(move |_, request| match request.target().split_once("/to") {
        Some(_) => server::json(200, "1"),
        None => server::answer(status, &[("location", &to)], ""),
    })
}

fn client(server: &Server) -> Client {
    let builder = builder(server).redirects(Redirects::up_to(3)).header("x-team", "zoo");
    let builder = builder.credential("bearer", Credential::bearer("b"));
    let builder = builder.credential("key", Credential::api_key("k"));
    let builder = builder.credential("session", Credential::api_key("s"));
    builder.credential("signature", Credential::signer(Stamp)).build().unwrap()
}

/// The credentials and the caller's own header in a request.
fn sent(request: &server::Request) -> [Option<&str>; 5] {
    ["authorization", "x-key", "cookie", "x-stamp", "x-team"].map(|name| request.header(name))
}

#[test]
fn no_redirect_is_followed_by_default_and_the_error_names_where_it_leads() {
    let server = redirecting(302, "/to?key=s3cret#there".to_owned());
    let client = builder(&server).build().unwrap();
    let error = json(&client, &GET).send_blocking().unwrap_err();
    assert_eq!(error.status().unwrap(), 302);
    assert_eq!(
        text(&error, &server),
        "get: the server answered 302 Found; it redirects to http://HOST/to, not followed, since the \
         client follows none"
    );
    assert_eq!(server.targets(), ["GET /get"]);
}

#[test]
fn each_status_has_its_next_request() {
    let next = |operation, status| {
        let server = redirecting(status, "to/x?y=z".to_owned());
        let call = json(&client(&server), operation);
        let call = call.with(|call| call.json(0, &Json::from(7)));
        call.send_blocking().unwrap();
        let requests = server.requests();
        let last = requests.last().unwrap();
        assert_eq!(requests.len(), 2);
        assert_eq!(last.header("content-type").is_some(), !last.body.is_empty());
        format!("{} {}", last.target(), String::from_utf8_lossy(&last.body))
    };
    let get = "GET /to/x?y=z ";
    for status in [301, 302, 303] {
        assert_eq!(next(&POST, status), get, "{status}");
    }
    for status in [307, 308] {
        assert_eq!(next(&POST, status), "POST /to/x?y=z 7", "{status}");
        assert_eq!(next(&PUT, status), "PUT /to/x?y=z 7", "{status}");
    }
    assert_eq!(next(&PUT, 301), "PUT /to/x?y=z 7");
    assert_eq!(next(&PUT, 303), get);
}

#[test]
fn credentials_go_along_on_the_same_origin_with_a_fresh_signature() {
    let server = redirecting(307, "/to".to_owned());
    json(&client(&server), &SECURED_ALL).send_blocking().unwrap();
    let requests = server.requests();
    let all = |stamp| [Some("Bearer b"), Some("k"), Some("sid=s"), Some(stamp), Some("zoo")];
    assert_eq!(sent(&requests[0]), all("/all"));
    assert_eq!(sent(&requests[1]), all("/to"));
}

#[test]
fn credentials_never_go_to_another_origin_nor_back() {
    let home = Server::new(|_, request| match request.target() {
        "GET /to/home" => server::json(200, "1"),
        _ => server::answer(500, &[], ""),
    });
    let to_home = format!("{}/to/home", home.endpoint());
    let other = redirecting(302, to_home);
    let to_other = format!("{}/away", other.endpoint());
    // A server of its own, since the script has to know the others' ports.
    let first = redirecting(302, to_other);
    json(&client(&first), &SECURED_ALL).send_blocking().unwrap();
    assert_eq!(sent(&first.requests()[0])[0], Some("Bearer b"));
    assert_eq!(sent(&other.requests()[0]), [None; 5]);
    assert_eq!(sent(&home.requests()[0]), [None; 5]);
    assert_eq!(home.requests()[0].header("accept"), Some("application/json"));
}

#[test]
fn a_redirect_that_leads_back_to_the_client_s_server_brings_no_credentials_back() {
    let other_authority = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let known = std::sync::Arc::clone(&other_authority);
    let home = Server::new(move |_, request| match request.target() {
        "GET /all" => {
            let away = format!("http://{}/away", known.lock().unwrap());
            server::answer(302, &[("location", &away)], "")
        }
        _ => server::json(200, "1"),
    });
    let other = redirecting(302, format!("{}/to", home.endpoint()));
    *other_authority.lock().unwrap() = other.authority.clone();
    json(&client(&home), &SECURED_ALL).send_blocking().unwrap();
    assert_eq!(sent(&home.requests()[1]), [None; 5]);
}

#[test]
fn a_redirect_that_cannot_be_followed_says_why() {
    let why = |to: &str, streamed: bool| {
        let server = redirecting(307, to.to_owned());
        let client = client(&server);
        let put = json(&client, &PUT);
        let put = if streamed {
            put.with(|call| call.stream(1, ByteStream::from_reader(&b"x"[..], Some(1))))
        } else {
            put
        };
        let error = put.send_blocking().unwrap_err();
        (text(&error, &server), server.targets().len())
    };
    let said = "put: the server answered 307 Temporary Redirect; it redirects to";
    assert_eq!(
        why("/to", true),
        (
            format!(
                "{said} http://HOST/to, not followed, since the streamed body was sent already"
            ),
            1
        )
    );
    assert_eq!(
        why("ftp://h/", false),
        (format!("{said} an invalid Location, not followed, since that is not a URL of HTTP"), 1)
    );
    assert_eq!(
        why("/put", false),
        (format!("{said} http://HOST/put, not followed after 3 others"), 4)
    );
}

#[test]
fn a_url_that_an_answer_gave_is_called_with_its_query() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let other = Server::scripted(vec![server::json(200, "1")]);
    let client = client(&server);
    let call = |url: &str| {
        json(&client, &SECURED_ALL).with(|call| call.at_url(url)).send_blocking().unwrap();
    };
    call("/page?after=7&x=%20");
    call(&format!("{}/page?after=8", server.endpoint()));
    call(&format!("{}/page?after=9", other.endpoint()));
    let trusted = json(&client, &SECURED_ALL);
    let trusted = trusted.with(|call| call.at_url(&other.endpoint()).trust_url());
    trusted.send_blocking().unwrap();
    assert_eq!(server.targets(), ["GET /page?after=7&x=%20", "GET /page?after=8"]);
    assert_eq!(other.targets(), ["GET /page?after=9", "GET /"]);
    assert_eq!(sent(&server.requests()[1])[0], Some("Bearer b"));
    assert_eq!(sent(&other.requests()[0]), [None; 5]);
    assert_eq!(sent(&other.requests()[1])[0], Some("Bearer b"));
    let refused = |url: &str| {
        let call = json(&client, &GET).with(|call| call.at_url(url));
        call.send_blocking().unwrap_err().to_string()
    };
    assert_eq!(refused("page?2"), "get: the URL is no URL; it looks like https://host/path");
    assert_eq!(refused("/a b"), "get: the URL holds a character that no URL has");
    assert_eq!(
        refused("http://a.example/\n"),
        "get: the URL contains a control character, such as a line break"
    );
    assert_eq!(
        refused("http://u:p@a.example/"),
        "get: the URL cannot hold a user or password; set a credential instead"
    );
}

#[test]
fn a_download_brings_the_credential_to_the_client_s_server_only() {
    let server = Server::scripted(vec![server::answer(200, &[], "bytes")]);
    let other = Server::scripted(vec![server::answer(200, &[], "bytes")]);
    let client = client(&server);
    let download = |url: &str| {
        let stream = client.download(url).send_blocking().unwrap().into_inner();
        pollster::block_on(stream.collect(10)).unwrap()
    };
    assert_eq!(download(&format!("{}/file?v=1", server.endpoint())), "bytes");
    assert_eq!(download(&format!("{}/file", other.endpoint())), "bytes");
    assert_eq!(sent(&server.requests()[0]), [Some("Bearer b"), None, None, None, Some("zoo")]);
    assert_eq!(server.targets(), ["GET /file?v=1"]);
    assert_eq!(sent(&other.requests()[0]), [None; 5]);
}

#[test]
fn control_characters_in_an_endpoint_are_refused() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    for endpoint in ["http://a.example/\tx", "http://a.exa\nmple", "http://a.example\n"] {
        let error = builder(&server).endpoint(endpoint).build().map(drop).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(
            error.to_string(),
            "the endpoint contains a control character, such as a line break"
        );
    }
}

#[test]
fn a_secret_header_is_sensitive_however_it_was_set() {
    let server = Server::scripted(vec![server::json(200, "1")]);
    let client = builder(&server).header("authorization", "a").header("x-team", "zoo");
    let client = client.build().unwrap();
    let call = json(&client, &GET).with(|call| call.header("X-Key", "k")).into_call();
    let request = call.into_request().unwrap();
    let sensitive = |name: &str| request.headers()[name].is_sensitive();
    assert_eq!(
        [sensitive("authorization"), sensitive("x-key"), sensitive("x-team")],
        [true, true, false]
    );
}
