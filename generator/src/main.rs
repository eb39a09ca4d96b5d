//! The command line of callwright.

use std::process::ExitCode;

// A client consists of millions of small strings, allocated and freed by several threads.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(callwright::run(std::env::args_os()))
}
