//! Requests, compared with expected bytes.

use modelarts::types::{
    Action, DeType, InstanceSortField, InstanceStatusFilter, ManageInstanceRequest, ProvisionType,
    SortOrder, UpdateInstanceRequest,
};
use modelarts::{Client, SendBlocking};

use super::{INSTANCE, builder, smallest};
use crate::listener::{Listener, in_order};

const INSTANCES: &str = "/v1/e9993fc787d94b6c886cbaa340f9c0f4/demanager/instances";

/// The request without a body.
fn expected(method: &str, target: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "{method} {target} HTTP/1.1\r\n\
         accept: application/json\r\n\
         host: AUTHORITY\r\n\
         user-agent: modelarts/{version}\r\n\
         x-auth-token: a-token\r\n\
         \r\n"
    )
}

/// The request with a body.
fn expected_with(method: &str, target: &str, body: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let length = body.len();
    format!(
        "{method} {target} HTTP/1.1\r\n\
         accept: application/json\r\n\
         content-length: {length}\r\n\
         content-type: application/json\r\n\
         host: AUTHORITY\r\n\
         user-agent: modelarts/{version}\r\n\
         x-auth-token: a-token\r\n\
         \r\n\
         {body}"
    )
}

fn sent<T>(call: impl FnOnce(&Client) -> T) -> String {
    let listener = Listener::answering(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
    );
    // Other tests check the response.
    call(&builder().endpoint(listener.url()).build().unwrap());
    in_order(&listener.request())
}

#[test]
fn a_list_leaves_out_what_is_not_asked_for() {
    assert_eq!(
        sent(|client| client.instances().list_instances(DeType::Notebook).send_blocking()),
        expected("GET", &format!("{INSTANCES}?de_type=Notebook"))
    );
}

#[test]
fn a_list_with_every_parameter() {
    assert_eq!(
        sent(|client| {
            client
                .instances()
                .list_instances(DeType::Notebook)
                .provision_type(ProvisionType::Docker)
                .status(InstanceStatusFilter::Running)
                .sortby(InstanceSortField::CreationTimestamp)
                .order(SortOrder::Descending)
                .offset(10)
                .limit(20)
                .workspace_id("0")
                .show_self(false)
                .ai_project("a b&c=d+e/f?g#h%i你")
                .pool_id("pool6fa459eaee8a3ca4894edb77")
                .send_blocking()
        }),
        expected(
            "GET",
            &format!(
                "{INSTANCES}?de_type=Notebook&provision_type=Docker&status=RUNNING\
                 &sortby=creation_timestamp&order=desc&offset=10&limit=20&workspace_id=0\
                 &show_self=false&ai_project=a%20b%26c%3Dd%2Be%2Ff%3Fg%23h%25i%E4%BD%A0\
                 &pool_id=pool6fa459eaee8a3ca4894edb77"
            )
        )
    );
}

#[test]
fn a_default_is_sent_where_it_is_asked_for() {
    assert_eq!(
        sent(|client| {
            let list = client.instances().list_instances(DeType::Notebook);
            list.offset(0).limit(0).workspace_id("0").show_self(true).send_blocking()
        }),
        expected(
            "GET",
            &format!("{INSTANCES}?de_type=Notebook&offset=0&limit=0&workspace_id=0&show_self=true")
        )
    );
}

#[test]
fn an_instance_is_created() {
    assert_eq!(
        sent(|client| client.instances().create_instance(smallest()).send_blocking()),
        expected_with(
            "POST",
            INSTANCES,
            r#"{"name":"n","profile_id":"Multi-Engine 2.0 (python3)","flavor":"modelarts.vm.cpu.2u","spec":{"storage":{"type":"evs"}}}"#
        )
    );
}

#[test]
fn an_instance_is_asked_for() {
    assert_eq!(
        sent(|client| client.instances().get_instance(INSTANCE).send_blocking()),
        expected("GET", &format!("{INSTANCES}/{INSTANCE}"))
    );
}

#[test]
fn an_instance_is_updated() {
    let change = UpdateInstanceRequest::new().description("für 机器学习");
    assert_eq!(
        sent(|client| client.instances().update_instance(INSTANCE, change).send_blocking()),
        expected_with(
            "PUT",
            &format!("{INSTANCES}/{INSTANCE}"),
            r#"{"description":"für 机器学习"}"#
        )
    );
}

#[test]
fn an_instance_is_started() {
    let start = ManageInstanceRequest::new(Action::Start);
    assert_eq!(
        sent(|client| client.instances().manage_instance(INSTANCE, start).send_blocking()),
        expected_with("POST", &format!("{INSTANCES}/{INSTANCE}/action"), r#"{"action":"start"}"#)
    );
}

#[test]
fn an_instance_is_deleted() {
    assert_eq!(
        sent(|client| client.instances().delete_instance(INSTANCE).send_blocking()),
        expected("DELETE", &format!("{INSTANCES}/{INSTANCE}"))
    );
}
