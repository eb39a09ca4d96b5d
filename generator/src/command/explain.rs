//! `callwright explain`.

use std::io::{self, Write};

use crate::closest::closest;
use crate::diagnostic::printable;
use crate::explain::{explain, list};
use crate::problem::CODES;
use crate::report::Outcome;

/// Prints the explanation of a code, or all codes, and returns the exit status.
pub(super) fn run(code: Option<&str>) -> u8 {
    // A closed pipe leaves nobody to tell.
    let print = |text: &str| drop(io::stdout().write_all(text.as_bytes()));
    match code.map(|code| (code, explain(code))) {
        None => print(&list()),
        Some((_, Some(text))) => print(&text),
        Some((code, None)) => {
            let remedy = match closest(code, CODES.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`callwright explain` lists all codes".to_owned(),
            };
            let code = printable(code);
            drop(writeln!(io::stderr(), "error: `{code}` is not the code of a problem; {remedy}"));
            return Outcome::Refused.exit_status();
        }
    }
    Outcome::Clean.exit_status()
}
