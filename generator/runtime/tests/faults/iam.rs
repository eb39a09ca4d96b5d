//! Credentials of Huawei Cloud: tokens for a password, temporary keys, projects by name.

use std::time::Duration;

use callwright_runtime::sign::{AkSk, IamPassword, KeyChain, project_id};
use callwright_runtime::transport::Reqwest;
use callwright_runtime::{Credential, ErrorKind, SendBlocking as _};

use callwright_runtime::generated::describe::Operation;

use crate::api::{PLAIN, builder, json, text};
use crate::server::{self, Server, Step};

static SIGNED: Operation =
    PLAIN.named("signed", "GET", "/signed").security(&[&[("signature", &[])]]);
static KEYED_HEADER: Operation =
    PLAIN.named("keyed_header", "GET", "/key").security(&[&[("key", &[])]]);

const TOKEN: &str = r#"{"token":{"expires_at":"2100-01-04T09:05:22.701000Z"}}"#;

#[test]
fn a_password_is_exchanged_for_a_token_and_a_refused_token_replaced() {
    let api =
        Server::new(
            |number, _| {
                if number == 2 { server::json(401, "{}") } else { server::json(200, "1") }
            },
        );
    let iam = Server::new(|number, _| {
        let token = format!("token-{number}");
        server::answer(201, &[("x-subject-token", &token)], TOKEN)
    });
    let source = IamPassword::new("account", "user", "s3cret")
        .endpoint(iam.endpoint())
        .project("cn-north-4");
    assert_eq!(format!("{source:?}").matches("s3cret").count(), 0);
    let client = builder(&api).credential("key", Credential::source(source)).build().unwrap();
    for _ in 0..3 {
        json(&client, &KEYED_HEADER).send_blocking().unwrap();
    }
    let sent = api.requests();
    let sent: Vec<_> = sent.iter().map(|request| request.header("x-key").unwrap()).collect();
    assert_eq!(sent, ["token-1", "token-1", "token-2", "token-2"]);
    let asked = iam.requests();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].target(), "POST /v3/auth/tokens?nocatalog=true");
    assert_eq!(
        String::from_utf8_lossy(&asked[0].body),
        r#"{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"user","password":"s3cret","domain":{"name":"account"}}}},"scope":{"project":{"name":"cn-north-4"}}}}"#
    );
}

#[test]
fn a_wrong_password_is_named() {
    let api = Server::scripted(vec![server::json(200, "1")]);
    let body = r#"{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}"#;
    let iam = Server::scripted(vec![server::json(401, body)]);
    let source = IamPassword::new("account", "user", "s3cret").endpoint(iam.endpoint());
    let client = builder(&api).credential("key", Credential::source(source)).build().unwrap();
    let error = json(&client, &KEYED_HEADER).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        text(&error, &api),
        "keyed_header: the token source of `key` failed: the service answered 401: 401: The username or \
         password is wrong."
    );
    assert_eq!(iam.targets().len(), 1);
}

/// The metadata service of an instance whose keys end at `expires_at`.
fn metadata(expires_at: &'static str) -> Server {
    Server::new(move |number, request| match request.target() {
        "PUT /meta-data/latest/api/token" => {
            assert_eq!(request.header("x-metadata-token-ttl-seconds"), Some("21600"));
            server::answer(200, &[], "session")
        }
        _ => {
            assert_eq!(request.header("x-metadata-token"), Some("session"));
            let keys = format!(
                r#"{{"credential":{{"access":"AK{number}","secret":"SK","securitytoken":"ST","expires_at":"{expires_at}"}}}}"#
            );
            server::json(200, &keys)
        }
    })
}

