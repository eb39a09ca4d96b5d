//! Responses as HTTP permits them, and as it does not: framing, heads, and truncation.

use std::net::TcpListener;
use std::time::Duration;

use callwright_runtime::{ErrorKind, Retry, SendBlocking};

use super::api::Client;
use super::api::types::Pet;
use super::{answer, client};
use crate::listener::Listener;

/// The result for a response that should be a pet.
fn pet(answer: impl AsRef<[u8]>) -> Result<Pet, (ErrorKind, String)> {
    let listener = Listener::answering(answer);
    let outcome = client(&listener.url()).pet().send_blocking();
    outcome
        .map(callwright_runtime::Response::into_inner)
        .map_err(|error| (error.kind(), error.to_string()))
}

fn head(lines: &str) -> String {
    format!("HTTP/1.1 200 OK\r\n{lines}connection: close\r\n\r\n")
}

const JSON: &str = "content-type: application/json\r\n";

#[test]
fn any_framing_gives_the_same_body() {
    let body = r#"{"name":"a"}"#;
    let chunked = format!("{JSON}transfer-encoding: chunked\r\ntrailer: x-a\r\n");
    let chunks = "6;note=1\r\n{\"name\r\n6\r\n\":\"a\"}\r\n0\r\nx-a: 1\r\n\r\n";
    let answers = [
        format!("{}{body}", head(&format!("{JSON}content-length: 12\r\n"))),
        format!("{}{chunks}", head(&chunked)),
        // Until the connection closes.
        format!("{}{body}", head(JSON)),
        format!("HTTP/1.0 200 OK\r\n{JSON}\r\n{body}"),
        // After an interim response.
        format!("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n{}{body}", head(JSON)),
        // A byte order mark.
        format!("{}\u{feff}{body}", head(JSON)),
    ];
    for answer in answers {
        assert_eq!(pet(&answer), Ok(Pet::new("a")), "{answer}");
    }
}

#[test]
fn a_body_that_breaks_off_is_no_answer() {
    let answers = [
        format!("{}{{\"name\":", head(&format!("{JSON}content-length: 12\r\n"))),
        format!("{}c\r\n{{\"name\":", head(&format!("{JSON}transfer-encoding: chunked\r\n"))),
        // Complete except for the last chunk.
        format!(
            "{}c\r\n{{\"name\":\"a\"}}\r\n",
            head(&format!("{JSON}transfer-encoding: chunked\r\n"))
        ),
        "HTTP/1.1 200 OK\r\ncontent-".to_owned(),
        "no HTTP at all\r\n\r\n".to_owned(),
        String::new(),
    ];
    for answer in answers {
        let kind = pet(&answer).map_err(|(kind, _)| kind);
        assert_eq!(kind, Err(ErrorKind::Transport), "{answer}");
    }
}

#[test]
fn a_status_that_has_no_body_ends_at_its_head() {
    let listener =
        Listener::answering("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n{\"a\":1}");
    assert_eq!(
        client(&listener.url()).select().send_blocking().map(|_| ()).map_err(|_| ()),
        Ok(())
    );
    let not_modified = "HTTP/1.1 304 Not Modified\r\ncontent-length: 12\r\n\
                        connection: close\r\n\r\n";
    assert_eq!(
        pet(not_modified),
        Err((
            ErrorKind::Undocumented,
            "pet: the server answered 304 Not Modified, a status that its document does not describe"
                .to_owned()
        ))
    );
}

#[test]
fn a_redirection_is_not_followed_and_no_credential_with_it() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let location = format!("location: http://{}/\r\n", elsewhere.local_addr().unwrap());
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"] {
        let listener = Listener::answering(answer(status, &location, ""));
        let client = Client::builder().endpoint(listener.url()).bearer("t").build().unwrap();
        let error = client.documents_credential("x").send_blocking().map(|_| ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Undocumented);
        assert_eq!(elsewhere.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    }
}

#[test]
fn an_encoding_that_nobody_asked_for_is_named() {
    let lines = format!("{JSON}content-encoding: gzip\r\n");
    let mut answer = head(&lines).into_bytes();
    answer.extend(b"\x1f\x8b\x08\x00");
    let (kind, text) = pet(answer).unwrap_err();
    assert_eq!(kind, ErrorKind::Decode);
    assert_eq!(
        text,
        "pet: the call succeeded (200), but the body of the answer is not what the document describes: at $: \
         a JSON value should begin here (byte 0); its content encoding is \"gzip\", which the \
         client did not ask for"
    );
}

