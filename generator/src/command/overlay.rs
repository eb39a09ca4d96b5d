//! `callwright overlay`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use crate::generator::Generator;
use crate::report::Outcome;

/// The document and its overlays.
#[derive(Debug, Args)]
pub(super) struct Overlay {
    /// The OpenAPI document: a YAML or JSON file.
    spec: PathBuf,
    /// The overlays, which are applied in this order.
    #[arg(required = true)]
    overlays: Vec<PathBuf>,
}

impl Overlay {
    /// Prints the document, and returns the exit status.
    pub(super) fn run(&self) -> u8 {
        let generator = Generator::new(&self.spec);
        let generator = self.overlays.iter().fold(generator, Generator::overlay);
        let (json, problems) = generator.effective();
        // A closed pipe leaves nobody to tell.
        for problem in problems {
            drop(write!(io::stderr(), "{problem}"));
        }
        match json {
            Some(json) => {
                drop(writeln!(io::stdout(), "{json}"));
                Outcome::Clean.exit_status()
            }
            None => Outcome::Refused.exit_status(),
        }
    }
}
