use std::time::Duration;

use callwright_runtime::{
    Clock, ErrorKind, Multipart, Part, Request, SendBlocking, http, transport::BoxFuture,
};

use crate::pets::{self, Pet};
use crate::server::{Canned, shown};

fn client() -> pets::Client {
    Canned::new(200, "", "").client().build().unwrap()
}

#[test]
fn a_request_is_made_of_its_arguments() {
    let request = client()
        .pets()
        .get_pet("a b/c?d#e%f+猫🐈")
        .limit(5)
        .tags(["x y".to_owned(), "z".to_owned()])
        .trace("t")
        .c("1;2")
        .into_request()
        .unwrap();
    assert_eq!(
        shown(&request),
        "GET https://eu.pets.example/v1/api/z/pets/\
         a%20b%2Fc%3Fd%23e%25f%2B%E7%8C%AB%F0%9F%90%88?limit=5&tags=x%20y&tags=z\n\
         x-trace: t\n\
         cookie: c=1%3B2"
    );
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["user-agent"], "pets/1.0");
}

#[test]
fn an_endpoint_replaces_the_server_with_or_without_a_slash() {
    for endpoint in ["http://[::1]:81/base", "http://[::1]:81/base/", "http://[::1]:81/base//"] {
        let client = Canned::new(200, "", "").client().endpoint(endpoint).build().unwrap();
        let request = client.pets().ping().into_request().unwrap();
        assert_eq!(shown(&request), "POST http://[::1]:81/base/ping");
    }
    let client = Canned::new(200, "", "").client().endpoint("http://h").build().unwrap();
    assert_eq!(shown(&client.pets().ping().into_request().unwrap()), "POST http://h/ping");
}

#[test]
fn server_variables_may_be_new_but_not_lead_elsewhere() {
    let built = |region: &str| Canned::new(200, "", "").client().region(region).build();
    let request = built("ap-9").unwrap().pets().ping().into_request().unwrap();
    assert_eq!(shown(&request), "POST https://ap-9.pets.example/v1/api/ping");
    for region in ["", "..", "evil.example/", "a@b", "a:1", "a?b", "a#b", "a\\b", "a b", "é"] {
        let kind = built(region).map(|_| ()).unwrap_err().kind();
        assert_eq!(kind, ErrorKind::Configuration, "{region}");
    }
}

#[test]
fn unusable_endpoints_are_refused_when_the_client_is_built() {
    for endpoint in ["", "example.com", "ftp://h", "http://u:p@h", "http://h?q", "http://h#f"] {
        let built = Canned::new(200, "", "").client().endpoint(endpoint).build();
        assert_eq!(built.map(|_| ()).unwrap_err().kind(), ErrorKind::Configuration, "{endpoint}");
    }
}

#[test]
fn arguments_that_cannot_be_sent_are_refused_before_sending() {
    let server = Canned::new(200, "", "");
    let client = server.client().build().unwrap();
    for pet_id in ["", ".", "..", "%2e%2E"] {
        let error = client.pets().get_pet(pet_id).send_blocking().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert_eq!(error.operation(), Some("getPet"));
    }
    let error = client.pets().get_pet("p").trace("a\r\nHost: evil").send_blocking().unwrap_err();
    assert_eq!(
        error.to_string(),
        "getPet: parameter `X-Trace`: a header value cannot hold the byte 0x0d"
    );
    let error = client.pets().put_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.to_string(), "putPet: the body is missing; set it before sending");
    assert_eq!(server.sent(), [""; 0]);
}

#[test]
fn a_client_parameter_has_to_be_set() {
    let client = pets::Client::builder().transport(Canned::new(200, "", "")).build().unwrap();
    let error = client.pets().get_pet("p").send_blocking().unwrap_err();
    assert_eq!(error.to_string(), "getPet: `zoo` is not set; set it once, on the client's builder");
}

#[test]
fn bodies_carry_their_media_type() {
    let client = client();
    let put = || client.pets().put_pet("p");
    let mut pet = Pet::new("a b");
    pet.age = Some(3);
    assert_eq!(
        shown(&put().json(pet.clone()).into_request().unwrap()),
        "PUT https://eu.pets.example/v1/api/pets/p\n\
         content-type: application/json\n\n\
         {\"id\":\"a b\",\"age\":3}"
    );
    assert_eq!(
        shown(&put().form(pet).into_request().unwrap()),
        "PUT https://eu.pets.example/v1/api/pets/p\n\
         content-type: application/x-www-form-urlencoded\n\nid=a+b&age=3"
    );
    assert_eq!(
        put().json(Pet::new("p")).into_request().unwrap().headers()["accept"],
        "application/json, text/plain, image/*"
    );
}

#[derive(Debug)]
struct Seven;

impl Clock for Seven {
    fn now(&self) -> std::time::SystemTime {
        std::time::UNIX_EPOCH
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
    fn random(&self) -> u64 {
        7
    }
}

#[test]
fn a_multipart_body_names_its_boundary() {
    let client = Canned::new(200, "", "").client().clock(Seven).build().unwrap();
    let put = || client.pets().put_pet("p");
    let expected = "PUT https://eu.pets.example/v1/api/pets/p\n\
         content-type: multipart/form-data; boundary=00000000000000070000000000000007\n\n\
         --00000000000000070000000000000007\r\n\
         Content-Disposition: form-data; name=\"id\"\r\n\r\na\r\n\
         --00000000000000070000000000000007--\r\n";
    assert_eq!(shown(&put().multipart(Pet::new("a")).into_request().unwrap()), expected);
    let parts = Multipart::new().part(Part::text("id", "a"));
    assert_eq!(shown(&put().parts(parts).into_request().unwrap()), expected);
    let broken = Multipart::new().part(Part::text("id", "a").header("X", "\r\n"));
    let error = put().parts(broken).into_request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
}

#[test]
fn a_streamed_body_is_sent_once() {
    let call = client().pets().put_pet("p").file("data");
    let again = call.clone();
    assert!(call.into_request().is_ok());
    assert_eq!(again.into_request().unwrap_err().kind(), ErrorKind::InvalidArgument);
}

#[test]
fn a_call_can_be_changed_beyond_the_document() {
    let call = client().pets().ping().with(|call| call.header("X-Own", "1").header("x-own", "2"));
    assert_eq!(
        shown(&call.into_request().unwrap()),
        "POST https://eu.pets.example/v1/api/ping\nx-own: 2"
    );
    let wrong = client().pets().ping().with(|call| call.header("a b", "1"));
    assert_eq!(wrong.into_request().unwrap_err().kind(), ErrorKind::InvalidArgument);
}

#[test]
fn the_core_needs_no_transport() {
    let builder = client().pets().get_pet("p");
    let base: http::Uri = "https://elsewhere.example/x/".parse().unwrap();
    let request = builder.call().request(&base).unwrap();
    assert_eq!(request.uri(), "https://elsewhere.example/x/z/pets/p");
    let response = http::Response::builder().status(200).body(r#"{"id":"p"}"#.into()).unwrap();
    let decoded = builder.call().response::<Pet, pets::GetPetHeaders, pets::Failure>(response);
    assert_eq!(decoded.unwrap().into_inner(), Pet::new("p"));
}

#[test]
fn debug_forms_show_names_only() {
    let call = client().pets().get_pet("secret").trace("secret");
    let shown = format!("{call:?} {:?}", client());
    assert_eq!(shown.matches("secret").count(), 0);
    assert_eq!(
        format!("{call:?}"),
        "GetPet(Call { operation: \"getPet\", set: [\"pet_id\", \"X-Trace\"], body: None, .. })"
    );
}
