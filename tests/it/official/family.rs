//! All operations of the client, called by its methods.

use callwright_runtime::{Json, NoError, NoHeaders, Request, sign::AkSk};
use modelarts::Client;
use modelarts::types::{
    Action, AutoStopRequest, CreateInstanceRequest, DeType, InstanceSortField,
    InstanceStatusFilter, ManageInstanceRequest, NotebookSpecRequest, ProvisionType, SortOrder,
    StorageLocationRequest, StorageRequest, StorageType, UpdateInstanceRequest,
};
use serde_json::{Value, json};

use super::server::Server;
use super::{ACCESS, SECRET, VALUES};

/// The request as the server received it, which it only reports if the signature is valid.
async fn understood(request: impl Request) -> Value {
    let sent = request.into_call().send::<Json, NoHeaders, NoError>().await;
    match sent {
        Ok(answer) => {
            let mut seen: Value = serde_json::from_str(&answer.into_inner().to_string()).unwrap();
            // Makes the response valid for a deletion as well.
            seen.as_object_mut().unwrap().remove("instance_id");
            seen
        }
        Err(error) => panic!("{error}: {}", String::from_utf8_lossy(error.body())),
    }
}

fn expected(method: &str, path: &[&str], query: &Value, body: &str) -> Value {
    let mut segments = vec!["", "v1", "a project 中", "demanager", "instances"];
    segments.extend(path);
    json!({"method": method, "path": segments, "query": query, "body": body, "project": null})
}

#[tokio::test]
#[ignore = "needs Python and the official SDK: .ci/gates/official"]
async fn the_official_signer_agrees_on_every_operation() {
    let server = Server::start(ACCESS, SECRET);
    let client = Client::builder()
        .endpoint(server.url())
        .project_id("a project 中")
        .credentials(AkSk::new(ACCESS, SECRET))
        .build()
        .unwrap();
    list(&client).await;
    create(&client).await;
    for id in VALUES.into_iter().filter(|id| !id.starts_with('.')) {
        of_one(&client, id).await;
    }
}

async fn list(client: &Client) {
    let list = client.instances().list_instances(DeType::Notebook);
    let seen = understood(list.clone()).await;
    assert_eq!(seen, expected("GET", &[], &json!([["de_type", "Notebook"]]), ""));
    let seen = understood(
        list.provision_type(ProvisionType::Docker)
            .status(InstanceStatusFilter::from("é ~'()*"))
            .sortby(InstanceSortField::Name)
            .order(SortOrder::Ascending)
            .offset(1)
            .limit(2)
            .workspace_id("a b+c&d=e?f#g%h")
            .show_self(false)
            .ai_project("中文 🚀")
            .pool_id("x[y]{z}|\\^`\"<>/:@"),
    )
    .await;
    let query = json!([
        ["de_type", "Notebook"],
        ["provision_type", "Docker"],
        ["status", "é ~'()*"],
        ["sortby", "name"],
        ["order", "asc"],
        ["offset", "1"],
        ["limit", "2"],
        ["workspace_id", "a b+c&d=e?f#g%h"],
        ["show_self", "false"],
        ["ai_project", "中文 🚀"],
        ["pool_id", "x[y]{z}|\\^`\"<>/:@"],
    ]);
    assert_eq!(seen, expected("GET", &[], &query, ""));
}

async fn create(client: &Client) {
    let location = StorageLocationRequest::new().path("/桶/folder/");
    let storage = StorageRequest::new(StorageType::Obs).location(location);
    let spec = NotebookSpecRequest::new(storage)
        .auto_stop(AutoStopRequest::new().enable(true).duration(3600));
    let request = CreateInstanceRequest::new("n", "Multi-Engine 1.0 (python3)-cpu", "f", spec)
        .description("é 中文 🚀");
    let body = r#"{"name":"n","profile_id":"Multi-Engine 1.0 (python3)-cpu","description":"é 中文 🚀","flavor":"f","spec":{"storage":{"type":"obs","location":{"path":"/桶/folder/"}},"auto_stop":{"enable":true,"duration":3600}}}"#;
    let seen = understood(client.instances().create_instance(request)).await;
    assert_eq!(seen, expected("POST", &[], &json!([]), body));
}

async fn of_one(client: &Client, id: &str) {
    let instances = client.instances();
    let none = json!([]);
    let seen = understood(instances.get_instance(id)).await;
    assert_eq!(seen, expected("GET", &[id], &none, ""));
    let change = UpdateInstanceRequest::new().clear_description();
    let seen = understood(instances.update_instance(id, change)).await;
    assert_eq!(seen, expected("PUT", &[id], &none, r#"{"description":null}"#));
    let stop = ManageInstanceRequest::new(Action::from("stop — 停"));
    let seen = understood(instances.manage_instance(id, stop)).await;
    let body = r#"{"action":"stop — 停"}"#;
    assert_eq!(seen, expected("POST", &[id, "action"], &none, body));
    let seen = understood(instances.delete_instance(id)).await;
    assert_eq!(seen, expected("DELETE", &[id], &none, ""));
}
