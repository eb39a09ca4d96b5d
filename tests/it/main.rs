//! Integration tests across packages.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::needless_pass_by_value,
    reason = "all of it is test code, where a failure should stop the test"
)]

mod delete_call;
mod documents;
mod family;
mod httpbin;
mod listener;
mod names;
mod official;
mod operations;
mod outside;
mod problems;
mod program;
mod python;
mod regeneration;
mod slips;
mod types;
mod wire;
