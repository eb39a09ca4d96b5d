//! The middle of the pipeline: a loaded document in, the texts of a client out.

use crate::load::Document;
use crate::options::Options;
use crate::problem::Problems;

/// Everything that is generated, before it reaches the disk.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// Paths below the output folder, with `/`, and texts.
    pub(crate) files: Vec<(String, String)>,
    /// The bindings as JSON.
    pub(crate) bindings: String,
}

/// Generates the client of a document; what cannot be followed is reported and costs its own place.
pub(crate) fn compile(document: &Document, options: &Options, problems: &Problems) -> Compiled {
    let _ = (document, options, problems);
    Compiled::default()
}
