//! The destination of requests: servers of the document, of a path or an operation, and those
//! chosen by the client or the call.

use callwright_runtime::{Request, SendBlocking};

use super::api::client::Stage;
use super::api::{Client, ClientBuilder};
use super::{DONE, told};
use crate::listener::Listener;

/// The request that the server receives; the client's builder gets its port.
fn requested<R: Request>(
    build: impl FnOnce(ClientBuilder, &str, &str) -> ClientBuilder,
    call: impl FnOnce(&Client) -> R,
) -> String {
    let listener = Listener::answering(DONE);
    let url = listener.url();
    let port = url.rsplit(':').next().unwrap();
    let client = build(Client::builder(), &url, port).build().unwrap();
    call(&client).send_blocking().map(|_| ()).map_err(|error| error.to_string()).unwrap();
    told(&listener.request())
}

#[test]
fn a_relative_server_is_beside_the_document() {
    let call = requested(
        |client, url, _| client.document_url(format!("{url}/docs/v1/api.yaml")),
        Client::select,
    );
    assert_eq!(call, "GET /docs/v1/base/select\n");
}

#[test]
fn without_the_document_s_address_the_client_is_not_built() {
    let error = Client::builder().build().map(|_| ()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the document's server `base/` is relative to where the document came from; set its \
         `document_url` on the client's builder, or the whole endpoint"
    );
}

#[test]
fn the_client_chooses_a_server_and_its_variables() {
    let call = requested(|client, _, port| client.server(1).port(port), Client::select);
    assert_eq!(call, "GET /second/select\n");
}

#[test]
fn a_path_s_server_comes_before_the_document_s_and_an_operation_s_before_both() {
    let call = requested(|client, _, port| client.server(1).port(port), Client::of_path);
    assert_eq!(call, "GET /of/path/served\n");
    let own = |client: ClientBuilder, _: &str, port: &str| client.server(1).own_port(port);
    assert_eq!(requested(own, Client::of_operation), "PUT /of/operation/served\n");
    // A documented value may contain characters that others may not.
    let staged = |client: ClientBuilder, url: &str, port: &str| {
        own(client, url, port).stage(Stage::AnotherOne)
    };
    assert_eq!(requested(staged, Client::of_operation), "PUT /of/another/one/served\n");
}

#[test]
fn a_call_chooses_among_the_servers_of_its_operation() {
    let call = requested(
        |client, url, _| client.document_url(format!("{url}/docs/api.yaml")),
        |client| client.of_operation().with(|call| call.server(1)),
    );
    assert_eq!(call, "PUT /docs/sibling/served\n");
}

#[test]
fn an_endpoint_comes_before_all_with_or_without_a_slash() {
    for slash in ["", "/"] {
        let base = |client: ClientBuilder, url: &str, _: &str| {
            client.endpoint(format!("{url}/a b{slash}"))
        };
        assert_eq!(requested(base, Client::of_operation), "PUT /a%20b/served\n");
    }
    // The call's server takes precedence over the client's.
    let listener = Listener::answering(DONE);
    let client = Client::builder().endpoint("http://127.0.0.1:9").build().unwrap();
    let url = format!("{}/told", listener.url());
    client.of_path().with(|call| call.endpoint(&url)).send_blocking().unwrap();
    assert_eq!(told(&listener.request()), "GET /told/served\n");
}
