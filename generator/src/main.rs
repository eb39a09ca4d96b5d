//! The command line of callwright.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(callwright::run(std::env::args_os()))
}
