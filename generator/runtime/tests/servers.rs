//! Which server a call goes to: the document's, the operation's own, the one
//! that the client or the call chooses.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use callwright_runtime::{Call, ClientBuilder, ErrorKind, generated::describe};
use describe::{Api, Operation, Server, Variable};

static PLAIN: Operation = Operation::new("plain", "GET", "/x");
static OWN: Operation = Operation::new("own", "GET", "/x").servers(&[
    Server::new("https://{zone}.own.example/v4")
        .variables(&[Variable::new("zone", "main").values(&["main"])]),
    Server::new("beta"),
]);
static BARE: Api = Api::new("T", "1", "t/1");
static RELATIVE: Api = BARE.servers(&[Server::new("/v1"), Server::new("https://b.example")]);
static OWNED: Api = BARE.own_servers();

/// Where the call goes, or why it goes nowhere.
fn target(
    builder: ClientBuilder,
    operation: &'static Operation,
    change: impl FnOnce(Call) -> Call,
) -> Result<String, String> {
    let client = builder.build().map_err(|error| error.to_string())?;
    let request = change(client.call(operation)).into_request();
    request.map(|request| request.uri().to_string()).map_err(|error| error.to_string())
}

fn same(call: Call) -> Call {
    call
}

#[test]
fn a_relative_server_needs_the_document_s_address() {
    let api = || ClientBuilder::new(&RELATIVE);
    assert_eq!(
        target(api(), &PLAIN, same),
        Err("the document's server `/v1` is relative to where the document came from; set its \
             `document_url` on the client's builder, or the whole endpoint"
            .to_owned())
    );
    assert_eq!(api().build().map(|_| ()).unwrap_err().kind(), ErrorKind::Configuration);
    let known = || api().document_url("https://d.example/docs/api.json");
    assert_eq!(target(known(), &PLAIN, same).as_deref(), Ok("https://d.example/v1/x"));
    let moved = api().endpoint("http://127.0.0.1:8080/base/");
    assert_eq!(target(moved, &PLAIN, same).as_deref(), Ok("http://127.0.0.1:8080/base/x"));
    let bare = ClientBuilder::new(&BARE).document_url("https://d.example/docs/api.json");
    assert_eq!(target(bare, &PLAIN, same).as_deref(), Ok("https://d.example/x"));
    assert_eq!(target(api().server(1), &PLAIN, same).as_deref(), Ok("https://b.example/x"));
    assert_eq!(
        target(api().server(2), &PLAIN, same),
        Err("there is no server 2: 2 are named, counted from 0".to_owned())
    );
}

#[test]
fn an_operation_s_own_servers_come_before_the_document_s() {
    let api = || ClientBuilder::new(&RELATIVE).document_url("https://d.example/docs/api.json");
    assert_eq!(target(api(), &OWN, same).as_deref(), Ok("https://main.own.example/v4/x"));
    let zoned = api().variable("zone", "two").server(1);
    assert_eq!(target(zoned, &OWN, same).as_deref(), Ok("https://two.own.example/v4/x"));
    let beta = target(api(), &OWN, |call| call.server(1));
    assert_eq!(beta.as_deref(), Ok("https://d.example/docs/beta/x"));
    let other = target(api(), &OWN, |call| call.server(2));
    assert_eq!(other, Err("own: there is no server 2: 2 are named, counted from 0".to_owned()));
    let moved = api().endpoint("http://127.0.0.1:8080");
    assert_eq!(target(moved, &OWN, same).as_deref(), Ok("http://127.0.0.1:8080/x"));
}

#[test]
fn a_client_whose_operations_all_have_servers_needs_none() {
    let api = || ClientBuilder::new(&OWNED);
    assert_eq!(target(api(), &OWN, same).as_deref(), Ok("https://main.own.example/v4/x"));
    assert_eq!(
        target(api(), &OWN, |call| call.server(1)),
        Err("own: the document's server `beta` is relative to where the document came from; set \
             its `document_url` on the client's builder, or the whole endpoint"
            .to_owned())
    );
}

#[test]
fn a_call_may_go_where_only_another_call_tells() {
    let api = || ClientBuilder::new(&RELATIVE).endpoint("https://h.example");
    let sent = target(api(), &OWN, |call| call.endpoint("https://dl.example/1!a/"));
    assert_eq!(sent.as_deref(), Ok("https://dl.example/1!a/x"));
    assert_eq!(
        target(api(), &OWN, |call| call.endpoint("dl.example")),
        Err("own: the endpoint is no URL; it looks like https://host/path".to_owned())
    );
}
