//! Everything that more than one package takes part in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "all of it is test code, where a failure should stop the test"
)]

mod delete_call;
mod official;
mod outside;
mod problems;
mod regeneration;
