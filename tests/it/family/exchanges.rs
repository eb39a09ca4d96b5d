//! Every recorded exchange, requested by the generated client: the response decodes to its type,
//! loses nothing, and is encoded unchanged.

use callwright_runtime::{from_json, generated::Slot, to_json};
use modelarts::types::DeType;
use modelarts::{Client, Error};
use serde_json::Value;

use super::{builder, recording, replay};

/// An exchange in the file.
struct Exchange {
    method: String,
    /// The path below `/v1/{project_id}/demanager`.
    path: String,
    request: String,
    status: u64,
    answer: Value,
}

fn exchanges(name: &str) -> Vec<Exchange> {
    let file = std::fs::read(recording(name)).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let entries = file["log"]["entries"].as_array().unwrap();
    let exchange = |entry: &Value| {
        let (request, response) = (&entry["request"], &entry["response"]);
        let url = text(&request["url"]);
        let (_, path) = url.split_once("/demanager").unwrap();
        Exchange {
            method: text(&request["method"]),
            path: path.to_owned(),
            request: text(&request["postData"]["text"]),
            status: response["status"].as_u64().unwrap(),
            answer: serde_json::from_str(&text(&response["content"]["text"])).unwrap(),
        }
    };
    entries.iter().map(exchange).collect()
}

/// The client's result for a response.
#[derive(Debug, PartialEq)]
struct Understood {
    status: u64,
    /// Encoded again.
    answer: Value,
    /// Undocumented members.
    undeclared: Vec<String>,
}

impl Understood {
    fn of(status: u16, answer: &dyn Slot) -> Self {
        let mut undeclared = Vec::new();
        collect(answer, "", &mut undeclared);
        let answer = serde_json::from_slice(&to_json(answer).unwrap()).unwrap();
        Self { status: status.into(), answer, undeclared }
    }
}

/// Paths of undeclared members of a record and of the records within it.
fn collect(value: &dyn Slot, path: &str, found: &mut Vec<String>) {
    let Some((record, table)) = value.as_record() else { return };
    for (index, field) in table.fields().enumerate() {
        collect(record.part(index), &format!("{path}/{}", field.name()), found);
    }
    if let Some(rest) = record.part(table.fields.len()).as_members() {
        rest.visit(&mut |name, _| found.push(format!("{path}/{name}")));
    }
}

fn outcome<T: Slot, H, E: Slot + std::fmt::Debug>(
    sent: Result<callwright_runtime::Response<T, H>, Error<E>>,
) -> Understood {
    match sent {
        Ok(response) => Understood::of(response.http_status().as_u16(), &*response),
        Err(error) => Understood::of(error.status().unwrap().as_u16(), error.api().unwrap()),
    }
}

async fn ask(client: &Client, exchange: &Exchange) -> Understood {
    let instances = client.instances();
    let body = exchange.request.as_bytes();
    let (path, query) = exchange.path.split_once('?').unwrap_or((&exchange.path, ""));
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    match (exchange.method.as_str(), segments.as_slice()) {
        ("GET", ["instances"]) => {
            assert_eq!(query, "de_type=Notebook");
            let list = instances.list_instances(DeType::Notebook).await;
            if let Ok(list) = &list {
                for instance in list.instances.value().unwrap() {
                    let instance = Understood::of(200, instance);
                    assert_eq!(instance.undeclared, Vec::<String>::new());
                }
            }
            outcome(list)
        }
        ("POST", ["instances"]) => {
            let request: modelarts::types::CreateInstanceRequest = from_json(body).unwrap();
            outcome(instances.create_instance(request).await)
        }
        ("GET", ["instances", id]) => outcome(instances.get_instance(*id).await),
        ("PUT", ["instances", id]) => {
            let request: modelarts::types::UpdateInstanceRequest = from_json(body).unwrap();
            outcome(instances.update_instance(*id, request).await)
        }
        ("DELETE", ["instances", id]) => outcome(instances.delete_instance(*id).await),
        ("POST", ["instances", id, "action"]) => {
            let request: modelarts::types::ManageInstanceRequest = from_json(body).unwrap();
            outcome(instances.manage_instance(*id, request).await)
        }
        other => unreachable!("no operation is known for {other:?}"),
    }
}

/// Requests all exchanges of a file in order.
async fn follow(name: &str) {
    let replay = replay(name).match_body().require_all();
    let client = builder().transport(replay.clone()).build().unwrap();
    for exchange in exchanges(name) {
        let understood = ask(&client, &exchange).await;
        let Exchange { status, answer, .. } = exchange;
        assert_eq!(understood, Understood { status, answer, undeclared: Vec::new() });
    }
    replay.finish().unwrap();
}

/// The names of all recordings, so that none is forgotten.
fn names() -> Vec<String> {
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/recordings")).unwrap();
    let name = |file: std::io::Result<std::fs::DirEntry>| {
        file.unwrap().file_name().into_string().unwrap().strip_suffix(".har").map(str::to_owned)
    };
    let mut names: Vec<String> = files.filter_map(name).collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn every_recording_is_understood_and_written_back() {
    for name in names() {
        follow(&name).await;
    }
}

#[test]
fn every_operation_is_recorded_in_success() {
    let recorded: std::collections::BTreeSet<(String, u64)> = names()
        .iter()
        .flat_map(|name| exchanges(name))
        .map(|exchange| {
            let (path, _) = exchange.path.split_once('?').unwrap_or((&exchange.path, ""));
            let shape = match path.split('/').count() {
                2 => "instances",
                3 => "instances/ID",
                _ => "instances/ID/action",
            };
            (format!("{} {shape}", exchange.method), exchange.status)
        })
        .filter(|(_, status)| *status < 400)
        .collect();
    let expected = [
        ("DELETE instances/ID", 200),
        ("GET instances", 200),
        ("GET instances/ID", 200),
        ("POST instances", 201),
        ("POST instances/ID/action", 200),
        ("PUT instances/ID", 200),
    ];
    let recorded: Vec<_> = recorded.iter().map(|(call, status)| (call.as_str(), *status)).collect();
    assert_eq!(recorded, expected);
}
