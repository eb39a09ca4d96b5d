//! A server that misbehaves, over real loopback connections: for each fault, the error that the
//! caller gets, and the requests that the server saw.

#![allow(unreachable_pub, reason = "its modules are private")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_push_string,
    reason = "a test may fail"
)]
#![cfg(feature = "reqwest")]

#[path = "faults/api.rs"]
mod api;
#[path = "faults/events.rs"]
mod events;
#[cfg(feature = "sdk-hmac-sha256")]
#[path = "faults/iam.rs"]
mod iam;
#[path = "faults/limits.rs"]
mod limits;
#[path = "faults/retries.rs"]
mod retries;
#[path = "faults/seen.rs"]
mod seen;
#[path = "faults/server.rs"]
mod server;
#[path = "faults/targets.rs"]
mod targets;
#[path = "faults/tokens.rs"]
mod tokens;
#[path = "faults/transports.rs"]
mod transports;
