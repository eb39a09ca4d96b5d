//! Deletes a development environment instance.
//!
//!     cargo run --example delete_instance [-- --instance ID]
//!
//! By default nothing leaves this machine: the program serves the recorded exchanges of
//! `tests/recordings/delete_instance.har` on a local port and deletes the documented instance
//! there. The recording knows no other ID.
//!
//! To talk to a real service, set `MODELARTS_ENDPOINT` (a URL) or
//! `MODELARTS_REGION` (such as `cn-north-4`), and with it `HUAWEICLOUD_SDK_PROJECT_ID`
//! and either `MODELARTS_TOKEN` or keys: `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, or
//! the credentials file of the official SDKs.
//!
//! The exit status is 0 if the instance was deleted, 1 if it was not, and 2 for wrong arguments.

#![allow(clippy::print_stdout, reason = "it is a program for the command line")]

mod connect;

use std::env;
use std::process::ExitCode;

use modelarts::runtime::replay::{Replay, ReplayServer};
use modelarts::{Client, SendBlocking};

const RECORDING: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/delete_instance.har");
/// The settings of the recording.
const RECORDED_PROJECT: &str = "e9993fc787d94b6c886cbaa340f9c0f4";
const RECORDED_INSTANCE: &str = "6fa459ea-ee8a-3ca4-894e-db77e160355e";
/// The id of the recorded failure, which stands for every other id.
const RECORDED_UNKNOWN: &str = "00000000-0000-0000-0000-000000000000";

const USAGE: &str = "usage: delete_instance [--instance ID]";

fn main() -> ExitCode {
    if env::args().skip(1).any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let instance = match instance() {
        Ok(instance) => instance,
        Err(usage) => {
            eprintln!("{usage}");
            return ExitCode::from(2);
        }
    };
    match connect::service() {
        Ok(Some(builder)) => delete(builder.build(), &instance),
        Ok(None) => delete_in_recording(&instance),
        Err(missing) => {
            missing.iter().for_each(|sentence| eprintln!("{sentence}"));
            ExitCode::from(2)
        }
    }
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
            eprintln!("The instance {instance} was not deleted.");
            connect::explain(&error);
            ExitCode::FAILURE
        }
    }
}
