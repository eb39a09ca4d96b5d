//! The middle of the pipeline: a loaded document in, the texts of a client out.

use crate::load::Document;
use crate::lower::{Context, lower};
use crate::name::name;
use crate::normalise::Dialect;
use crate::options::{Layout, Options};
use crate::plan::{PlanOptions, plan};
use crate::problem::{Fault, Problems};
use crate::render::render;
use crate::resolve::Resolver;

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
    let Some(dialect) = Dialect::of(document) else {
        if let Some(root) = document.root() {
            problems.report(root, Fault::NotOpenApi);
        }
        return Compiled::default();
    };
    let resolver = Resolver::new(document, problems);
    let api = lower(Context { document, resolver: &resolver, problems, dialect });
    let names = name(&api, document, problems);
    let plan_options = PlanOptions { features: options.layout == Layout::Crate };
    let plan = plan(&api, &names, document, &plan_options, problems);
    let files = render(&plan).into_iter().map(|file| (file.path, file.text)).collect();
    Compiled { files, bindings: String::new() }
}
