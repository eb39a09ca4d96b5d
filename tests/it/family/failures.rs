//! Documented failures are typed, from the service, its gateway, or the identity service.

use callwright_runtime::ErrorKind;
use modelarts::SendBlocking;
use modelarts::types::{
    Action, DevEnvironError, ErrorCode, ManageInstanceRequest, UpdateInstanceRequest,
};

use super::{INSTANCE, builder, replay, smallest};
use crate::listener::Listener;

type Error = modelarts::Error<DevEnvironError>;

/// An instance that the recordings do not contain.
const UNKNOWN: &str = "00000000-0000-0000-0000-000000000000";

#[tokio::test]
async fn an_instance_that_does_not_exist() {
    let failure = |error: Error| {
        assert_eq!(error.kind(), ErrorKind::Documented);
        assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
        assert!(error.is_not_found());
        let typed = error.into_api().unwrap();
        assert_eq!(typed.error_code, Some(ErrorCode::InstanceNotFound));
        assert_eq!(typed.error_message.as_deref(), Some("The instance does not exist."));
    };
    let client = |name: &str| builder().transport(replay(name)).build().unwrap();
    let instances = client("get_instance");
    failure(instances.instances().get_instance(UNKNOWN).await.unwrap_err());
    let instances = client("delete_instance");
    failure(instances.instances().delete_instance(UNKNOWN).await.unwrap_err());
    let change = UpdateInstanceRequest::new().description("machine learning python2.7 notebook");
    let instances = client("update_instance");
    failure(instances.instances().update_instance(UNKNOWN, change).await.unwrap_err());
    let start = ManageInstanceRequest::new(Action::Start);
    let instances = client("manage_instance");
    failure(instances.instances().manage_instance(UNKNOWN, start).await.unwrap_err());
}

/// The response of the service.
fn create(status: &str, body: &str) -> Error {
    let length = body.len();
    let listener = Listener::answering(format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    ));
    let client = builder().endpoint(listener.url()).build().unwrap();
    let error = client.instances().create_instance(smallest()).send_blocking().unwrap_err();
    listener.request();
    error
}

#[test]
fn a_request_that_the_service_refuses() {
    let error = create(
        "400 Bad Request",
        r#"{"error_message":"The param path needs to end with /.","error_code":"ModelArts.6318"}"#,
    );
    assert_eq!(error.kind(), ErrorKind::Documented);
    assert!(!error.is_not_found());
    assert_eq!(error.message(), Some("The param path needs to end with /."));
    let code = error.into_api().unwrap().error_code;
    assert_eq!(code, Some(ErrorCode::PathWithoutTrailingSlash));
}

#[tokio::test]
async fn the_gateway_refuses() {
    let replay = replay("refused_by_gateway").require_all();
    let client = builder().transport(replay.clone()).build().unwrap();
    let error = client.instances().get_instance(INSTANCE).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(
        error.message(),
        Some("Incorrect IAM authentication information: decrypt token fail")
    );
    assert_eq!(error.error_code(), Some("APIGW.0301"));
    let code = error.into_api().unwrap().error_code;
    assert_eq!(code, Some(ErrorCode::GatewayAuthenticationFailed));
    let error = client.instances().get_instance(INSTANCE).await.unwrap_err();
    assert!(error.is_rate_limited());
    assert_eq!(error.into_api().unwrap().error_code, Some(ErrorCode::GatewayThrottled));
    replay.finish().unwrap();
}

#[test]
fn the_identity_service_denies() {
    let error = create(
        "403 Forbidden",
        r#"{"error_code":"PAP5.0001","error_msg":"denied","encoded_authorization_message":"XZ=="}"#,
    );
    assert!(error.is_forbidden());
    assert_eq!(error.message(), Some("denied"));
    let typed = error.into_api().unwrap();
    assert_eq!(typed.error_code, Some(ErrorCode::Unknown("PAP5.0001".to_owned())));
    assert_eq!(typed.encoded_authorization_message.as_deref(), Some("XZ=="));
    assert!(typed.extra().is_empty());
}

#[test]
fn every_documented_status_is_typed() {
    for status in [400, 401, 403, 404, 408, 409, 429, 500, 503] {
        let error = create(&format!("{status} Status"), r#"{"error_code":"ModelArts.6309"}"#);
        assert_eq!(error.kind(), ErrorKind::Documented, "{status}");
        let code = error.into_api().unwrap().error_code;
        assert_eq!(code, Some(ErrorCode::InstanceNotFound), "{status}");
    }
}

/// Responses of an intermediate proxy are not JSON.
#[test]
fn a_failure_that_is_no_json_keeps_its_body() {
    let listener = Listener::answering(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
    );
    let client = builder().endpoint(listener.url()).build().unwrap();
    let error = client.instances().get_instance(INSTANCE).send_blocking().unwrap_err();
    listener.request();
    assert!(error.is_server_error());
    assert_eq!(error.body(), b"<html>");
}
