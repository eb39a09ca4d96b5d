//! A client as it is generated, written by hand: its shapes have to compile
//! from another crate, and what it sends and understands is compared with
//! text written by hand.

#![allow(unreachable_pub, reason = "generated code is public in a crate of its own")]
#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "a test may fail")]

#[path = "generated/pages.rs"]
mod pages;
#[path = "generated/pets.rs"]
mod pets;
#[path = "generated/requests.rs"]
mod requests;
#[path = "generated/responses.rs"]
mod responses;
#[path = "generated/retries.rs"]
mod retries;
#[path = "generated/security.rs"]
mod security;
#[path = "generated/server.rs"]
mod server;
#[cfg(feature = "reqwest")]
#[path = "generated/tls.rs"]
mod tls;
#[cfg(feature = "reqwest")]
#[path = "generated/wire.rs"]
mod wire;
