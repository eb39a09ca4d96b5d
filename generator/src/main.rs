//! The command line of callwright.

use std::process::ExitCode;

// A client is millions of small texts, made and dropped by several threads.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(callwright::run(std::env::args_os()))
}
