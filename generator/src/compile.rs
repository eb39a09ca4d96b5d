//! The pipeline from a loaded document to the files of a client.

use crate::audit::audit;
use crate::bindings::bindings;
#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::ir::{AnyReason, Form};
use crate::lower::{Context, KeywordCache, lower};
use crate::name::name;
use crate::normalise::Dialect;
use crate::options::{Layout, Options};
use crate::plan::{PlanOptions, RuntimeSource, plan};
use crate::problem::{ProblemKind, Problems};
use crate::render::{manifest, readme, render};
use crate::resolve::Resolver;
use crate::select::select;

/// The generated files, before they are written.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// Paths below the output folder, with `/`, and contents.
    pub(crate) files: Vec<(String, String)>,
    /// The bindings as JSON, if requested.
    pub(crate) bindings: Option<String>,
    /// The schemas typed as any JSON value although the document is more specific.
    pub(crate) untyped: usize,
}

/// Generates the client of a document; unsupported parts are reported, and affect only their own
/// place.
pub(crate) fn compile(document: &Document, options: &Options, problems: &Problems) -> Compiled {
    let Some(dialect) = Dialect::of(document) else {
        if let Some(root) = document.root() {
            problems.report(root, ProblemKind::NotOpenApi);
        }
        return Compiled::default();
    };
    if let Some((node, version, instead)) = Dialect::unknown_version(document) {
        problems.report(node, ProblemKind::UnknownVersion { version, instead });
    }
    let resolver = Resolver::new(document, problems);
    let known = KeywordCache::default();
    let context = Context { document, resolver: &resolver, problems, dialect, known: &known };
    audit(context);
    let mut api = lower(context);
    select(&mut api, &options.include, document.root().unwrap_or_default(), problems);
    let names = name(&api, problems);
    let plan_options = PlanOptions {
        features: options.layout == Layout::Crate,
        is_module: options.layout == Layout::Module,
        crate_name: options.crate_name.clone(),
        exact_numbers: options.exact_numbers,
        runtime: runtime_source(options),
    };
    let plan = plan(&api, &names, &plan_options, problems);
    let sources = render(&plan);
    let folder = if options.layout == Layout::Module { "" } else { "src/" };
    let files = sources.into_iter().map(|file| (format!("{folder}{}", file.path), file.text));
    let mut files: Vec<(String, String)> = files.collect();
    if options.layout == Layout::Crate {
        files.push(("Cargo.toml".to_owned(), manifest(&plan.package)));
        files.push(("README.md".to_owned(), readme(&plan.package)));
    }
    let untyped = api
        .schemas
        .ids()
        .filter(|id| matches!(api.schemas[*id].form, Form::Any(AnyReason::Unsupported)));
    let bindings = options.bindings.then(|| bindings(&api, &names, document, &plan));
    Compiled { files, bindings, untyped: untyped.count() }
}

/// Paths are written with `/`, which every system accepts.
fn runtime_source(options: &Options) -> RuntimeSource {
    let Some(path) = &options.runtime_path else { return RuntimeSource::default() };
    let mut text = path.display().to_string();
    if path.is_relative() {
        text = text.replace(std::path::MAIN_SEPARATOR, "/");
    }
    RuntimeSource::Folder(text)
}
