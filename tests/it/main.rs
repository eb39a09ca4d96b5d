//! Everything that more than one package takes part in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod outside;
mod problems;
mod regeneration;
