use callwright_runtime::replay::{Recorder, Replay, ReplayServer};
use callwright_runtime::transport::Reqwest;
use modelarts::client::API;
use std::time::Duration;

use super::{INSTANCE, UNKNOWN, builder, replay};

#[tokio::test]
async fn what_goes_over_a_socket_can_be_recorded_and_replayed() {
    let server = ReplayServer::start(replay()).unwrap();
    let over_tcp = Reqwest::new(Duration::from_secs(10)).unwrap();
    let recorder = Recorder::new(over_tcp).redact_api(&API);
    let client = builder().endpoint(server.url()).transport(recorder.clone()).build().unwrap();
    client.instances().delete_instance(INSTANCE).await.unwrap();
    client.instances().delete_instance(UNKNOWN).await.unwrap_err();
    server.finish().unwrap();

    let file = recorder.to_har_string().unwrap();
    assert_eq!(file.matches("a-token").count(), 0);
    let replay = file.parse::<Replay>().unwrap().require_all();
    let client = builder().transport(replay.clone()).build().unwrap();
    let deleted = client.instances().delete_instance(INSTANCE).await.unwrap();
    assert_eq!(deleted.instance_id, INSTANCE);
    let error = client.instances().delete_instance(UNKNOWN).await.unwrap_err();
    assert_eq!(error.error_code(), Some("ModelArts.6309"));
    replay.finish().unwrap();
}
