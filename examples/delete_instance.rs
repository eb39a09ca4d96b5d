//! Deletes a development environment instance.
//!
//!     cargo run --example delete_instance [-- --instance ID]
//!
//! As it is, nothing leaves this machine: the program serves the recorded
//! exchanges of `tests/recordings/delete_instance.har` on a local port and deletes
//! the documented instance there. Any other ID is one that the recording does
//! not know.
//!
//! To talk to a real service, set `MODELARTS_ENDPOINT` (a URL) or
//! `MODELARTS_REGION` (such as `cn-north-4`), and with it `MODELARTS_TOKEN` and
//! `HUAWEICLOUD_SDK_PROJECT_ID`.
//!
//! It exits with 0 if the instance was deleted, with 1 if not, and with 2 if it
//! was called wrongly.

#![allow(clippy::print_stdout, reason = "it is a program for the command line")]

use std::env;
use std::process::ExitCode;

use modelarts::runtime::replay::{Replay, ReplayServer};
use modelarts::{Client, SendBlocking};

const RECORDING: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/delete_instance.har");
/// What the recording was made with.
const RECORDED_PROJECT: &str = "e9993fc787d94b6c886cbaa340f9c0f4";
const RECORDED_INSTANCE: &str = "6fa459ea-ee8a-3ca4-894e-db77e160355e";
/// The id of the recorded failure, which stands for every other id.
const RECORDED_UNKNOWN: &str = "00000000-0000-0000-0000-000000000000";

const USAGE: &str = "usage: delete_instance [--instance ID]";

fn main() -> ExitCode {
    let instance = match instance() {
        Ok(instance) => instance,
        Err(usage) => {
            eprintln!("{usage}");
            return ExitCode::from(2);
        }
    };
    let real =
        ["MODELARTS_ENDPOINT", "MODELARTS_REGION"].into_iter().any(|name| set(name).is_some());
    if real { delete_for_real(&instance) } else { delete_in_recording(&instance) }
}

/// The argument, or the documented instance.
fn instance() -> Result<String, &'static str> {
    let mut arguments = env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next(), arguments.next()) {
        (None, ..) => Ok(RECORDED_INSTANCE.to_owned()),
        (Some("--instance"), Some(id), None) => Ok(id),
        _ => Err(USAGE),
    }
}

fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn delete_in_recording(instance: &str) -> ExitCode {
    let replay = Replay::from_path(RECORDING).map(|replay| {
        if instance == RECORDED_INSTANCE {
            replay
        } else {
            replay.substitute(RECORDED_UNKNOWN, instance)
        }
    });
    let server = match replay.and_then(ReplayServer::start) {
        Ok(server) => server,
        Err(error) => {
            eprintln!("The recording cannot be served: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("Serving the recorded exchanges at {}.", server.url());
    let client = Client::builder()
        .endpoint(server.url())
        .project_id(RECORDED_PROJECT)
        .token("any token will do here")
        .build();
    let outcome = delete(client, instance);
    if let Err(error) = server.finish() {
        eprintln!("The recording was not followed: {error}");
        return ExitCode::FAILURE;
    }
    outcome
}

fn delete_for_real(instance: &str) -> ExitCode {
    let (token, project) = match (set("MODELARTS_TOKEN"), set("HUAWEICLOUD_SDK_PROJECT_ID")) {
        (Some(token), Some(project)) => (token, project),
        (token, project) => {
            if token.is_none() {
                eprintln!("Set MODELARTS_TOKEN to a token of the identity service.");
            }
            if project.is_none() {
                eprintln!(
                    "Set HUAWEICLOUD_SDK_PROJECT_ID to the id of the project that owns the instance."
                );
            }
            return ExitCode::from(2);
        }
    };
    let mut builder = Client::builder().project_id(project).token(token);
    if let Some(region) = set("MODELARTS_REGION") {
        builder = builder.region(region);
    }
    if let Some(endpoint) = set("MODELARTS_ENDPOINT") {
        builder = builder.endpoint(endpoint);
    }
    delete(builder.build(), instance)
}

fn delete(client: Result<Client, modelarts::Error>, instance: &str) -> ExitCode {
    let client = match client {
        Ok(client) => client,
        Err(error) => {
            eprintln!("The client cannot be set up: {error}");
            return ExitCode::from(2);
        }
    };
    match client.instances().delete_instance(instance).send_blocking() {
        Ok(deleted) => {
            println!("Deleted the instance {}.", deleted.instance_id);
            println!(
                "Status {}, request id {}.",
                deleted.http_status(),
                deleted.request_id().unwrap_or("unknown")
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            match (error.message(), error.error_code(), error.status()) {
                (Some(message), Some(code), Some(status)) => {
                    eprintln!("The instance {instance} was not deleted: {message}");
                    let id = error.request_id().unwrap_or("unknown");
                    eprintln!("Code {code}, status {status}, request id {id}.");
                }
                // Nothing was sent, or the answer is none that is documented.
                _ => eprintln!("The instance {instance} was not deleted: {error}"),
            }
            if error.is_not_found() {
                eprintln!("There is no such instance; it may have been deleted before.");
            }
            ExitCode::FAILURE
        }
    }
}
