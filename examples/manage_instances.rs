//! Lists the development environment instances, creates one, waits until it is running, stops it
//! and deletes it.
//!
//!     cargo run --example manage_instances [-- --name NAME --profile ID --flavor NAME]
//!
//! By default nothing leaves this machine: the program serves the recorded exchanges of
//! `tests/recordings/manage_instances.har` on a local port.
//!
//! To talk to a real service, set `MODELARTS_ENDPOINT` (a URL) or
//! `MODELARTS_REGION` (such as `cn-north-4`), and with it `HUAWEICLOUD_SDK_PROJECT_ID`
//! and either `MODELARTS_TOKEN` or keys: `HUAWEICLOUD_SDK_AK` and `HUAWEICLOUD_SDK_SK`, or
//! the credentials file of the official SDKs. The instance is billed like its flavor until it is
//! deleted.
//!
//! The exit status is 0 on success, 1 on failure, and 2 for wrong arguments.

#![allow(clippy::print_stdout, reason = "it is a program for the command line")]

mod connect;

use std::env;
use std::fmt;
use std::future::ready;
use std::process::ExitCode;
use std::time::Duration;

use modelarts::runtime::replay::{Replay, ReplayServer};
use modelarts::runtime::{Clock, SystemClock, transport::BoxFuture};
use modelarts::types::{
    Action, AutoStopRequest, CreateInstanceRequest, DeType, DevEnvironError, Instance,
    InstanceStatus, ManageInstanceRequest, NotebookSpecRequest, StorageRequest, StorageType,
};
use modelarts::{Client, Error};

const RECORDING: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/manage_instances.har");
const RECORDED_PROJECT: &str = "e9993fc787d94b6c886cbaa340f9c0f4";

const USAGE: &str = "usage: manage_instances [--name NAME] [--profile ID] [--flavor NAME]";

/// The initial and the maximum pause between two polls.
const PAUSES: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(30));
/// The maximum number of polls: about half an hour.
const LOOKS: usize = 65;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    if env::args().skip(1).any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let Some(wanted) = wanted(env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match connect::service() {
        Ok(Some(builder)) => report(manage(builder.build(), wanted).await),
        Ok(None) => manage_in_recording(wanted).await,
        Err(missing) => {
            missing.iter().for_each(|sentence| eprintln!("{sentence}"));
            ExitCode::from(2)
        }
    }
}

/// The instance to create: a small one that stops automatically after an hour.
fn wanted(mut arguments: impl Iterator<Item = String>) -> Option<CreateInstanceRequest> {
    let storage = StorageRequest::new(StorageType::Evs);
    let auto_stop = AutoStopRequest::new().enable(true).duration(3600);
    let mut wanted = CreateInstanceRequest::new(
        "notebook-c6fd",
        "Multi-Engine 1.0 (python3)-cpu",
        "modelarts.vm.cpu.2u",
        NotebookSpecRequest::new(storage).auto_stop(auto_stop),
    );
    while let Some(name) = arguments.next() {
        let value = arguments.next()?;
        match name.as_str() {
            "--name" => wanted.name = value,
            "--profile" => wanted.profile_id = value,
            "--flavor" => wanted.flavor = value,
            _ => return None,
        }
    }
    Some(wanted)
}

