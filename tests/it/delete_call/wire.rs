use modelarts::SendBlocking;

use super::{INSTANCE, builder};
use crate::listener::{Listener, in_order};

const DELETED: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\
                       X-ratelimit: 60\r\nX-ratelimit-used: none\r\n\r\n{\"instance_id\":1}";

/// The expected request, written by hand.
fn expected(path: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "DELETE {path} HTTP/1.1\r\n\
         accept: application/json\r\n\
         user-agent: modelarts/{version}\r\n\
         x-auth-token: a-token\r\n\
         host: AUTHORITY\r\n\
         \r\n"
    )
}

fn sent(endpoint: impl FnOnce(&Listener) -> String, instance: &str) -> String {
    let listener = Listener::answering(DELETED);
    let client = builder().endpoint(endpoint(&listener)).build().unwrap();
    // Other tests check the response.
    let _ = client.instances().delete_instance(instance).send_blocking();
    in_order(&listener.request())
}

#[test]
fn the_request_is_the_documented_one_byte_for_byte() {
    assert_eq!(
        sent(Listener::url, INSTANCE),
        in_order(&expected(
            "/v1/e9993fc787d94b6c886cbaa340f9c0f4/demanager/instances/\
             6fa459ea-ee8a-3ca4-894e-db77e160355e"
        ))
    );
}

#[test]
fn what_has_a_meaning_in_a_url_arrives_encoded() {
    assert_eq!(
        sent(Listener::url, "a b/c?d#e%f+g&h=你🦀"),
        in_order(&expected(
            "/v1/e9993fc787d94b6c886cbaa340f9c0f4/demanager/instances/\
             a%20b%2Fc%3Fd%23e%25f%2Bg%26h%3D%E4%BD%A0%F0%9F%A6%80"
        ))
    );
}

#[test]
fn the_path_of_the_endpoint_comes_first() {
    for slash in ["", "/"] {
        assert_eq!(
            sent(|listener| format!("{}/base{slash}", listener.url()), "i"),
            in_order(&expected("/base/v1/e9993fc787d94b6c886cbaa340f9c0f4/demanager/instances/i"))
        );
    }
}

#[test]
fn one_request_can_name_another_project() {
    let listener = Listener::answering(DELETED);
    let client = builder().endpoint(listener.url()).build().unwrap();
    let _ = client.instances().delete_instance("i").project_id("p").send_blocking();
    assert_eq!(in_order(&listener.request()), in_order(&expected("/v1/p/demanager/instances/i")));
}
