//! Request bodies, from the smallest to the largest.

use callwright_runtime::{generated::Slot, to_json};
use modelarts::types::{
    AccessMode, AiProject, AutoStopRequest, PoolOwner, PoolRequest, PoolType,
    StorageLocationRequest, StorageRequest, StorageType, UpdateInstanceRequest, UpdateSpecRequest,
    Workspace,
};

use super::smallest;

fn json(value: &impl Slot) -> String {
    String::from_utf8(to_json(value).unwrap()).unwrap()
}

#[test]
fn the_largest_body_that_creates_an_instance() {
    let mut largest = smallest()
        .description("all of it")
        .workspace(Workspace::new().id("0"))
        .pool(
            PoolRequest::new("pool1")
                .r#type(PoolType::UserDefined)
                .name("mine")
                .owner(PoolOwner::new().project_id("p")),
        )
        .ai_project(AiProject::new().id("default-ai-project"));
    largest.spec = largest
        .spec
        .extend_storage(vec![
            StorageRequest::new(StorageType::Obsfs).location(
                StorageLocationRequest::new()
                    .path("bucket")
                    .mount_path("/home/ma-user/work/shared")
                    .access_modes(AccessMode::ReadOnlyMany),
            ),
        ])
        .auto_stop(AutoStopRequest::new().enable(true).duration(86_400).prompt(false))
        .annotations([("team", "vision".to_owned()), ("owner", String::new())]);
    largest.spec.storage =
        largest.spec.storage.location(StorageLocationRequest::new().volume_size(4096));
    assert_eq!(
        json(&largest),
        concat!(
            r#"{"name":"n","profile_id":"Multi-Engine 2.0 (python3)","description":"all of it","#,
            r#""flavor":"modelarts.vm.cpu.2u","spec":{"storage":{"type":"evs","location":"#,
            r#"{"volume_size":4096}},"extend_storage":[{"type":"obsfs","location":{"path":"#,
            r#""bucket","mount_path":"/home/ma-user/work/shared","access_modes":"ReadOnlyMany"}}],"#,
            r#""auto_stop":{"enable":true,"duration":86400,"prompt":false},"annotations":"#,
            r#"{"team":"vision","owner":""}},"workspace":{"id":"0"},"pool":{"id":"pool1","type":"#,
            r#""USER_DEFINED","name":"mine","owner":{"project_id":"p"}},"ai_project":"#,
            r#"{"id":"default-ai-project"}}"#,
        )
    );
}

#[test]
fn an_update_changes_clears_or_leaves_the_description() {
    let update = UpdateInstanceRequest::new();
    assert_eq!(json(&update), "{}");
    assert_eq!(json(&update.clone().clear_description()), r#"{"description":null}"#);
    assert_eq!(json(&update.clone().description("")), r#"{"description":""}"#);
    let stop = AutoStopRequest::new().enable(false);
    assert_eq!(
        json(&update.spec(UpdateSpecRequest::new().auto_stop(stop))),
        r#"{"spec":{"auto_stop":{"enable":false}}}"#
    );
}