async fn manage_in_recording(wanted: CreateInstanceRequest) -> ExitCode {
    let server = match Replay::from_path(RECORDING).and_then(ReplayServer::start) {
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
        .clock(Hurried)
        .build();
    let outcome = report(manage(client, wanted).await);
    if let Err(error) = server.finish() {
        eprintln!("The recording was not followed: {error}");
        return ExitCode::FAILURE;
    }
    outcome
}

/// A clock that does not wait: a recording advances with each request.
#[derive(Debug)]
struct Hurried;

impl Clock for Hurried {
    fn now(&self) -> std::time::SystemTime {
        SystemClock.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        // Timeouts also sleep, and must not fire.
        if duration <= PAUSES.1 { Box::pin(ready(())) } else { SystemClock.sleep(duration) }
    }

    fn random(&self) -> u64 {
        SystemClock.random()
    }
}

/// The reason why the program stopped.
enum Failure {
    Setup(Error),
    Call(&'static str, Error<DevEnvironError>),
    /// The service responded, but not with the expected values.
    State(String),
}

type Outcome<T> = Result<T, Failure>;

fn report(outcome: Outcome<()>) -> ExitCode {
    match outcome {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Setup(error)) => {
            eprintln!("The client cannot be set up: {error}");
            return ExitCode::from(2);
        }
        Err(Failure::Call(what, error)) => {
            eprintln!("{what}");
            connect::explain(&error);
        }
        Err(Failure::State(why)) => eprintln!("{why}"),
    }
    ExitCode::FAILURE
}

async fn manage(client: Result<Client, Error>, wanted: CreateInstanceRequest) -> Outcome<()> {
    let client = client.map_err(Failure::Setup)?;
    list(&client).await?;
    let id = create(&client, wanted).await?;
    let outcome = use_and_delete(&client, &id).await;
    if outcome.is_err() {
        eprintln!("The instance {id} was created and may still be there, at its cost.");
    }
    outcome
}

async fn use_and_delete(client: &Client, id: &str) -> Outcome<()> {
    let running = wait_until(client, id, InstanceStatus::Running).await?;
    let url = running.spec.value().and_then(|spec| spec.annotations.value()?.get("url"));
    println!("It runs at {}.", url.map_or("an address that the service does not tell", |url| url));
    stop(client, id).await?;
    wait_until(client, id, InstanceStatus::Stopped).await?;
    let deleted = client.instances().delete_instance(id).await;
    let deleted = deleted.map_err(|error| Failure::Call("The instance was not deleted.", error))?;
    println!("Deleted {}.", deleted.instance_id);
    Ok(())
}

async fn list(client: &Client) -> Outcome<()> {
    let list = client.instances().list_instances(DeType::Notebook).await;
    let list = list.map_err(|error| Failure::Call("The instances cannot be listed.", error))?;
    let instances = list.instances.value().map_or(&[][..], Vec::as_slice);
    println!("Instances: {}", instances.len());
    for instance in instances {
        println!(
            "  {:24} {:12} {:24} {}",
            Or(instance.name.value()),
            Or(instance.status.as_ref()),
            Or(instance.flavor.value()),
            Or(instance.id.value()),
        );
    }
    Ok(())
}

async fn create(client: &Client, wanted: CreateInstanceRequest) -> Outcome<String> {
    let created = client.instances().create_instance(wanted).await;
    let created = created.map_err(|error| Failure::Call("No instance was created.", error))?;
    println!("Created {}: {}.", Or(created.name.value()), Or(created.status.as_ref()));
    created.into_inner().id.into_value().ok_or_else(|| {
        Failure::State("The service created an instance without telling its id.".to_owned())
    })
}

async fn stop(client: &Client, id: &str) -> Outcome<()> {
    let request = ManageInstanceRequest::new(Action::Stop);
    let stopping = client.instances().manage_instance(id, request).await;
    let stopping =
        stopping.map_err(|error| Failure::Call("The instance was not stopped.", error))?;
    let before = Or(stopping.previous_state.as_ref());
    println!("Stopping it: it was {before}, it is {}.", Or(stopping.current_status.as_ref()));
    Ok(())
}

/// Polls the instance, less and less often, until it reaches a state.
async fn wait_until(client: &Client, id: &str, wanted: InstanceStatus) -> Outcome<Instance> {
    let (mut pause, longest) = PAUSES;
    for _ in 0..LOOKS {
        let seen = client.instances().get_instance(id).await;
        let seen = seen.map_err(|error| Failure::Call("The instance cannot be seen.", error))?;
        println!("  {}", Or(seen.status.as_ref()));
        match &seen.status {
            Some(status) if *status == wanted => return Ok(seen.into_inner()),
            Some(
                InstanceStatus::CreateFailed
                | InstanceStatus::StartFailed
                | InstanceStatus::Unavailable
                | InstanceStatus::Deleted
                | InstanceStatus::Frozen
                | InstanceStatus::Error,
            ) => return Err(Failure::State(format!("It will not become {wanted}."))),
            // In transition, or in an undocumented state.
            _ => {}
        }
        client.as_runtime().clock().sleep(pause).await;
        pause = pause.saturating_mul(2).min(longest);
    }
    Err(Failure::State(format!("It did not become {wanted} in half an hour.")))
}

/// Formats a value that may be missing.
struct Or<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for Or<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => f.pad(&value.to_string()),
            None => f.pad("-"),
        }
    }
}
