//! The delete call from end to end: the generated client against recorded and hand-written
//! responses.

mod arguments;
mod example;
mod failures;
mod recorded;
mod replayed;
mod wire;

use std::path::PathBuf;

use callwright_runtime::replay::Replay;
use modelarts::{Client, ClientBuilder};

const PROJECT: &str = "e9993fc787d94b6c886cbaa340f9c0f4";
/// The instance that the recording deletes.
const INSTANCE: &str = "6fa459ea-ee8a-3ca4-894e-db77e160355e";
/// An instance that the recording does not contain.
const UNKNOWN: &str = "00000000-0000-0000-0000-000000000000";

fn recording() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/recordings/delete_instance.har"))
}

fn replay() -> Replay {
    Replay::from_path(recording()).unwrap()
}

/// A client with all required settings except a server.
fn builder() -> ClientBuilder {
    Client::builder().project_id(PROJECT).token("a-token")
}
