//! All six operations of development environments, from the call to the bytes and back.

mod bodies;
mod example;
mod exchanges;
mod failures;
mod keys;
mod open;
mod wire;

use callwright_runtime::replay::Replay;
use modelarts::types::{CreateInstanceRequest, NotebookSpecRequest, StorageRequest, StorageType};
use modelarts::{Client, ClientBuilder};

const PROJECT: &str = "e9993fc787d94b6c886cbaa340f9c0f4";
const INSTANCE: &str = "DE-7d558ef8-c73d-11ea-964c-0255ac100033";

/// A client with all required settings except a server.
fn builder() -> ClientBuilder {
    Client::builder().project_id(PROJECT).token("a-token")
}

/// The path of a recording.
fn recording(name: &str) -> String {
    format!("{}/recordings/{name}.har", env!("CARGO_MANIFEST_DIR"))
}

fn replay(name: &str) -> Replay {
    Replay::from_path(recording(name)).unwrap()
}

/// The minimal request to create an instance.
fn smallest() -> CreateInstanceRequest {
    CreateInstanceRequest::new(
        "n",
        "Multi-Engine 2.0 (python3)",
        "modelarts.vm.cpu.2u",
        NotebookSpecRequest::new(StorageRequest::new(StorageType::Evs)),
    )
}