#[test]
fn temporary_keys_of_the_instance_sign_and_are_renewed() {
    let keys = |expires_at| {
        let api = Server::scripted(vec![server::json(200, "1")]);
        let metadata = metadata(expires_at);
        let chain = KeyChain::new().instance_only().metadata_endpoint(metadata.endpoint());
        let client = builder(&api).credential("signature", Credential::signer(chain));
        let client = client.build().unwrap();
        json(&client, &SIGNED).send_blocking().unwrap();
        json(&client, &SIGNED).send_blocking().unwrap();
        let sent = api.requests();
        let key = |index: usize| {
            let authorization = sent[index].header("authorization").unwrap().to_owned();
            assert_eq!(sent[index].header("x-security-token"), Some("ST"));
            authorization.split(',').next().unwrap().to_owned()
        };
        [key(0), key(1)]
    };
    let first = "SDK-HMAC-SHA256 Access=AK2";
    assert_eq!(keys("2100-01-01T00:00:00.0Z"), [first, first]);
    assert_eq!(keys("2020-01-01T00:00:00.0Z"), [first, "SDK-HMAC-SHA256 Access=AK4"]);
}

#[test]
fn keys_that_are_nowhere_are_named_with_each_place() {
    let api = Server::scripted(vec![server::json(200, "1")]);
    let metadata = Server::scripted(vec![server::answer(404, &[], "")]);
    let chain = KeyChain::new().instance_only().metadata_endpoint(metadata.endpoint());
    let client = builder(&api).credential("signature", Credential::signer(chain));
    let error = json(&client.build().unwrap(), &SIGNED).send_blocking().unwrap_err();
    assert_eq!(
        text(&error, &api),
        "signed: the signer of `signature` failed: the environment has no keys; set \
         HUAWEICLOUD_SDK_AK to the access key and HUAWEICLOUD_SDK_SK to the secret key; and the \
         metadata service of the instance has none: the service answered 404"
    );
    assert_eq!(api.targets(), [""; 0]);
}

#[test]
fn a_signature_that_is_refused_is_not_sent_again() {
    let api = Server::scripted(vec![server::json(401, "{}")]);
    let credential = Credential::from(AkSk::new("ak", "sk"));
    let client = builder(&api).credential("signature", credential).build().unwrap();
    assert_eq!(json(&client, &SIGNED).send_blocking().unwrap_err().attempts(), 1);
}

#[test]
fn a_project_is_found_by_its_name() {
    let found = |body: &str| {
        let iam = Server::scripted(vec![server::json(200, body)]);
        let transport = Reqwest::new(Duration::from_secs(5)).unwrap();
        let keys = AkSk::new("ak", "sk");
        let found =
            pollster::block_on(project_id(&transport, &iam.endpoint(), &keys, "cn-north-4"));
        let asked = &iam.requests()[0];
        assert_eq!(asked.target(), "GET /v3/projects?name=cn-north-4");
        assert!(asked.header("authorization").unwrap().starts_with("SDK-HMAC-SHA256 Access=ak, "));
        found.map_err(|error| error.to_string())
    };
    assert_eq!(found(r#"{"projects":[{"id":"p1","name":"cn-north-4"}]}"#).as_deref(), Ok("p1"));
    assert_eq!(
        found(r#"{"projects":[]}"#),
        Err(
            "the account has 0 projects named \"cn-north-4\", so that the project id has to be set"
                .to_owned()
        )
    );
}

#[test]
fn a_metadata_service_that_hangs_has_a_limit_of_its_own() {
    let api = Server::scripted(vec![server::json(200, "1")]);
    let metadata = Server::scripted(vec![vec![Step::Stall]]);
    let chain = KeyChain::new().instance_only().metadata_endpoint(metadata.endpoint());
    let client = builder(&api).credential("signature", Credential::signer(chain));
    let begun = std::time::Instant::now();
    let error = json(&client.build().unwrap(), &SIGNED).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        text(&error, &api),
        "signed: the signer of `signature` failed: the environment has no keys; set \
         HUAWEICLOUD_SDK_AK to the access key and HUAWEICLOUD_SDK_SK to the secret key; and the \
         metadata service of the instance has none: no answer within 3s"
    );
    assert!(begun.elapsed() < Duration::from_secs(6));
}