#[test]
fn odd_content_types_are_read_as_they_are_meant() {
    let body = r#"{"name":"a"}"#;
    for lines in [
        "Content-TYPE:APPLICATION/HAL+JSON;;charset=\"utf-8\" ; x=\"a;b\"\r\n",
        "content-type: application/json\r\ncontent-type: text/html\r\n",
        "content-type:\r\n",
        "content-type: \u{e9}\r\n",
    ] {
        let answer = answer("200 OK", lines, body);
        assert_eq!(pet(&answer), Ok(Pet::new("a")), "{answer}");
    }
}

#[test]
fn a_body_beyond_the_limit_is_not_read() {
    let listener = Listener::answering(answer("200 OK", JSON, r#"{"name":"a"}"#));
    let client = Client::builder().endpoint(listener.url()).body_limit(11).build().unwrap();
    let error = client.pet().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert_eq!(
        error.to_string(),
        "pet: the server answered 200, but its body is larger than 11 bytes; raise the client's \
         body limit"
    );
}

#[test]
fn a_call_is_sent_again_as_often_as_the_client_is_told() {
    let busy = answer("503 Busy", "retry-after: 0\r\n", "");
    let fine = answer("200 OK", JSON, r#"{"name":"a"}"#);
    let listener = Listener::answering_in_turn([busy.as_str(), "", &fine]);
    let client = Client::builder().endpoint(listener.url()).retry(Retry::new()).build().unwrap();
    assert_eq!(client.pet().send_blocking().unwrap().into_inner(), Pet::new("a"));
    let sent = listener.request();
    let third = sent.len() / 3;
    assert_eq!(sent[..third].repeat(3), sent);
}

#[test]
fn an_answer_that_never_ends_is_given_up_in_time() {
    let listener = Listener::trickling(head(JSON));
    let client = Client::builder().endpoint(listener.url());
    let client = client.timeout(Duration::from_millis(50)).build().unwrap();
    let error = client.pet().send_blocking().map(|_| ()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[test]
fn a_head_is_read_as_far_as_heads_go() {
    let pad = |length: usize| head(&format!("{JSON}x-pad: {}\r\n", "a".repeat(length)));
    let body = r#"{"name":"a"}"#;
    assert_eq!(pet(format!("{}{body}", pad(100_000))), Ok(Pet::new("a")));
    let refused = pet(format!("{}{body}", pad(10_000_000))).unwrap_err();
    assert_eq!(refused.0, ErrorKind::Transport);
}

#[test]
fn text_is_read_in_the_charset_that_the_answer_names() {
    let text = |content_type: &str, body: &[u8]| {
        let mut answer = head(&format!("content-type: {content_type}\r\n")).into_bytes();
        answer.extend(body);
        let listener = Listener::answering(answer);
        let outcome = client(&listener.url()).put_text("x").send_blocking();
        outcome.map(|response| response.0.clone()).map_err(|error| error.to_string())
    };
    assert_eq!(text("text/plain; charset=windows-1252", b"\x80\xe9").as_deref(), Ok("€é"));
    assert_eq!(text("text/plain; charset=utf-16", b"\xff\xfe\xac\x20").as_deref(), Ok("€"));
    assert_eq!(
        text("text/plain; charset=utf-8", b"\xa4\xa4"),
        Err("putText: the call succeeded (200), but the body of the answer is not what the document describes: \
             it is not UTF-8 text"
            .to_owned())
    );
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_the_next_one_comes() {
    let body = "{\"name\":\"a\"}\r\n\r\n{\"name\":1}\n{broken\n{\"name\":\"b\"}";
    let listener =
        Listener::answering(format!("{}{body}", head("content-type: application/x-ndjson\r\n")));
    let lines = client(&listener.url()).post_lines([Pet::new("x")]).send_blocking().unwrap();
    let found: Vec<Result<Pet, ErrorKind>> =
        lines.into_inner().blocking().map(|item| item.map_err(|error| error.kind())).collect();
    assert_eq!(
        found,
        [Ok(Pet::new("a")), Err(ErrorKind::Decode), Err(ErrorKind::Decode), Ok(Pet::new("b"))]
    );
}
