use callwright_runtime::ErrorKind;
use callwright_runtime::replay::{ReplayServer, UnmatchedRequest};
use modelarts::types::ErrorCode;
use modelarts::{Client, SendBlocking};

use super::{INSTANCE, UNKNOWN, builder, replay};

/// The recorded response, however it reaches the client.
async fn delete_both(client: &Client) {
    let deleted = client.instances().delete_instance(INSTANCE).await.unwrap();
    assert_eq!(deleted.instance_id, INSTANCE);
    assert_eq!(deleted.http_status(), 200);
    let id = "b5a0d3c1-6f0e-4c3a-9a57-2f1c8e7d6b40-1594888200000-documented";
    assert_eq!(deleted.request_id(), Some(id));
    assert_eq!(deleted.headers().x_request_id.as_deref(), Some(id));
    assert_eq!(deleted.headers().get("Content-Type"), Some("application/json; charset=UTF-8"));

    let error = client.instances().delete_instance(UNKNOWN).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Documented);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert!(error.is_not_found());
    assert_eq!(error.error_code(), Some("ModelArts.6309"));
    assert_eq!(error.message(), Some("The instance does not exist."));
    let id = "0c9d7e52-83b4-4f3d-8d0b-5a6e1f2c3b4a-1594888201000-documented";
    assert_eq!(error.request_id(), Some(id));
    assert_eq!(
        error.to_string(),
        format!(
            "DeleteInstance: the server answered 400 Bad Request, ModelArts.6309: The instance \
             does not exist. (request id {id})"
        )
    );
    let typed = error.into_api().unwrap();
    assert_eq!(typed.error_code, Some(ErrorCode::InstanceNotFound));
    assert_eq!(typed.error_message.as_deref(), Some("The instance does not exist."));
    assert_eq!(typed.error_msg, None);
    assert_eq!(typed.request_id, None);
}

#[tokio::test]
async fn both_answers_in_process() {
    let replay = replay().require_all();
    delete_both(&builder().transport(replay.clone()).build().unwrap()).await;
    replay.finish().unwrap();
}

#[tokio::test]
async fn both_answers_over_a_socket() {
    let server = ReplayServer::start(replay().require_all()).unwrap();
    delete_both(&builder().endpoint(server.url()).build().unwrap()).await;
    server.finish().unwrap();
}

#[test]
fn the_same_call_without_an_async_runtime() {
    let server = ReplayServer::start(replay()).unwrap();
    let client = builder().endpoint(server.url()).build().unwrap();
    let deleted = client.instances().delete_instance(INSTANCE).send_blocking().unwrap();
    assert_eq!(deleted.into_inner().instance_id, INSTANCE);
    server.finish().unwrap();
}

#[tokio::test]
async fn a_blocking_call_is_refused_within_an_async_runtime() {
    let client = builder().transport(replay()).build().unwrap();
    let error = client.instances().delete_instance(INSTANCE).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

#[test]
fn what_is_not_recorded_fails_at_the_end() {
    let server = ReplayServer::start(replay()).unwrap();
    let client = builder().endpoint(server.url()).build().unwrap();
    let error = client.instances().delete_instance("another").send_blocking().unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let error = server.finish().unwrap_err();
    let targets: Vec<_> = error.unmatched().iter().map(UnmatchedRequest::target).collect();
    assert_eq!(targets, ["/v1/e9993fc787d94b6c886cbaa340f9c0f4/demanager/instances/another"]);
}
